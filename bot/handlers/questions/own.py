"""A citizen's own questions: looked at, added to, taken back; what goes to a librarian is shown first."""

import re
from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.handlers.bot_info import BotInfo
from bot.handlers.questions.drafts import drop_words
from bot.handlers.questions.files import (
    CARRIED_AFTER,
    asks_which_no,
    carried_in,
    files_with,
    is_too_large,
    words_with_file,
    words_with_voice,
)
from bot.handlers.questions.questions import close_prompt
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.privacy import masking
from bot.questions.answering import AnswerService
from bot.questions.draft import Drafts, continued
from bot.questions.errors import QuestionClosedError, QuestionGoneError
from bot.questions.own_questions import OwnQuestions
from bot.questions.question import Question, QuestionId
from bot.questions.service import MAX_TEXT, QuestionService
from bot.russian.normalize import bare_words
from bot.russian.yes_no import is_unsent, is_unwanted
from bot.screens.home.unsupported import UnsupportedKind
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions import own as screens
from bot.screens.questions import questions
from bot.screens.questions.actions import AddToQuestion, SendAddition, ShowOwnQuestions, WithdrawQuestion
from bot.screens.questions.files import with_question
from bot.screens.questions.prompts import AdditionPrompt
from bot.understanding.acts import ActName

_UNNEEDED = re.compile(
    r"(?:спасибо )?(?:мне )?(?:уже |больше |этот вопрос |вопрос )*(?:не (?:нужно|надо|нужен|актуал\w+)|решил\w*)"
    r"|(?:снимите?|уберите?|отмените?) (?:его|вопрос|мой вопрос)"
)


async def show(talk: Talk, question_service: QuestionService, bot_info: BotInfo, zone: ZoneInfo) -> None:
    """Handles «Мои вопросы»: what the person has asked, and what was answered."""
    asked = await question_service.asked_by(talk.person, screens.OWN_SHOWN)
    await talk.reply(screens.own(asked, zone, can_ask=bot_info.can_ask))


async def begin(talk: Talk, action: AddToQuestion, own_questions: OwnQuestions) -> None:
    """Handles «Написать ещё»."""
    if question := await _own(talk, own_questions, action.question):
        await talk.ask(screens.write_more(question), AdditionPrompt(question.id))


async def written_after(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    action: AddToQuestion,
    drafts: Drafts,
    own_questions: OwnQuestions,
    answer_service: AnswerService,
    question_service: QuestionService,
) -> None:
    """Plain words after what a librarian has asked: shown as the answer before they go."""
    if question := await _own(talk, own_questions, action.question):
        prompt = AdditionPrompt(question.id)
        await talk.awaited.put(talk.conversation, prompt)
        await propose(talk, text, prompt, drafts, own_questions, answer_service, question_service, None)


async def propose(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: AdditionPrompt,
    drafts: Drafts,
    own_questions: OwnQuestions,
    answer_service: AnswerService,
    question_service: QuestionService,
    attached: UnsupportedKind | None,
) -> None:
    """The further words, shown as the librarian would get them."""
    if not attached and await asks_which_no(talk, text, prompt, drafts, question_service):
        return
    if is_unsent(text) or (prompt.draft and is_unwanted(text)):
        await drop_words(talk, 0, drafts, answer_service)
        return
    earlier = await drafts.find_draft(talk.conversation, prompt.draft) if prompt.draft else None
    words, change = continued(earlier, masking.mask(text))
    words = words_with_voice(words, earlier, talk, attached)
    question = await _own(talk, own_questions, prompt.question)
    if question is None:
        await close_prompt(talk, AdditionPrompt)
    elif len(words) > MAX_TEXT:
        await talk.reply(questions.too_long(MAX_TEXT))
    elif not await is_too_large(talk, attached):
        draft = await drafts.keep(talk.conversation, "", words, files=files_with(earlier, talk, attached))
        shown = with_question(draft, screens.shown_addition(draft, question, change))
        await talk.ask(shown, replace(prompt, draft=draft.number))


async def send(talk: Talk, action: SendAddition, drafts: Drafts, own_questions: OwnQuestions, zone: ZoneInfo) -> None:
    """Handles «Отправить» under further words."""
    draft = await drafts.find_draft(talk.conversation, action.draft)
    if draft is None or draft.sent:
        await talk.reply(screens.added_already(action.question))
        return
    try:
        question = await own_questions.add(
            QuestionId(action.question), draft.text, talk.person, talk.request, carried_in(talk, draft)
        )
    except QuestionGoneError:
        await talk.reply(screens.own_gone())
    except QuestionClosedError as closed:
        await talk.reply(screens.own_closed(closed.question))
    else:
        await drafts.mark_sent(talk.conversation, draft)
        await talk.reply(screens.added(question, zone))
    await close_prompt(talk, AdditionPrompt)


async def withdraw(talk: Talk, action: WithdrawQuestion, own_questions: OwnQuestions) -> None:
    """Handles «Снять вопрос», which is asked about first."""
    question = await _own(talk, own_questions, action.question)
    if question and not action.sure:
        await talk.reply(screens.sure_to_withdraw(question))
    elif question:
        await talk.reply(screens.withdrawn(await own_questions.withdraw(question.id, talk.person)))


async def withdraw_by_words(
    talk: Talk,
    actions: tuple[WithdrawQuestion, ...],
    own_questions: OwnQuestions,
    question_service: QuestionService,
    bot_info: BotInfo,
    zone: ZoneInfo,
) -> None:
    """«больше не нужно» below one's own question: asked about first; of several the list is shown again."""
    if len({one.question for one in actions}) == 1:
        await withdraw(talk, WithdrawQuestion(actions[0].question), own_questions)
    else:
        await show(talk, question_service, bot_info, zone)


def _says_unneeded(text: str, _: Sequence[str]) -> bool:
    return is_unwanted(text) or bool(_UNNEEDED.fullmatch(bare_words(text)))


async def take_file(
    talk: Talk,
    attached: UnsupportedKind | None,
    drafts: Drafts,
    own_questions: OwnQuestions,
    answer_service: AnswerService,
    question_service: QuestionService,
) -> None:
    """Something without words came where further words are awaited: a photo or a file goes, of others it is said."""
    prompt = talk.awaited.text(talk.conversation)
    if attached in CARRIED_AFTER and isinstance(prompt, AdditionPrompt):
        words = await words_with_file(talk, drafts, prompt.draft, attached)
        await propose(talk, words, prompt, drafts, own_questions, answer_service, question_service, attached)
    elif attached:
        await talk.reply(drafts_screens.cannot_carry(attached))


async def _own(talk: Talk, own_questions: OwnQuestions, number: int) -> Question | None:
    """The person's own question that may be gone on with; otherwise it is said why not."""
    try:
        return await own_questions.find_own(QuestionId(number), talk.person)
    except QuestionGoneError:
        await talk.reply(screens.own_gone())
    except QuestionClosedError as closed:
        await talk.reply(screens.own_closed(closed.question))
    return None


ROUTES = Routes(
    actions={ShowOwnQuestions: show, AddToQuestion: begin, SendAddition: send, WithdrawQuestion: withdraw},
    awaited={AdditionPrompt: propose},
    resumed={AdditionPrompt: take_file},
    acts={ActName.QUESTION_STATUS: show},
    told={WithdrawQuestion: Told(_says_unneeded, withdraw_by_words)},
)
