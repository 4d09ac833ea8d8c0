"""A librarian takes a question, asks back, corrects an answer, closes a question."""

from bot.handlers.questions.question_desk import QuestionDesk
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.answering import AnswerService
from bot.questions.errors import QuestionClosedError, QuestionGoneError, TooLateToCorrectError
from bot.questions.question import EntryId, EntryKind, Question, QuestionId, QuestionState
from bot.questions.service import QuestionService, QuestionThread
from bot.screens.actions import AnswerQuestion
from bot.screens.questions import librarian as screens
from bot.screens.questions.actions import AddAnswer, AskBack, CloseQuestion, CorrectAnswer, TakeOver
from bot.screens.questions.files import with_all_files
from bot.screens.questions.prompts import AnswerPrompt


async def take(
    talk: Talk,
    action: AnswerQuestion,
    question_service: QuestionService,
    answer_service: AnswerService,
    question_desk: QuestionDesk,
) -> None:
    """Handles «Ответить», pressed by a librarian."""
    found = await open_thread(talk, question_service, action.question)
    if found is None:
        return
    if found.question.state is QuestionState.ANSWERED:
        name = question_desk.name_of(found.question.answered_by)
        await talk.reply(screens.already_answered(found.question, talk.person, name))
    else:
        taken = await answer_service.take(found.question.id, talk.person)
        if taken.taken_at and taken.taken_by != talk.person:
            await talk.reply(screens.taken_by_another(taken, question_desk.name_of(taken.taken_by)))
        else:
            shown = with_all_files(found, screens.write_the_answer(taken, found.entries))
            await talk.ask(shown, prompt_for(found))


async def take_over(
    talk: Talk, action: TakeOver, question_service: QuestionService, answer_service: AnswerService
) -> None:
    """Handles «Всё равно ответить»: the colleague who has taken the question loses it."""
    if found := await open_thread(talk, question_service, action.question):
        await answer_service.take(found.question.id, talk.person, over=True)
        await talk.ask(screens.write_the_answer(found.question, found.entries), prompt_for(found))


async def add_answer(talk: Talk, action: AddAnswer, question_service: QuestionService) -> None:
    """Handles «Дописать»: a further answer."""
    if found := await open_thread(talk, question_service, action.question):
        await talk.ask(screens.write_more(found.question, found.entries), prompt_for(found))


async def ask_back(
    talk: Talk, action: AskBack, question_service: QuestionService, answer_service: AnswerService
) -> None:
    """Handles «Переспросить»."""
    if found := await open_thread(talk, question_service, action.question):
        await answer_service.take(found.question.id, talk.person)
        prompt = prompt_for(found, EntryKind.INQUIRY)
        await talk.ask(screens.write_the_inquiry(found.question, found.entries), prompt)


async def correct(
    talk: Talk, action: CorrectAnswer, question_service: QuestionService, answer_service: AnswerService
) -> None:
    """Handles «Исправить» under an answer that was sent."""
    try:
        entry = await answer_service.correctable(EntryId(action.entry), talk.person)
        found = await question_service.thread(entry.question)
    except QuestionGoneError:
        await talk.reply(screens.question_gone())
    except TooLateToCorrectError as late:
        await talk.reply(screens.too_late_to_correct(late.question))
    else:
        prompt = AnswerPrompt(found.question.id, kind=entry.kind, seen=_said(found), corrects=entry.id)
        await talk.ask(screens.write_the_correction(found.question, entry), prompt)


async def close(
    talk: Talk, action: CloseQuestion, question_service: QuestionService, answer_service: AnswerService
) -> None:
    """Handles «Закрыть без ответа», which is asked about first."""
    found = await open_thread(talk, question_service, action.question)
    if found is None:
        return
    if action.sure:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(screens.closed_now(await answer_service.close(found.question.id)))
    else:
        await talk.reply(screens.sure_to_close(found.question))


async def open_thread(
    talk: Talk, question_service: QuestionService, number: int, *, unsent: bool = False
) -> QuestionThread | None:
    """The question that a librarian may answer; otherwise it is said why not, and that nothing was sent."""
    if not question_service.is_librarian(talk.person):
        await talk.reply(screens.librarians_only())
        return None
    try:
        found = await question_service.thread(QuestionId(number))
        if question_service.may_answer(talk.person, found.question):
            return _standing(found)
        await talk.reply(screens.of_other_district())
    except QuestionGoneError:
        await talk.reply(screens.question_gone(unsent=unsent))
    except QuestionClosedError as error:
        await talk.reply(screens.closed(error.question, unsent=unsent))
    return None


def prompt_for(found: QuestionThread, kind: EntryKind = EntryKind.ANSWER) -> AnswerPrompt:
    """What awaits the words, and knows what the librarian has read."""
    return AnswerPrompt(found.question.id, kind=kind, seen=_said(found))


def _said(found: QuestionThread) -> int:
    return sum(one.is_librarians for one in found.entries)


def _standing(found: QuestionThread) -> QuestionThread:
    question: Question = found.question
    if question.is_closed:
        raise QuestionClosedError(question)
    return found


ROUTES = Routes(
    actions={
        AnswerQuestion: take,
        TakeOver: take_over,
        AddAnswer: add_answer,
        AskBack: ask_back,
        CorrectAnswer: correct,
        CloseQuestion: close,
    }
)
