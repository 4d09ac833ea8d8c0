"""Until centres and bookings are known to the bot: where to go instead, said honestly."""

from bot.faq.article import Article
from bot.region import Region
from bot.screens.actions import ShowArticle
from bot.screens.screen import Button, Screen, column, row
from bot.screens.ways_out import HOME, SHELVES, ask_librarian, phones


def where_to_go(articles: tuple[Article, ...], region: Region, *, can_ask: bool) -> Screen:
    """No directory yet: what is known instead."""
    text = f"Адресов и часов библиотек у меня пока нет: проверенного списка ещё не дали.\n\n{_instead(can_ask=can_ask)}"
    return _with_ways(f"{text}\n\n{phones(region)}", articles, can_ask=can_ask)


def no_booking_yet(articles: tuple[Article, ...], region: Region, *, can_ask: bool) -> Screen:
    """Nothing can be booked here yet."""
    text = f"Записаться прямо здесь пока нельзя: библиотеки ещё не открыли запись.\n\n{_instead(can_ask=can_ask)}"
    return _with_ways(f"{text}\n\n{phones(region)}", articles, can_ask=can_ask)


def no_bookings() -> Screen:
    """The person's list, empty for the same reason."""
    return Screen("У вас нет записей. Записаться прямо здесь пока нельзя: библиотеки ещё не открыли запись.", menu=True)


def _instead(*, can_ask: bool) -> str:
    return (
        "Что можно сделать: спросить библиотекаря здесь или открыть ответ ниже."
        if can_ask
        else "Посмотрите ответ ниже."
    )


def _with_ways(text: str, articles: tuple[Article, ...], *, can_ask: bool) -> Screen:
    rows = column(Button(article.title, ShowArticle(article.id, "r")) for article in articles)
    asking = (row(ask_librarian()),) if can_ask else ()
    return Screen(text, (*rows, *asking, row(SHELVES, HOME)))
