"""Questions and answers in the chat."""

from bot.conversation import BOOKING_STEPS
from bot.faq.article import Article
from bot.faq.gaps import GapBook
from bot.faq.reference import Found, Reference
from bot.faq.search import Decision
from bot.faq.small_talk import small_talk
from bot.handlers.nearby import Nearby
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.privacy import guard
from bot.screens import faq, odd
from bot.screens import small_talk as chatter
from bot.screens.actions import Browse, NoneFits, Rate, ShowArticle, ShowGroup
from bot.screens.menu import Menu
from bot.screens.screen import Screen
from bot.stats.contact import Kind
from bot.stats.journal import Journal

_KINDS = {Decision.ANSWER: Kind.ANSWER, Decision.SUGGEST: Kind.SUGGESTION, Decision.NONE: Kind.NOTHING_FOUND}


async def question(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk, text: str, reference: Reference, nearby: Nearby, ways: Ways, journal: Journal, gaps: GapBook
) -> None:
    """Any words that nothing else claims."""
    if (kind := small_talk(text)) is not None:
        journal.note(talk.person, Kind.TALK, detail=kind)
        talk.understood = False
        await talk.say(chatter.reply(kind, ways.region, can_ask=ways.can_ask))
        return
    found = reference.find(text)
    if found.decision is Decision.NONE and await _is_place(talk, text, nearby, journal):
        return
    counted = journal.note(talk.person, _KINDS[found.decision], found.articles[0].id if found.articles else None)
    talk.understood = found.decision is not Decision.NONE
    await talk.say(_answer(found, text, reference, ways))
    if counted and found.decision is not Decision.ANSWER and odd.is_russian(text) and not _left_booking(talk):
        gaps.note(guard.mask(text), found.decision)


def _left_booking(talk: Talk) -> bool:
    """Whether the words may be a name meant for a booking that was begun: the way back is offered below the answer."""
    left = talk.awaited.left(talk.conversation)
    return left is not None and left.what in BOOKING_STEPS


async def _is_place(talk: Talk, text: str, nearby: Nearby, journal: Journal) -> bool:
    """«Печоры» alone is no question: the person wants what is near."""
    match = nearby.place(text)
    if not match.places or match.guessed:
        return False
    journal.note(talk.person, Kind.CENTRE_FOUND, detail="typed")
    await talk.say(await nearby.typed(match))
    return True


def _answer(found: Found, text: str, reference: Reference, ways: Ways) -> Screen:
    match found.decision:
        case Decision.ANSWER:
            return ways.answer(found.articles[0], reference.related(found.articles[0]), found.also)
        case Decision.SUGGEST:
            return faq.suggestions(found.articles)
        case Decision.NONE:
            return odd.unreadable(text) or faq.nothing_found(ways.region, can_ask=ways.can_ask)


async def shelves(talk: Talk, reference: Reference, journal: Journal) -> None:
    """/faq and its menu button: a new message."""
    journal.note(talk.person, Kind.TALK, detail="faq")
    await talk.say(faq.shelves(reference.library.groups, 0))


async def turn_shelves(talk: Talk, action: Browse, reference: Reference) -> None:
    """Pages of the shelves, in place."""
    await talk.turn(faq.shelves(reference.library.groups, action.page))


async def show_group(talk: Talk, action: ShowGroup, reference: Reference, ways: Ways) -> None:
    """One shelf, in place."""
    group = reference.library.group(action.group)
    await talk.turn(faq.shelf(group, action.page) if group else faq.gone(ways.region))


async def show_article(talk: Talk, action: ShowArticle, reference: Reference, ways: Ways, journal: Journal) -> None:
    """An answer chosen by a button or a number."""
    article = reference.library.article(action.article)
    journal.note(talk.person, Kind.READ, article.id if article else None, detail=action.via)
    await talk.say(ways.answer(article, reference.related(article)) if article else faq.gone(ways.region))


async def open_link(talk: Talk, link: str, reference: Reference, ways: Ways, journal: Journal) -> None:
    """A deep link `q_<article>` from a poster or a page."""
    await talk.say(ways.welcome())
    await show_article(talk, ShowArticle(link, "d"), reference, ways, journal)


async def none_fits(talk: Talk, ways: Ways, journal: Journal) -> None:
    """«Нет, другое»."""
    journal.note(talk.person, Kind.NOTHING_FOUND, detail="none_fits")
    await talk.say(faq.nothing_found(ways.region, can_ask=ways.can_ask))


async def rate(talk: Talk, action: Rate, reference: Reference, ways: Ways, journal: Journal) -> None:
    """«👍 Помогло» and «👎 Не помогло»; a second tap is only acknowledged."""
    if await journal.rate(talk.person, action.article, helped=action.helped):
        article = reference.library.article(action.article)
        await talk.say(_after_rating(article, reference, ways, helped=action.helped))
    else:
        talk.toast = faq.ALREADY_RATED


def _after_rating(article: Article | None, reference: Reference, ways: Ways, *, helped: bool) -> Screen:
    if helped or article is None:
        return faq.helped() if helped else faq.gone(ways.region)
    return faq.not_helped(article, reference.related(article), ways.region, can_ask=ways.can_ask)


ROUTES = Routes(
    commands={"faq": shelves},
    menu={Menu.FAQ: shelves},
    actions={
        Browse: turn_shelves,
        ShowGroup: show_group,
        ShowArticle: show_article,
        NoneFits: none_fits,
        Rate: rate,
    },
    links={"q": open_link},
)
