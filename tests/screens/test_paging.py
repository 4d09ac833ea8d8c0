"""A long list a page at a time."""

import pytest

from bot.screens.actions import Browse
from bot.screens.paging import NEARER_AND_ON, Page
from bot.screens.screen import Button


@pytest.mark.parametrize(
    ("total", "asked", "number", "shown"),
    [
        (7, 0, 0, "абв"),
        (7, 1, 1, "где"),
        (7, 2, 2, "ё"),
        (7, 9, 2, "ё"),
        (7, -1, 0, "абв"),
        (3, 1, 0, "абв"),
        (0, 5, 0, ""),
    ],
)
def test_the_page_asked_for_or_the_nearest_there_is(total: int, asked: int, number: int, shown: str) -> None:
    page = Page(total, 3, asked)

    assert (page.number, page.of("абвгдеё"[:total])) == (number, shown)


def test_the_buttons_lead_to_the_pages_beside_it() -> None:
    back, forth = Button("← Назад", Browse(0)), Button("Дальше →", Browse(2))

    assert [Page(7, 3, asked).turning(Browse) for asked in range(3)] == [
        ((Button("Дальше →", Browse(1)),),),
        ((back, forth),),
        ((Button("← Назад", Browse(1)),),),
    ]
    assert Page(3, 3, 0).turning(Browse) == ()


def test_a_list_may_have_words_of_its_own() -> None:
    assert Page(4, 3, 1).turning(Browse, NEARER_AND_ON) == ((Button("← Ближе", Browse(0)),),)


def test_the_line_stands_only_where_there_are_more_pages() -> None:
    assert [Page(total, 3, 1).line() for total in (3, 4)] == ["", "Страница 2 из 2."]
    assert Page(4, 3, 0).line("4 центра") == "Страница 1 из 2, всего 4 центра."
