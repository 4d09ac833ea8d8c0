"""The words of the calendar agree with each other, however they are written."""

import re

import pytest

from bot.russian.calendar_words import (
    MONTH_FORMS,
    MONTH_NAMES,
    MONTH_STEMS,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAY_FORMS,
    WEEKDAY_STEMS,
    WEEKDAYS,
    WEEKLY_FORMS,
    month_number,
    on_weekday,
)


def test_the_typed_forms_are_of_the_shown_words_in_their_order() -> None:
    assert (tuple(WEEKDAY_FORMS), tuple(MONTH_FORMS)) == (WEEKDAYS, MONTHS)
    assert len(WEEKLY_FORMS) == len(WEEKDAYS)
    assert [name in MONTH_FORMS[month] for month, name in zip(MONTHS, MONTH_NAMES, strict=True)] == [True] * 12


@pytest.mark.parametrize(("month", "forms"), MONTH_FORMS.items())
def test_a_month_is_known_by_its_beginning(month: str, forms: tuple[str, ...]) -> None:
    long = [form for form in (month, *forms) if form not in SHORT_MONTHS or form == "май"]

    assert {month_number(form) for form in long if form not in {"сент", "нояб"}} == {MONTHS.index(month) + 1}


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


def test_every_short_month_that_is_shown_can_be_typed() -> None:
    lost = [short for short, forms in zip(SHORT_MONTHS, MONTH_FORMS.values(), strict=True) if short not in forms]

    assert lost == []
