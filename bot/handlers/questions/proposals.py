"""Words for another person, read and shown to their author before anything is sent."""

from dataclasses import replace

from bot.booking.visit_code import read_code
from bot.handlers.bot_info import BotInfo
from bot.handlers.librarian_day import find_by_code
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.questions.drafts import drop_words
from bot.handlers.questions.files import (
    CARRIED_AFTER,
    CARRIED_KINDS,
    asks_which_no,
    files_with,
    is_too_large,
    words_with_voice,
)
from bot.handlers.questions.librarian import open_thread
from bot.handlers.questions.questions import close_prompt
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.privacy import masking
from bot.questions.answering import AnswerService
from bot.questions.draft import Drafts, MessageDraft, continued
from bot.questions.question import EntryKind
from bot.questions.service import MAX_TEXT, QuestionService
from bot.russian.normalize import bare_words
from bot.russian.yes_no import is_unsent, is_unwanted
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions import questions
from bot.screens.questions.files import with_question
from bot.screens.questions.librarian import with_warning, write_the_answer, write_the_inquiry
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.screens.questions.voices import proposed

_LABELS = frozenset(
    {
        *("ответить", "все равно ответить", "дописать", "дописать ответ", "переспросить", "исправить", "отправить"),
        *("отправить и мой", "ответить статьей", "закрыть без ответа", "да закрыть", "нет ответить"),
        *("сделать статьей", "спросить библиотекаря"),
    }
)  # of the screens of answering, as bare words


def is_label_of_answering(text: str) -> bool:
    """Whether these are the words of a button under which a librarian answers a citizen."""
    return bare_words(text) in _LABELS


async def propose_question(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: QuestionPrompt,
    drafts: Drafts,
    bot_info: BotInfo,
    answer_service: AnswerService,
    attached: UnsupportedKind | None,
) -> None:
    """The citizen's words for the librarian, shown as the librarian would get them."""
    if is_unsent(text):
        await drop_words(talk, 0, drafts, answer_service)
        return
    if len(text) > MAX_TEXT:
        await talk.reply(questions.too_long(MAX_TEXT))
        return
    if await is_too_large(talk, attached):
        return
    if not bot_info.can_ask:
        await close_prompt(talk, QuestionPrompt)
        await talk.reply(questions.nobody_to_ask(bot_info.region))
        return
    earlier = await _shown_before(talk, prompt, drafts)
    words, change = continued(earlier, masking.mask(text))
    voice = (earlier.voice if earlier else "") or (talk.said if attached is UnsupportedKind.VOICE else None) or ""
    shown_words = words_with_voice(masking.mask(words), earlier, talk, attached)
    if len(shown_words) > MAX_TEXT:
        await talk.reply(
            drafts_screens.question_too_long(earlier, MAX_TEXT) if earlier else questions.too_long(MAX_TEXT)
        )
        return
    files = files_with(earlier, talk, attached, CARRIED_AFTER if voice != talk.said else CARRIED_KINDS)
    draft = await drafts.keep(talk.conversation, prompt.article, shown_words, voice, files)
    is_carried = attached in CARRIED_KINDS or (attached is UnsupportedKind.VOICE and voice)
    preview = proposed(draft, drafts_screens.question(draft, None if is_carried else attached, change))
    await talk.ask(with_question(draft, preview), replace(prompt, draft=draft.number))


async def propose_answer(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: AnswerPrompt,
    question_service: QuestionService,
    answer_service: AnswerService,
    drafts: Drafts,
    day_view: DayView,
    attached: UnsupportedKind | None,
) -> None:
    """A librarian's words for the citizen, never a visitor's code, shown before they go."""
    if read_code(text):
        await find_by_code.code(talk, text, day_view)
        return
    if not attached and (
        await asks_which_no(talk, text, prompt, drafts, question_service)
        or await _is_label(talk, text, prompt, drafts, question_service)
    ):
        return
    if is_unsent(text) or (prompt.draft and is_unwanted(text)):
        await drop_words(talk, prompt.question, drafts, answer_service)
        return
    earlier = await _shown_before(talk, prompt, drafts)
    words, change = continued(earlier, text)
    words = words_with_voice(words, earlier, talk, None if prompt.corrects else attached)
    found = await open_thread(talk, question_service, prompt.question, unsent=True)
    if found is None:
        await talk.awaited.clear(talk.conversation)
    elif await is_too_large(talk, attached):
        pass
    elif len(text) > MAX_TEXT:
        await talk.reply(questions.too_long(MAX_TEXT))
    elif earlier and len(words) > MAX_TEXT:
        await talk.reply(drafts_screens.answer_too_long(earlier, found.question, MAX_TEXT))
    else:
        files = files_with(earlier, talk, None if prompt.corrects else attached)
        draft = await drafts.keep(talk.conversation, prompt.aim.packed(), words, files=files)
        left_behind = None if attached in CARRIED_AFTER and not prompt.corrects else attached
        shown = with_question(draft, drafts_screens.answer(draft, found.question, left_behind, change))
        await talk.ask(with_warning(shown, masking.find_dangerous(words)), replace(prompt, draft=draft.number))


async def _is_label(
    talk: Talk, text: str, prompt: AnswerPrompt, drafts: Drafts, question_service: QuestionService
) -> bool:
    """Whether these are words of a button that the last message lacks: what was shown is shown again, with its own."""
    if not is_label_of_answering(text):
        return False
    draft = await _shown_before(talk, prompt, drafts)
    found = await open_thread(talk, question_service, prompt.question, unsent=True)
    if found is None:
        await talk.awaited.clear(talk.conversation)
    elif draft:
        shown = with_question(draft, drafts_screens.answer(draft, found.question))
        await talk.ask(with_warning(shown, masking.find_dangerous(draft.text)), prompt)
    else:
        ask = write_the_inquiry if prompt.kind is EntryKind.INQUIRY else write_the_answer
        await talk.ask(ask(found.question, found.entries), prompt)
    return True


async def _shown_before(talk: Talk, prompt: QuestionPrompt | AnswerPrompt, drafts: Drafts) -> MessageDraft | None:
    """The words that are shown and not sent: more may come. None after «Исправить»."""
    return await drafts.find_draft(talk.conversation, prompt.draft) if prompt.draft else None


ROUTES = Routes(awaited={AnswerPrompt: propose_answer})
