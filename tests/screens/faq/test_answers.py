"""Questions and answers: every screen has its words, its buttons and a way out."""

from dataclasses import replace
from datetime import date

import pytest

from bot.faq.article import Article, ArticleId, Confidence, Group, GroupId
from bot.screens.actions import AskLibrarian, Browse, NoneFits, Rate, ShowArticle, ShowGroup
from bot.screens.common_buttons import HOME, SHELVES, visit_library
from bot.screens.faq import answers
from bot.screens.screen import Button, LinkButton, Screen, row
from tests.screens.region import PHONES, REGION


def article(id_: str, title: str = "Вопрос <1>?", body: str = "Ответ & **всё**.") -> Article:
    return Article(ArticleId(id_), GroupId("signin"), title, (), body)


def articles(count: int) -> tuple[Article, ...]:
    return tuple(article(f"a-{number}", f"Вопрос {number}") for number in range(1, count + 1))


ONE = article("one")
OTHER = article("other", "Другой?")
THIRD = article("third", "Третий?")
RATING = row(Button("👍 Помогло", Rate("one", helped=True)), Button("👎 Не помогло", Rate("one", helped=False)))
BOOKING = row(visit_library())
ASKING = row(Button("💬 Спросить библиотекаря", AskLibrarian("one")))
ASKING_AT_ALL = row(Button("💬 Спросить библиотекаря", AskLibrarian()))
OUT = row(SHELVES, HOME)


def test_an_answer_has_its_words_and_all_ways_on() -> None:
    assert answers.answer(ONE, (OTHER, THIRD), (THIRD,)) == Screen(
        "<b>Вопрос &lt;1&gt;?</b>\n\nОтвет &amp; <b>всё</b>.",
        (
            RATING,
            row(Button("Ещё вы спросили: Третий?", ShowArticle("third", "s"))),
            row(Button("Другой?", ShowArticle("other", "r"))),
            BOOKING,
            ASKING,
            OUT,
        ),
        keeps_numbers=True,
    )


def test_where_nobody_can_be_asked_no_button_promises_it() -> None:
    assert answers.answer(ONE, (), can_ask=False).rows == (RATING, BOOKING, OUT)


def test_the_topic_is_carried_to_the_booking() -> None:
    assert row(visit_library("recovery")) in answers.answer(replace(ONE, topic="recovery"), ()).rows


def test_a_checked_answer_says_so_and_shows_its_official_link() -> None:
    screen = answers.answer(replace(ONE, checked=date(2026, 11, 23), link="https://a.b"), ())

    assert screen.text.endswith("\n\n<i>Проверено: 23 ноября 2026</i>")
    assert row(LinkButton("Открыть на официальном сайте", "https://a.b")) in screen.rows


def test_a_link_that_nobody_has_checked_is_not_shown() -> None:
    assert answers.answer(replace(ONE, link="https://a.b"), ()) == answers.answer(ONE, ())


def test_a_checked_answer_without_a_link_has_no_link() -> None:
    assert answers.answer(replace(ONE, checked=date(2026, 11, 23)), ()).rows == answers.answer(ONE, ()).rows


CHANGING = replace(ONE, may_change="сумму меняют 1 февраля. Уточните: 115.")
DOUBT = "\n\n<i>Это могло измениться: сумму меняют 1 февраля. Уточните: 115.</i>"


def test_what_may_change_is_told_where_the_sources_are_partial() -> None:
    assert answers.answer(replace(CHANGING, confidence=Confidence.PARTIAL), ()).text.endswith(DOUBT)


def test_what_may_change_is_told_once_the_day_of_review_has_passed() -> None:
    assert answers.answer(CHANGING, ()) == answers.answer(ONE, ())
    assert answers.answer(CHANGING, (), is_overdue=True).text.endswith(DOUBT)


def test_an_overdue_answer_says_so_even_where_nobody_wrote_what_may_change() -> None:
    assert "давно не перечитывали" in answers.answer(ONE, (), is_overdue=True).text
    assert "перечитывали" not in answers.answer(ONE, ()).text


def test_an_advice_of_the_library_is_told_as_such() -> None:
    screen = answers.answer(replace(ONE, confidence=Confidence.ADVICE), ())

    assert screen.text.endswith("\n\n<i>Это подсказка библиотеки, а не правило портала.</i>")


def test_a_long_answer_is_parted_between_paragraphs_and_the_buttons_stand_under_the_last() -> None:
    paragraph = "я" * 1400
    screen = answers.answer(replace(ONE, body="\n\n".join([paragraph] * 5)), ())

    assert screen.before == (f"<b>Вопрос &lt;1&gt;?</b>\n\n{paragraph}\n\n{paragraph}", f"{paragraph}\n\n{paragraph}")
    assert (screen.text, screen.rows) == (paragraph, answers.answer(ONE, ()).rows)


def test_shelves_can_be_pressed_or_typed() -> None:
    groups = (Group(GroupId("signin"), "Вход", (ONE,)), Group(GroupId("health"), "Здоровье", (OTHER,)))

    assert answers.shelves(groups, 0) == Screen(
        "<b>Вопросы и ответы</b>\n\nВыберите, о чём вопрос, или напишите номер. Можно и сразу написать вопрос.",
        (row(Button("1. Вход", ShowGroup("signin"))), row(Button("2. Здоровье", ShowGroup("health"))), row(HOME)),
        choices=(ShowGroup("signin"), ShowGroup("health")),
    )


def test_a_shelf_tells_how_many_questions_it_holds() -> None:
    assert answers.shelf(Group(GroupId("signin"), "Вход & пароль", (ONE,)), 0) == Screen(
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
    screen = answers.shelf(Group(GroupId("signin"), "Вход", articles(17)), page)

    assert (screen.rows[0][0].label, screen.text.rpartition("\n\n")[2]) == (first, line)
    assert [button.label for button in screen.rows[-2]] == turning


def test_turning_a_page_leads_to_the_pages_beside_it() -> None:
    groups = tuple(Group(GroupId(f"g{number}"), f"Полка {number}", (ONE,)) for number in range(17))
    shelf = Group(GroupId("signin"), "Вход", articles(17))

    assert answers.shelves(groups, 1).rows[-2] == row(Button("← Назад", Browse(0)), Button("Дальше →", Browse(2)))
    assert answers.shelf(shelf, 1).rows[-2] == row(
        Button("← Назад", ShowGroup("signin", 0)), Button("Дальше →", ShowGroup("signin", 2))
    )


def test_the_numbers_of_a_page_mean_what_stands_on_it() -> None:
    assert answers.shelf(Group(GroupId("signin"), "Вход", articles(10)), 1).choices == (
        ShowArticle("a-9"),
        ShowArticle("a-10"),
    )


def test_a_full_page_alone_needs_no_turning() -> None:
    screen = answers.shelf(Group(GroupId("signin"), "Вход", articles(8)), 0)

    assert (len(screen.rows), "Страница" in screen.text) == (9, False)


def test_no_shelves_at_all_still_have_a_way_out() -> None:
    assert answers.shelves((), 3).rows == (row(HOME),)


def test_suggestions_can_be_pressed_typed_or_refused() -> None:
    assert answers.suggestions((ONE, OTHER)) == Screen(
        "Вы имели в виду что-то из этого?\n\nНажмите на свой вопрос или напишите его номер.",
        (
            row(Button("1. Вопрос <1>?", ShowArticle("one", "s"))),
            row(Button("2. Другой?", ShowArticle("other", "s"))),
            row(Button("Нет, другое", NoneFits())),
        ),
        choices=(ShowArticle("one", "s"), ShowArticle("other", "s")),
    )


def test_nothing_found_is_said_honestly_with_people_to_turn_to() -> None:
    with_librarian, without = answers.nothing_found(REGION, can_ask=True), answers.nothing_found(REGION, can_ask=False)

    assert with_librarian.rows == (ASKING_AT_ALL, OUT)
    assert "можно передать библиотекарю" in with_librarian.text
    assert (without.rows, "библиотекарю" in without.text) == ((OUT,), False)
    assert with_librarian.text.endswith(f"\n\n{PHONES}")
    assert without.text.endswith(f"\n\n{PHONES}")


def test_an_answer_that_is_gone_leads_on() -> None:
    assert answers.gone(REGION) == Screen(
        f"Этого ответа больше нет: справочник обновили.\n\nНапишите вопрос своими словами.\n\n{PHONES}", (OUT,)
    )


def test_who_was_helped_is_thanked() -> None:
    assert answers.helped() == Screen("Спасибо! Рады, что помогло. Если появится ещё вопрос — просто напишите его.")


def test_who_was_not_helped_is_led_on_to_two_neighbours_and_a_person() -> None:
    assert answers.not_helped(ONE, articles(3), REGION, can_ask=True) == Screen(
        "Жаль, что не помогло. Спасибо, что сказали: я это записал.\n\nЧто можно сделать сейчас:\n"
        "1. Напишите вопрос другими словами;\n2. Спросите библиотекаря: он ответит здесь, в чате;\n3. Позвоните.\n\n"
        + PHONES,
        (
            row(Button("Вопрос 1", ShowArticle("a-1", "r"))),
            row(Button("Вопрос 2", ShowArticle("a-2", "r"))),
            ASKING,
            OUT,
        ),
    )


def test_who_was_not_helped_where_nobody_can_be_asked_is_told_to_call() -> None:
    screen = answers.not_helped(ONE, (), REGION, can_ask=False)

    assert ("2. Позвоните." in screen.text, "библиотекаря" in screen.text, screen.rows) == (True, False, (OUT,))
