"""The groups of the FAQ: pages, numbers and a way out."""

import pytest

from bot.faq.article import Article, ArticleId, Group, GroupId
from bot.screens.actions import Browse, ShowArticle, ShowGroup
from bot.screens.common_buttons import HOME, SHELVES
from bot.screens.faq import shelves
from bot.screens.screen import Button, Screen, row

OUT = row(SHELVES, HOME)


def article(id_: str, title: str = "Вопрос <1>?", body: str = "Ответ & **всё**.") -> Article:
    return Article(ArticleId(id_), GroupId("signin"), title, (), body)


def articles(count: int) -> tuple[Article, ...]:
    return tuple(article(f"a-{number}", f"Вопрос {number}") for number in range(1, count + 1))


ONE = article("one")
OTHER = article("other", "Другой?")


def test_shelves_can_be_pressed_or_typed() -> None:
    groups = (Group(GroupId("signin"), "Вход", (ONE,)), Group(GroupId("health"), "Здоровье", (OTHER,)))

    assert shelves.shelves(groups, 0) == Screen(
        "<b>Вопросы и ответы</b>\n\nВыберите, о чём вопрос, или напишите номер. Можно и сразу написать вопрос.",
        (row(Button("1. Вход", ShowGroup("signin"))), row(Button("2. Здоровье", ShowGroup("health"))), row(HOME)),
        choices=(ShowGroup("signin"), ShowGroup("health")),
    )


def test_a_shelf_tells_how_many_questions_it_holds() -> None:
    assert shelves.shelf(Group(GroupId("signin"), "Вход & пароль", (ONE,)), 0) == Screen(
        "<b>Вход &amp; пароль</b>\n\nЗдесь 1 вопрос. Нажмите на свой или напишите его номер.",
        (row(Button("1. Вопрос <1>?", ShowArticle("one"))), OUT),
        choices=(ShowArticle("one"),),
    )


@pytest.mark.parametrize(
    ("page", "first", "line", "turning"),
    [
        (0, "1. Вопрос 1", "Страница 1 из 3.", ["Дальше →"]),
        (1, "1. Вопрос 9", "Страница 2 из 3.", ["← Назад", "Дальше →"]),
        (2, "1. Вопрос 17", "Страница 3 из 3.", ["← Назад"]),
        (99, "1. Вопрос 17", "Страница 3 из 3.", ["← Назад"]),
    ],
)
def test_a_long_shelf_has_pages(page: int, first: str, line: str, turning: list[str]) -> None:
    screen = shelves.shelf(Group(GroupId("signin"), "Вход", articles(17)), page)

    assert (screen.rows[0][0].label, screen.text.rpartition("\n\n")[2]) == (first, line)
    assert [button.label for button in screen.rows[-2]] == turning


def test_turning_a_page_leads_to_the_pages_beside_it() -> None:
    groups = tuple(Group(GroupId(f"g{number}"), f"Полка {number}", (ONE,)) for number in range(17))
    shelf = Group(GroupId("signin"), "Вход", articles(17))

    assert shelves.shelves(groups, 1).rows[-2] == row(Button("← Назад", Browse(0)), Button("Дальше →", Browse(2)))
    assert shelves.shelf(shelf, 1).rows[-2] == row(
        Button("← Назад", ShowGroup("signin", 0)), Button("Дальше →", ShowGroup("signin", 2))
    )


def test_the_numbers_of_a_page_mean_what_stands_on_it() -> None:
    assert shelves.shelf(Group(GroupId("signin"), "Вход", articles(10)), 1).choices == (
        ShowArticle("a-9"),
        ShowArticle("a-10"),
    )


def test_a_full_page_alone_needs_no_turning() -> None:
    screen = shelves.shelf(Group(GroupId("signin"), "Вход", articles(8)), 0)

    assert (len(screen.rows), "Страница" in screen.text) == (9, False)


def test_no_shelves_at_all_still_have_a_way_out() -> None:
    assert shelves.shelves((), 3).rows == (row(HOME),)
