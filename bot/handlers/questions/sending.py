"""A librarian's words go to the citizen as their author has seen them, once, and never over a colleague's."""

from dataclasses import replace

from bot.handlers.questions.files import carried_in
from bot.handlers.questions.librarian import open_thread
from bot.handlers.questions.question_desk import QuestionDesk
from bot.handlers.questions.questions import close_prompt
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.questions.answer_draft import AnswerAim, read_aim
from bot.questions.answering import AnswerService
from bot.questions.draft import Drafts, MessageDraft
from bot.questions.errors import (
    AnsweredMeanwhileError,
    QuestionClosedError,
    QuestionGoneError,
    QuestionTooLongError,
    TooLateToCorrectError,
)
from bot.questions.question import EntryId, Question, ThreadEntry
from bot.questions.service import QuestionService
from bot.screens.questions import drafts as drafts_screens
from bot.screens.questions import librarian as screens
from bot.screens.questions.actions import SendAnyway
from bot.screens.questions.lists import with_waiting
from bot.screens.questions.prompts import AnswerPrompt
from bot.screens.questions.questions import too_long
from bot.screens.screen import Screen


async def give_answer(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    draft: MessageDraft,
    drafts: Drafts,
    question_service: QuestionService,
    answer_service: AnswerService,
    question_desk: QuestionDesk,
    seen: int | None = None,
) -> None:
    """The librarian has seen the words and sends them; the right is checked again, it may be gone."""
    aim = read_aim(draft.about)
    found = await open_thread(talk, question_service, aim.question, unsent=True) if aim else None
    if aim is None or found is None:
        await close_prompt(talk, AnswerPrompt)
        return
    if seen is not None:
        aim = replace(aim, seen=seen)
    try:
        screen = await _send(talk, draft, aim, found.question, answer_service, question_desk)
    except QuestionTooLongError as long:
        await talk.reply(too_long(long.limit))
    except AnsweredMeanwhileError as other:  # the words are kept: the librarian decides what becomes of them
        name = question_desk.name_of(other.entry.author)
        await talk.reply(screens.answered_meanwhile(other.question, other.entry, name, draft.number, other.said))
    except (QuestionGoneError, QuestionClosedError, TooLateToCorrectError) as error:
        await talk.reply(_not_sent(error))
        await close_prompt(talk, AnswerPrompt)
    else:
        waiting = await question_service.awaiting_for(talk.person)
        await talk.reply(with_waiting(screen, len(waiting)))
        await drafts.mark_sent(talk.conversation, draft)
        await close_prompt(talk, AnswerPrompt)


def _not_sent(error: QuestionGoneError | QuestionClosedError | TooLateToCorrectError) -> Screen:
    match error:
        case QuestionClosedError():
            return screens.closed(error.question, unsent=True)
        case TooLateToCorrectError():
            return screens.too_late_to_correct(error.question)
        case _:
            return screens.question_gone(unsent=True)


async def send_anyway(
    talk: Talk,
    action: SendAnyway,
    drafts: Drafts,
    question_service: QuestionService,
    answer_service: AnswerService,
    question_desk: QuestionDesk,
) -> None:
    """Handles «Отправить и мой»: the librarian has read the colleague's answer."""
    draft = await drafts.find_draft(talk.conversation, action.draft)
    if draft is None:
        await talk.reply(drafts_screens.answer_gone(action.question))
    elif draft.sent:
        await talk.reply(drafts_screens.answer_sent_already(action.question))
    else:
        await give_answer(talk, draft, drafts, question_service, answer_service, question_desk, action.seen)


async def _send(
    talk: Talk,
    draft: MessageDraft,
    aim: AnswerAim,
    question: Question,
    answer_service: AnswerService,
    question_desk: QuestionDesk,
) -> Screen:
    """Sends the words; what their author is told."""
    now = question_desk.centre_lookup.clock.now()
    if aim.corrects:
        entry = await answer_service.correct(aim.corrects, draft.text, talk.person)
        return screens.corrected(question, entry, is_same=entry.corrected_at is None)
    words = ThreadEntry(EntryId(0), aim.question, aim.kind, draft.text, now, talk.person, aim.article or None)
    entry = await answer_service.answer(words, aim.seen, carried_in(talk, draft))
    is_reached = await question_desk.is_reached(question.citizen)
    return screens.answer_sent(question, entry, is_reached=is_reached)


ROUTES = Routes(actions={SendAnyway: send_anyway})
