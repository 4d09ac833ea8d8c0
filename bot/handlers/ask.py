"""A citizen asks a librarian; a librarian answers."""

from bot.ask.desk import (
    AlreadyAnsweredError,
    NobodyToAskError,
    QuestionDesk,
    QuestionGoneError,
    TooLongError,
    TooManyOpenError,
)
from bot.ask.question import QuestionId
from bot.booking.visit_code import read_code
from bot.conversation import Awaited, Wait
from bot.handlers import day_codes
from bot.handlers.day_book import DayBook
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.privacy import guard
from bot.screens import ask, odd
from bot.screens.actions import AnswerQuestion, AskLibrarian
from bot.screens.menu import Menu
from bot.stats.contact import Kind
from bot.stats.journal import Journal


async def begin(talk: Talk, ways: Ways) -> None:
    """/ask and its menu button."""
    await _ask_for_words(talk, ways, "")


async def begin_about(talk: Talk, action: AskLibrarian, ways: Ways) -> None:
    """«Спросить библиотекаря» under an answer: the answer is carried along."""
    await _ask_for_words(talk, ways, action.article.strip("-") and action.article)


async def hand_over(talk: Talk, text: str, awaited: Awaited, desk: QuestionDesk, ways: Ways, journal: Journal) -> None:
    """The citizen's words for the librarian."""
    if secrets := guard.find(text):
        await talk.say(odd.secret_seen(secrets))
    try:
        await desk.hand_over(talk.person, text, awaited.context or None, talk.request)
    except TooLongError as long:
        await talk.say(ask.too_long(long.limit))
        return
    except TooManyOpenError as many:
        await talk.say(ask.too_many_open(many.limit))
    except NobodyToAskError:
        await talk.say(ask.nobody_to_ask(ways.region))
    else:
        journal.note(talk.person, Kind.QUESTION, awaited.context or None)
        await talk.say(ask.handed_over(await desk.audience(), ways.region))
    await talk.awaited.clear(talk.conversation)


async def take(talk: Talk, action: AnswerQuestion, desk: QuestionDesk) -> None:
    """A librarian pressed «Ответить»."""
    if not desk.is_librarian(talk.person):
        await talk.say(ask.librarians_only())
        return
    try:
        question = await desk.open_question(QuestionId(action.question))
    except QuestionGoneError:
        await talk.say(ask.question_gone())
    except AlreadyAnsweredError as done:
        await talk.say(ask.already_answered(done.question, talk.person))
    else:
        await talk.ask(ask.write_the_answer(question), Awaited(Wait.ANSWER, str(question.id)))


async def give_answer(
    talk: Talk, text: str, awaited: Awaited, desk: QuestionDesk, journal: Journal, day_book: DayBook
) -> None:
    """A librarian's words for the citizen, never a visitor's code; the right is checked again, it may be gone."""
    if not desk.is_librarian(talk.person):
        await talk.awaited.clear(talk.conversation)
        await talk.say(ask.librarians_only())
        return
    if read_code(text):
        await day_codes.code(talk, text, day_book)
        return
    try:
        question = await desk.answer(QuestionId(int(awaited.context)), text, talk.person)
    except TooLongError as long:
        await talk.say(ask.too_long(long.limit))
        return
    except QuestionGoneError:
        await talk.say(ask.question_gone())
    except AlreadyAnsweredError as done:
        await talk.say(ask.already_answered(done.question, talk.person, unsent=True))
    else:
        journal.note(question.citizen, Kind.REPLY, question.article)
        await talk.say(ask.answer_sent(question))
    await talk.awaited.clear(talk.conversation)


async def _ask_for_words(talk: Talk, ways: Ways, article: str) -> None:
    if ways.can_ask:
        await talk.ask(ask.what_to_ask(), Awaited(Wait.QUESTION, article))
    else:
        await talk.say(ask.nobody_to_ask(ways.region))


ROUTES = Routes(
    commands={"ask": begin},
    menu={Menu.ASK: begin},
    actions={AskLibrarian: begin_about, AnswerQuestion: take},
    awaited={Wait.QUESTION: hand_over, Wait.ANSWER: give_answer},
)
