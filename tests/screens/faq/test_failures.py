"""No answer, or one that did not help: said honestly, each time otherwise, at last with people to turn to."""

import pytest

from bot.faq.article import Article, ArticleId, GroupId
from bot.screens.actions import AskLibrarian, ShowArticle
from bot.screens.common_buttons import HOME, SHELVES, visit_library
from bot.screens.faq import failures
from bot.screens.screen import Button, Screen, row
from tests.screens.region import PHONES, REGION

ASKING = row(Button("💬 Спросить библиотекаря", AskLibrarian()))
OUT = row(SHELVES, HOME)


def articles(count: int) -> tuple[Article, ...]:
    ids = [f"a-{number}" for number in range(1, count + 1)]
    return tuple(Article(ArticleId(id_), GroupId("signin"), f"Вопрос {id_}", (), "Ответ.") for id_ in ids)


def test_nothing_found_is_said_honestly_with_people_to_turn_to() -> None:
    with_librarian = failures.nothing_found(REGION, can_ask=True)
    without = failures.nothing_found(REGION, can_ask=False)

    assert with_librarian.rows == (ASKING, OUT)
    assert "можно передать библиотекарю" in with_librarian.text
    assert (without.rows, "библиотекарю" in without.text) == ((OUT,), False)
    assert with_librarian.text.endswith(f"\n\n{PHONES}")
    assert without.text.endswith(f"\n\n{PHONES}")


@pytest.mark.parametrize(("failure", "rows"), [(2, (row(SHELVES), ASKING, row(HOME))), (3, (ASKING, row(HOME)))])
def test_the_second_failure_offers_topics_and_the_third_only_people(
    failure: int, rows: tuple[tuple[Button, ...], ...]
) -> None:
    assert failures.nothing_found(REGION, can_ask=True, failure=failure).rows == rows


def test_a_person_is_a_librarian_in_the_chat_or_at_the_library_or_a_telephone() -> None:
    everybody, nobody = failures.person(REGION, can_ask=True, can_book=True), failures.person(REGION, can_ask=False)

    assert everybody.rows == (ASKING, row(visit_library()), row(HOME))
    assert (nobody.rows, "библиотекарь" in nobody.text) == ((row(HOME),), False)
    assert nobody.text.endswith(f"\n\n{PHONES}")


def test_an_answer_that_is_gone_leads_on() -> None:
    assert failures.gone(REGION) == Screen(
        f"Этого ответа больше нет: справочник обновили.\n\nНапишите вопрос своими словами.\n\n{PHONES}", (OUT,)
    )


def test_who_was_not_helped_sees_other_answers_to_type_or_press() -> None:
    screen = failures.not_helped(articles(3), REGION)

    assert screen.text.startswith("Жаль, что не помогло. Спасибо, что сказали: я это записал.")
    assert screen.choices == tuple(ShowArticle(f"a-{number}", "r") for number in (1, 2, 3))


def test_who_was_not_helped_and_has_no_other_answer_is_asked_for_other_words() -> None:
    screen = failures.not_helped((), REGION)

    assert (screen.rows, screen.text.endswith(PHONES)) == ((), True)
