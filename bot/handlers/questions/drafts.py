"""Words for another person are sent after their author has seen them, and once."""

from bot.handlers.bot_info import BotInfo
from bot.handlers.questions.librarian import open_thread
from bot.handlers.questions.question_desk import QuestionDesk
from bot.handlers.questions.questions import close_prompt, hand_over
from bot.handlers.questions.sending import give_answer
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.answering import AnswerService
from bot.questions.draft import Drafts, MessageDraft
from bot.questions.question import QuestionId, QuestionState
from bot.questions.service import QuestionService
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions import librarian
from bot.screens.questions.actions import DropDraft, SendDraft
from bot.screens.questions.prompts import AdditionPrompt, AnswerPrompt, QuestionPrompt


async def send(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    action: SendDraft,
    drafts: Drafts,
    question_service: QuestionService,
    answer_service: AnswerService,
    question_desk: QuestionDesk,
    bot_info: BotInfo,
) -> None:
    """Handles «Отправить»: the shown draft is sent, once."""
    draft = await drafts.find_draft(talk.conversation, action.draft)
    if draft is None or draft.sent:
        await _not_sent_now(talk, draft, action.question, question_service)
    elif action.question:
        await give_answer(talk, draft, drafts, question_service, answer_service, question_desk)
    else:
        await hand_over(talk, draft, drafts, question_service, bot_info, question_desk)


async def drop(
    talk: Talk, action: DropDraft, drafts: Drafts, question_service: QuestionService, answer_service: AnswerService
) -> None:
    """Handles «Не отправлять»: nothing is sent, unless it has gone already."""
    draft = await drafts.find_draft(talk.conversation, action.draft) if action.draft else None
    if action.draft and (draft is None or draft.sent):
        await _not_sent_now(talk, draft, action.question, question_service)
        return
    await drop_words(talk, action.question, drafts, answer_service)


async def drop_words(talk: Talk, number: int, drafts: Drafts, answer_service: AnswerService) -> None:
    """Nothing is sent, and no more words are awaited; `number` is of the answered question, 0 of a citizen's own."""
    await drafts.drop(talk.conversation)
    await close_prompt(talk, *((AnswerPrompt,) if number else (QuestionPrompt, AdditionPrompt)))
    question = await answer_service.release(QuestionId(number), talk.person) if number else None
    waits = question is None or question.awaits_librarian
    await talk.reply(
        drafts_screens.answer_dropped(number, waits=waits) if number else drafts_screens.question_dropped()
    )


async def _not_sent_now(talk: Talk, draft: MessageDraft | None, number: int, question_service: QuestionService) -> None:
    """A second press, or one on words that are kept no more."""
    if not number:
        await talk.reply(drafts_screens.question_sent_already() if draft else drafts_screens.question_gone())
    elif draft:
        await talk.reply(drafts_screens.answer_sent_already(number))
    elif found := await open_thread(talk, question_service, number):
        is_answered = found.question.state is QuestionState.ANSWERED
        shown = librarian.already_answered(found.question, talk.person) if is_answered else None
        await talk.reply(shown or drafts_screens.answer_gone(number))


ROUTES = Routes(actions={SendDraft: send, DropDraft: drop})
