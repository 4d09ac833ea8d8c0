"""A citizen asks a librarian; a librarian answers."""

from bot.ask.desk import (
    MAX_TEXT,
    AlreadyAnsweredError,
    NobodyToAskError,
    QuestionDesk,
    QuestionGoneError,
    TooLongError,
    TooManyOpenError,
)
from bot.ask.draft import Draft, Drafts, continued
from bot.ask.question import Question, QuestionId
from bot.booking.visit_code import read_code
from bot.conversation import Awaited, Wait
from bot.handlers import day_codes
from bot.handlers.day_book import DayBook
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.privacy import guard
from bot.screens import ask, ask_drafts
from bot.screens.actions import AnswerQuestion, AskLibrarian
from bot.screens.menu import Menu
from bot.screens.odd import Odd
from bot.stats.contact import Kind
from bot.stats.journal import Journal


async def begin(talk: Talk, ways: Ways) -> None:
    """/ask and its menu button."""
    await _ask_for_words(talk, ways, "")


async def begin_about(talk: Talk, action: AskLibrarian, ways: Ways) -> None:
    """«Спросить библиотекаря» under an answer: the answer is carried along."""
    await _ask_for_words(talk, ways, action.article.strip("-") and action.article)


async def propose_question(
    talk: Talk, text: str, awaited: Awaited, drafts: Drafts, ways: Ways, attached: Odd | None
) -> None:
    """The citizen's words for the librarian, shown as the librarian would get them."""
    if len(text) > MAX_TEXT:
        await talk.say(ask.too_long(MAX_TEXT))
        return
    if not ways.can_ask:
        await close_prompt(talk, Wait.QUESTION)
        await talk.say(ask.nobody_to_ask(ways.region))
        return
    about, earlier = await _shown_before(talk, awaited, drafts)
    words, change = continued(earlier, guard.mask(text))
    if earlier and len(words) > MAX_TEXT:
        await talk.say(ask_drafts.question_too_long(earlier, MAX_TEXT))
        return
    draft = await drafts.keep(talk.conversation, about, guard.mask(words))
    await talk.ask(ask_drafts.question(draft, attached, change), _shown(awaited.what, draft))


async def hand_over(talk: Talk, draft: Draft, drafts: Drafts, desk: QuestionDesk, ways: Ways, journal: Journal) -> None:
    """The citizen has seen the words and sends them."""
    article = draft.about or None
    try:
        await desk.hand_over(talk.person, draft.text, article, talk.request)
    except TooLongError as long:
        await talk.say(ask.too_long(long.limit))
        return
    except TooManyOpenError as many:
        await talk.say(ask.too_many_open(many.limit))
    except NobodyToAskError:
        await talk.say(ask.nobody_to_ask(ways.region))
    else:
        await drafts.mark_sent(talk.conversation, draft)
        journal.note(talk.person, Kind.QUESTION, article)
        await talk.say(ask.handed_over(await desk.audience(), ways.region))
    await close_prompt(talk, Wait.QUESTION)


async def take(talk: Talk, action: AnswerQuestion, desk: QuestionDesk) -> None:
    """A librarian pressed «Ответить»."""
    if not desk.is_librarian(talk.person):
        await talk.say(ask.librarians_only())
    elif question := await open_question(talk, desk, action.question):
        await talk.ask(ask.write_the_answer(question), Awaited(Wait.ANSWER, str(question.id)))


async def propose_answer(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    awaited: Awaited,
    desk: QuestionDesk,
    drafts: Drafts,
    day_book: DayBook,
    attached: Odd | None,
) -> None:
    """A librarian's words for the citizen, never a visitor's code, shown before they go."""
    if not desk.is_librarian(talk.person):
        await talk.awaited.clear(talk.conversation)
        await talk.say(ask.librarians_only())
        return
    if read_code(text):
        await day_codes.code(talk, text, day_book)
        return
    about, earlier = await _shown_before(talk, awaited, drafts)
    words, change = continued(earlier, text)
    if secrets := guard.find_dangerous(words):
        await talk.say(ask.secret_in_answer(secrets))
        return
    if len(text) > MAX_TEXT:
        await talk.say(ask.too_long(MAX_TEXT))
        return
    question = await open_question(talk, desk, int(about), unsent=True)
    if question is None:
        await talk.awaited.clear(talk.conversation)
    elif earlier and len(words) > MAX_TEXT:
        await talk.say(ask_drafts.answer_too_long(earlier, question, MAX_TEXT))
    else:
        draft = await drafts.keep(talk.conversation, about, words)
        await talk.ask(ask_drafts.answer(draft, question, attached, change), _shown(awaited.what, draft))


async def give_answer(talk: Talk, draft: Draft, drafts: Drafts, desk: QuestionDesk, journal: Journal) -> None:
    """The librarian has seen the words and sends them; the right is checked again, it may be gone."""
    if not desk.is_librarian(talk.person):
        await talk.say(ask.librarians_only())
        return
    try:
        question = await desk.answer(QuestionId(int(draft.about)), draft.text, talk.person)
    except TooLongError as long:
        await talk.say(ask.too_long(long.limit))
        return
    except QuestionGoneError:
        await talk.say(ask.question_gone())
    except AlreadyAnsweredError as done:
        await talk.say(ask.already_answered(done.question, talk.person, unsent=True))
    else:
        await drafts.mark_sent(talk.conversation, draft)
        journal.note(question.citizen, Kind.REPLY, question.article)
        await talk.say(ask.answer_sent(question))
    await close_prompt(talk, Wait.ANSWER)


async def open_question(talk: Talk, desk: QuestionDesk, number: int, *, unsent: bool = False) -> Question | None:
    """The question that may be answered; otherwise it is said why not, and that what was written is `unsent`."""
    try:
        return await desk.open_question(QuestionId(number))
    except QuestionGoneError:
        await talk.say(ask.question_gone())
    except AlreadyAnsweredError as done:
        await talk.say(ask.already_answered(done.question, talk.person, unsent=unsent))
    return None


async def close_prompt(talk: Talk, what: Wait) -> None:
    """These words are awaited no more; another text that was asked for meanwhile still is."""
    awaited = talk.awaited.text(talk.conversation)
    if awaited and awaited.what is what:
        await talk.awaited.clear(talk.conversation)


async def _shown_before(talk: Talk, awaited: Awaited, drafts: Drafts) -> tuple[str, Draft | None]:
    """What the words are about, and those that are shown and not sent; none after «Исправить»."""
    about, _, number = awaited.context.partition("\n")
    return about, await drafts.find(talk.conversation, int(number)) if number else None


def _shown(what: Wait, draft: Draft) -> Awaited:
    """More words may come while the draft is shown."""
    return Awaited(what, f"{draft.about}\n{draft.number}")


async def _ask_for_words(talk: Talk, ways: Ways, article: str) -> None:
    if ways.can_ask:
        await talk.ask(ask.what_to_ask(), Awaited(Wait.QUESTION, article))
    else:
        await talk.say(ask.nobody_to_ask(ways.region))


ROUTES = Routes(
    commands={"ask": begin},
    menu={Menu.ASK: begin},
    actions={AskLibrarian: begin_about, AnswerQuestion: take},
    awaited={Wait.QUESTION: propose_question, Wait.ANSWER: propose_answer},
)
