"""Russian is right: plurals and dates."""

from datetime import date, datetime, timedelta, timezone

import pytest

from bot.russian.words import day_in_full, moment, plural


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 мест"), (1, "1 место"), (2, "2 места"), (3, "3 места"), (4, "4 места"), (5, "5 мест"),
        (10, "10 мест"), (11, "11 мест"), (12, "12 мест"), (13, "13 мест"), (14, "14 мест"), (15, "15 мест"),
        (20, "20 мест"), (21, "21 место"), (22, "22 места"), (25, "25 мест"), (100, "100 мест"), (101, "101 место"),
        (111, "111 мест"), (112, "112 мест"), (114, "114 мест"), (121, "121 место"), (1011, "1011 мест"),
    ],
)  # fmt: skip
def test_a_number_takes_its_form_of_the_word(number: int, words: str) -> None:
    assert plural(number, "место", "места", "мест") == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 23), "23 ноября 2026"),
        (date(2027, 1, 1), "1 января 2027"),
        (date(2028, 2, 29), "29 февраля 2028"),
        (date(2026, 5, 9), "9 мая 2026"),
    ],
)
def test_a_day_is_told_in_full(day: date, words: str) -> None:
    assert day_in_full(day) == words


def test_a_moment_is_told_with_its_weekday_in_the_zone_it_is_in() -> None:
    zone = timezone(timedelta(hours=3))

    assert moment(datetime(2026, 11, 24, 15, 0, tzinfo=zone)) == "вторник, 24 ноября, 15:00"
    assert moment(datetime(2026, 11, 29, 9, 5, tzinfo=zone)) == "воскресенье, 29 ноября, 09:05"
