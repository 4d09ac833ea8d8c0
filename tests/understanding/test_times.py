"""Times are found wherever they stand in a message; what is taken back or cannot be is marked as left."""

from datetime import datetime

import pytest

from bot.understanding.extractors.times import said_times


def said(text: str, now: datetime) -> list[str]:
    return [("не " if one.is_left else "") + one.text for one in said_times(text, now)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("запишите меня на завтра на 11 в областную", ["на завтра на 11"]),
        ("перенесите с завтра на пятницу утром", ["не с завтра", "на пятницу утром"]),
        ("на вторник, ой нет, на среду часов в одиннадцать", ["не на вторник", "на среду часов в одиннадцать"]),
        ("завтра не могу, давайте в субботу", ["не завтра", "в субботу"]),
        ("не в среду а в четверг", ["не не в среду", "в четверг"]),
        ("опаздываю на 10 минут", []),
        ("мне 14 лет", []),
        ("1) как узнать стаж 2) где субсидия", []),
        ("Опочка, 4 декабря, к десяти, регистрация", ["4 декабря , к десяти"]),
    ],
)
def test_times_are_found_among_other_words(monday: datetime, text: str, found: list[str]) -> None:
    assert said(text, monday) == found


def test_two_days_at_once_contradict_each_other(monday: datetime) -> None:
    (one,) = said_times("запишите завтра в субботу", monday)

    assert one.is_contradictory


def test_what_has_passed_contradicts_nothing(monday: datetime) -> None:
    (one,) = said_times("он был вчера", monday)

    assert not one.is_contradictory
