"""Until the directory and the bookings are here: honest words and the answers that help meanwhile."""

from bot.faq.article import Article
from bot.faq.reference import Reference
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.screens import centres
from bot.screens.actions import BookVisit, FindCentre
from bot.screens.menu import Menu

_ABOUT_PLACES = ("ps-libraries-list", "conf-nearest", "lib-what")
_ABOUT_VISITS = ("lib-booking", "lib-bring", "lib-can")


async def find_centre(talk: Talk, reference: Reference, ways: Ways) -> None:
    """«Ближайший центр»."""
    await talk.say(centres.where_to_go(_articles(reference, _ABOUT_PLACES), ways.region, can_ask=ways.can_ask))


async def book(talk: Talk, reference: Reference, ways: Ways) -> None:
    """«Записаться»."""
    await talk.say(centres.no_booking_yet(_articles(reference, _ABOUT_VISITS), ways.region, can_ask=ways.can_ask))


async def my_bookings(talk: Talk) -> None:
    """«Мои записи»."""
    await talk.say(centres.no_bookings())


def _articles(reference: Reference, ids: tuple[str, ...]) -> tuple[Article, ...]:
    return tuple(article for id_ in ids if (article := reference.library.article(id_)))


ROUTES = Routes(
    commands={"centres": find_centre, "book": book, "my": my_bookings},
    menu={Menu.CENTRES: find_centre, Menu.BOOK: book, Menu.MY: my_bookings},
    actions={FindCentre: find_centre, BookVisit: book},
)
