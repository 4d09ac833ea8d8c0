"""Until libraries open their hours for booking: said honestly, with what can be done now."""

from bot.faq.article import Article
from bot.region.region import Region
from bot.screens.actions import ShowArticle
from bot.screens.centres.actions import FindCentre
from bot.screens.common_buttons import HOME, SHELVES, ask_librarian, phones
from bot.screens.screen import Button, Screen, column, row

NEAREST = Button("📍 Ближайший центр", FindCentre())


def no_booking_yet(articles: tuple[Article, ...], region: Region, *, can_ask: bool) -> Screen:
    """Nothing can be booked here yet."""
    text = (
        "Записаться прямо здесь пока нельзя: библиотеки ещё не открыли запись.\n\n"
        "Найдите ближайший центр: на его карточке часы и телефон, если они известны."
    )
    rows = column(Button(article.title, ShowArticle(article.id, "r")) for article in articles)
    asking = (row(ask_librarian()),) if can_ask else ()
    return Screen(f"{text}\n\n{phones(region)}", (row(NEAREST), *rows, *asking, row(SHELVES, HOME)))
