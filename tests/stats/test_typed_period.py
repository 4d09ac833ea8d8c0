"""Days of a report as people type them."""

from datetime import date

import pytest

from bot.russian.time.doubts import Doubt, Unsure
from bot.stats.named_periods import NamedPeriod, last_month, last_week, span
from bot.stats.period import Period
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, names_days, typed_period

TODAY = date(2026, 11, 24)


def test_days_are_read_by_the_grammar() -> None:
    assert typed_period("за 9 месяцев", TODAY) == Period(date(2026, 1, 1), date(2026, 9, 30))


def test_what_was_not_understood_is_carried_to_the_screen() -> None:
    with pytest.raises(UnclearPeriodError) as unclear:
        typed_period("с 1 по 15 ноября кроме ремонта", TODAY)

    assert unclear.value.unsure == Unsure(Doubt.UNREAD, "с 1 по 15 ноября", "кроме ремонта")


@pytest.mark.parametrize(("text", "named"), {"март": True, "с 15 по 1 ноября": True, "забыл пароль": False}.items())
def test_words_that_name_days_are_told_from_others(text: str, named: bool) -> None:  # noqa: FBT001 - a table
    assert names_days(text) is named


def test_an_end_before_the_beginning_is_told_with_both() -> None:
    with pytest.raises(BackwardsPeriodError) as refused:
        typed_period("с 24.11.2026 по 01.01.2026", TODAY)

    assert (refused.value.first, refused.value.last) == (TODAY, date(2026, 1, 1))


@pytest.mark.parametrize("text", ["с 15 по 1 ноября", "15 – 1 ноября", "с 15 ноября по 1 ноября", "15.11 - 1.11"])
def test_days_of_one_month_that_run_backwards_do_not_reach_into_the_year_before(text: str) -> None:
    with pytest.raises(BackwardsPeriodError) as refused:
        typed_period(text, TODAY)

    assert (refused.value.first, refused.value.last) == (date(2026, 11, 15), date(2026, 11, 1))


SPANS = {
    NamedPeriod.WEEK: date(2026, 11, 18),
    NamedPeriod.MONTH: date(2026, 11, 1),
    NamedPeriod.QUARTER: date(2026, 10, 1),
    NamedPeriod.YEAR: date(2026, 1, 1),
}


@pytest.mark.parametrize(("which", "first"), SPANS.items())
def test_periods_of_the_buttons_end_today(which: NamedPeriod, first: date) -> None:
    assert span(which, TODAY) == Period(first, TODAY)


def test_whole_periods_behind_us_end_before_today() -> None:
    assert span(NamedPeriod.LAST_YEAR, TODAY) == Period(date(2025, 1, 1), date(2025, 12, 31))
    assert last_week(TODAY) == Period(date(2026, 11, 16), date(2026, 11, 22))
    assert last_month(date(2026, 1, 1)) == Period(date(2025, 12, 1), date(2025, 12, 31))
