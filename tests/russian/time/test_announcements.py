"""Days that an announcement names as closed, or none; today is Tuesday, 24 November 2026."""

from datetime import date

import pytest

from bot.russian.time.closings.announcements import announced_days
from bot.russian.time.values import Stretch

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("4 декабря библиотека закрыта", 4, 4),
        ("С 7 по 9 декабря закрыто на ремонт", 7, 9),
        ("Закрыты 2, 3 и 4 декабря", 2, 4),
        ("Библиотека закрывается с 7 по 9 декабря", 7, 9),
        ("Закрыто 1 декабря, 2 декабря открыты", 1, 1),
        ("С 7 по 9 декабря закрыто, 10 декабря как обычно", 7, 9),
        ("Закрыто 7 декабря, выходим 8 декабря", 7, 7),
        ("7 декабря санитарный день, 8 декабря встреча с писателем", 7, 7),
        ("Закрыто 28 декабря. 29 декабря — встреча с писателем", 28, 28),
        ("12 декабря ёлка, 13 декабря закрыто", 13, 13),
        ("Закрыто 6 декабря, 7 декабря сокращённый день", 6, 6),
        ("8 декабря не будет электричества, библиотека закрыта", 8, 8),
        ("С 7 по 9 декабря выходные дни. Работаем с 10 декабря", 7, 9),
    ],
)
def test_the_days_are_found_among_other_words(text: str, first: int, last: int) -> None:
    assert announced_days(text, TODAY) == (Stretch(date(2026, 12, first), date(2026, 12, last)),)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("До пятницы закрыто, в пятницу открываемся", date(2026, 11, 26)),
        ("Закрыты до среды, в среду работаем", date(2026, 11, 24)),
        ("Закрыто до 10 декабря, 10 декабря ждём вас", date(2026, 12, 9)),
    ],
)
def test_the_day_of_working_again_is_not_closed(text: str, last: date) -> None:
    assert announced_days(text, TODAY) == (Stretch(TODAY, last),)


@pytest.mark.parametrize(
    "text",
    [
        "Закрыто по 10 декабря, 10 декабря ждём вас",
        "Закрыто до пятницы, в пятницу",
        "С 1 по 5 января закрыто, 6 работаем, с 7 по 10 закрыто",
        "Закрыто 5 декабря, ой, 6 декабря",
        "Закрыто 4 декабря и 11 декабря до обеда",
        "С 1 по 10 декабря закрыто, 5 декабря встреча с писателем",
        "Не закрыто 5 декабря",
        "Закрыты 5 декабря с 10 до 12",
    ],
)
def test_what_is_not_surely_closed_closes_nothing(text: str) -> None:
    assert announced_days(text, TODAY) == ()


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Закрыто 28–30 декабря и с 4 по 8 января", ("2026-12-28..2026-12-30", "2027-01-04..2027-01-08")),
        ("Не работаем 12, 13 и 19 декабря", ("2026-12-12..2026-12-13", "2026-12-19..2026-12-19")),
        ("Закрыто 3 декабря, 7 декабря тоже закрыто", ("2026-12-03..2026-12-03", "2026-12-07..2026-12-07")),
        (
            "28 декабря закрыто, 29 декабря встреча с писателем, 31 декабря закрыто",
            ("2026-12-28..2026-12-28", "2026-12-31..2026-12-31"),
        ),
        (
            "С 28 декабря по 10 января, кроме 4 и 5 января, закрыто",
            ("2026-12-28..2027-01-03", "2027-01-06..2027-01-10"),
        ),
    ],
)
def test_several_runs_are_found_one_by_one(text: str, runs: tuple[str, ...]) -> None:
    ends = (run.split("..") for run in runs)

    assert announced_days(text, TODAY) == tuple(Stretch(*map(date.fromisoformat, one)) for one in ends)
