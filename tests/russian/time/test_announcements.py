"""Days that an announcement names as closed, or none; today is Tuesday, 24 November 2026."""

from datetime import date

import pytest

from bot.russian.time.announcements import announced_days
from bot.russian.time.values import Stretch

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("4 декабря библиотека закрыта", 4, 4),
        ("С 7 по 9 декабря закрыто на ремонт", 7, 9),
        ("Закрыты 2, 3 и 4 декабря", 2, 4),
        ("Библиотека закрывается с 7 по 9 декабря", 7, 9),
    ],
)
def test_the_days_are_found_among_other_words(text: str, first: int, last: int) -> None:
    assert announced_days(text, TODAY) == Stretch(date(2026, 12, first), date(2026, 12, last))


@pytest.mark.parametrize(
    "text",
    [
        "Закрыто 1 декабря, 2 декабря открыты",
        "До пятницы закрыто, в пятницу открываемся",
        "Закрыты до среды, в среду работаем",
        "Закрыто до 10 декабря, 10 декабря ждём вас",
        "С 7 по 9 декабря закрыто, 10 декабря как обычно",
        "Закрыто 7 декабря, выходим 8 декабря",
        "7 декабря санитарный день, 8 декабря встреча с писателем",
        "Закрыто 6 декабря, 7 декабря сокращённый день",
        "7 декабря закрыто, 8 декабря встреча с писателем",
        "Закрыто до пятницы, в пятницу",
    ],
)
def test_days_of_working_again_close_nothing(text: str) -> None:
    assert announced_days(text, TODAY) is None
