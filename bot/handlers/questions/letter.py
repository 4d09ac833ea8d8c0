"""Words that come while a letter to a librarian is awaited or shown: they belong to it, or are served beside it."""

import re
from collections.abc import Sequence

from bot.faq.live_faq import LiveFaq
from bot.handlers.acts import choice as choices
from bot.handlers.acts.choice import ServeActs, keep_readings
from bot.handlers.bot_info import BotInfo
from bot.handlers.faq.answering import Answering
from bot.handlers.questions.beside_letter import Belongs, belongs
from bot.handlers.questions.drafts import drop_words
from bot.handlers.questions.files import asks_which_no
from bot.handlers.questions.proposals import propose_question
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.questions.answering import AnswerService
from bot.questions.draft import Change, Drafts, MessageDraft, repeats
from bot.questions.service import MAX_TEXT, QuestionService
from bot.russian.yes_no import is_no, is_unwanted, is_yes
from bot.screens.acts.choice import forgotten
from bot.screens.acts.prompts import ActPrompt
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.questions import drafts as screens
from bot.screens.questions import letter as asides
from bot.screens.questions.actions import AddToLetter, AnswerApart
from bot.screens.questions.files import with_question
from bot.screens.questions.prompts import QuestionPrompt
from bot.screens.questions.voices import proposed
from bot.stats.journal import Journal
from bot.understanding.act_files import act_record
from bot.understanding.acts import Act

_APART = re.compile(
    r"\b(?:отдельно|ответ\w*|сам|сами|вас|тебя|бот\w*|не (?:надо |нужно )?(?:добав|дописыв)\w*)\b", re.IGNORECASE
)
_FEW = 5  # words that say only which of the two is meant
_ADDED = re.compile(r"\b(?:добав\w*|допи\w+|к вопросу|туда|вместе|библиотекар\w*|перед\w+)\b", re.IGNORECASE)


async def written(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: QuestionPrompt,
    acts: Sequence[Act],
    choice: Sequence[Act],
    drafts: Drafts,
    bot_info: BotInfo,
    answer_service: AnswerService,
    question_service: QuestionService,
    live_faq: LiveFaq,
    serve: ServeActs,
    attached: UnsupportedKind | None,
) -> None:
    """Adds the words to the letter, serves them beside it, or asks which is meant."""
    if not attached and await asks_which_no(talk, text, prompt, drafts, question_service):
        return
    letter = await drafts.find_draft(talk.conversation, prompt.draft) if prompt.draft else None
    if letter and not letter.sent and letter.files and is_unwanted(text):
        await drop_words(talk, 0, drafts, answer_service)
        return
    where = Belongs.ADDED
    if letter and not letter.sent and not attached and not repeats(letter, text):
        where = belongs(text, acts, choice, live_faq.engine.read(text), _article(letter, live_faq))
    match where:
        case Belongs.APART if letter:
            await talk.awaited.leave(talk.conversation)
            await serve(acts, text, talk)
            await _tell_kept(talk, drafts, letter.number)
        case Belongs.UNSURE if letter:
            kept = await keep_readings(talk, text, choice or acts)
            await talk.reply(asides.add_or_answer(letter.number, kept.sign, is_choice=bool(choice)))
        case Belongs.REPEATED if letter:
            await talk.reply(proposed(letter, screens.question(letter)))
        case _:
            await propose_question(talk, text, prompt, drafts, bot_info, answer_service, attached)


async def add(talk: Talk, action: AddToLetter, drafts: Drafts) -> None:
    """Handles «Добавить к вопросу»."""
    kept, letter = _kept(talk, action.of), await drafts.find_draft(talk.conversation, action.draft)
    if letter is None or letter.sent:
        await talk.reply(screens.question_sent_already() if letter else screens.question_gone())
    elif kept is None:
        await talk.reply(forgotten())
    elif len(words := f"{letter.text}\n{kept.text}") > MAX_TEXT:
        await talk.ask(screens.question_too_long(letter, MAX_TEXT), QuestionPrompt(letter.about, letter.number))
    else:
        draft = await drafts.keep(talk.conversation, letter.about, words, letter.voice, letter.files)
        screen = with_question(draft, proposed(draft, screens.question(draft, None, Change.ADDED)))
        await talk.ask(screen, QuestionPrompt(draft.about, draft.number))


async def apart(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    action: AnswerApart,
    drafts: Drafts,
    serve: ServeActs,
    live_faq: LiveFaq,
    answering: Answering,
    journal: Journal,
) -> None:
    """Handles «Ответить отдельно»; of two close readings it is asked which is meant."""
    kept = _kept(talk, action.of)
    if kept is None:
        await talk.reply(forgotten())
        return
    await talk.awaited.leave(talk.conversation)
    acts = act_record.read(kept.acts)
    if action.is_choice:
        await choices.ask_which(talk, kept.text, acts, live_faq, answering, journal)
    else:
        await serve(acts, kept.text, talk)
    await _tell_kept(talk, drafts, action.draft)


async def add_by_words(talk: Talk, actions: tuple[AddToLetter, ...], drafts: Drafts) -> None:
    """«добавьте к вопросу» to the question which of the two is meant."""
    await add(talk, actions[0], drafts)


async def apart_by_words(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    actions: tuple[AnswerApart, ...],
    drafts: Drafts,
    serve: ServeActs,
    live_faq: LiveFaq,
    answering: Answering,
    journal: Journal,
) -> None:
    """«ответьте отдельно» to the same question."""
    await apart(talk, actions[0], drafts, serve, live_faq, answering, journal)


def _says_apart(text: str, _: Sequence[str]) -> bool:
    return is_no(text) or (bool(_APART.search(text)) and len(text.split()) <= _FEW)


def _says_added(text: str, _: Sequence[str]) -> bool:
    """Whether it is to be added, which does no harm: it is shown again before it goes."""
    return is_yes(text) or (bool(_ADDED.search(text)) and not _APART.search(text) and len(text.split()) <= _FEW)


async def _tell_kept(talk: Talk, drafts: Drafts, number: int) -> None:
    """The letter has not gone; where the answer failed, the router tells it."""
    letter = await drafts.find_draft(talk.conversation, number)
    if talk.understood and letter and not letter.sent:
        await talk.reply_beside(asides.not_sent_yet(letter.number))


def _kept(talk: Talk, sign: int) -> ActPrompt | None:
    prompt = talk.awaited.text(talk.conversation)
    return prompt if isinstance(prompt, ActPrompt) and prompt.sign == sign else None


def _article(letter: MessageDraft, live_faq: LiveFaq) -> str | None:
    hits = live_faq.engine.read(letter.text).hits
    return hits[0].article if hits else None


ROUTES = Routes(
    awaited={QuestionPrompt: written},
    actions={AddToLetter: add, AnswerApart: apart},
    told={AnswerApart: Told(_says_apart, apart_by_words), AddToLetter: Told(_says_added, add_by_words)},
)
