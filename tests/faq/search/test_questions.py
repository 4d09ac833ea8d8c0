"""Several questions of one message, and the question of a message that is too long to be read."""

import pytest

from bot.faq.search.questions import gist_of, questions_of


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("забыл пароль и как записаться к врачу", ["забыл пароль", "как записаться к врачу"]),
        ("Не помню пароль. Ещё как записать маму?", ["Не помню пароль", "как записать маму"]),
        ("1. где мфц 2. как оплатить штраф", ["где мфц", "как оплатить штраф"]),
        ("паспорт, снилс", ["паспорт, снилс"]),
        ("?!", []),
    ],
)
def test_a_message_is_cut_where_another_question_begins(text: str, pieces: list[str]) -> None:
    assert [question.text for question in questions_of(text)] == pieces


def test_a_piece_that_only_tells_something_asks_less_surely() -> None:
    assert [question.asks for question in questions_of("я была в мфц. куда идти теперь")] == [False, True]


def test_of_a_very_long_message_the_questions_are_read_wherever_they_stand() -> None:
    rambling = "Я уже третий день хожу по кабинетам и пишу вам. " * 80

    assert gist_of(f"{rambling} Подскажите, как восстановить пароль?") == "как восстановить пароль"
    assert gist_of("коротко") == "коротко"
    assert len(gist_of("слово " * 700)) <= 1_000
