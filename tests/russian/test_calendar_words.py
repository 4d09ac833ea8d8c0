"""The words of the calendar agree with each other, however they are written."""

import re

import pytest

from bot.russian.calendar_words import (
    MONTH_NAMES,
    MONTH_STEMS,
    MONTHS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY_STEMS,
    WEEKDAYS,
    WEEKDAYS_ACCUSATIVE,
    month_number,
    on_weekday,
)
from bot.russian.time.grammar.vocabulary import KINDS


@pytest.mark.parametrize(("month", "name"), list(zip(MONTHS, MONTH_NAMES, strict=True)))
def test_a_month_is_known_by_its_beginning(month: str, name: str) -> None:
    assert month_number(month) == month_number(name) == MONTHS.index(month) + 1


@pytest.mark.parametrize("word", ["маяк", "утро", ""])
def test_other_words_are_no_month(word: str) -> None:
    assert month_number(word) is None


def test_every_weekday_has_one_beginning() -> None:
    found = [[number for number, stem in enumerate(WEEKDAY_STEMS) if re.match(stem, day)] for day in WEEKDAYS]

    assert found == [[number] for number in range(7)]
    assert len(MONTH_STEMS) == 12


def test_on_a_weekday() -> None:
    assert [on_weekday(number) for number in (0, 1, 2, 5)] == [
        "в понедельник",
        "во вторник",
        "в среду",
        "в субботу",
    ]


@pytest.mark.parametrize(
    "shown", [*MONTHS, *MONTH_NAMES, *SHORT_MONTHS, *WEEKDAYS, *SHORT_WEEKDAYS, *WEEKDAYS_ACCUSATIVE]
)
def test_every_word_that_is_shown_can_be_typed(shown: str) -> None:
    assert KINDS[shown][0] in {"MONTHG", "MONTH", "MONTHA", "WD"}
