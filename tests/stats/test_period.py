"""A period is compared with the equal one before it."""

from calendar import monthrange
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.stats.named_periods import NamedPeriod, span
from bot.stats.period import DAY, Period
from bot.storage.spans import spans

days = st.dates(date(1999, 1, 1), date(2031, 12, 31))
periods = st.tuples(days, days).map(lambda two: Period(min(two), max(two)))


def period(first: str, last: str) -> Period:
    return Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("of", "before"),
    [
        (("2026-11-24", "2026-11-24"), ("2026-11-23", "2026-11-23")),
        (("2026-11-16", "2026-11-22"), ("2026-11-09", "2026-11-15")),
        (("2026-10-01", "2026-10-31"), ("2026-09-01", "2026-09-30")),
        (("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28")),
        (("2026-07-01", "2026-09-30"), ("2026-04-01", "2026-06-30")),
        (("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31")),
        (("2026-01-01", "2026-11-24"), ("2025-01-01", "2025-11-24")),
        (("2024-01-01", "2024-02-29"), ("2023-01-01", "2023-02-28")),
        (("2025-01-01", "2025-02-28"), ("2024-01-01", "2024-02-29")),
        (("2026-01-01", "2026-03-31"), ("2025-01-01", "2025-03-31")),
        (("2026-01-01", "2026-11-30"), ("2025-01-01", "2025-11-30")),
        (("2026-01-01", "2026-01-31"), ("2025-01-01", "2025-01-31")),
        (("2028-01-01", "2028-02-28"), ("2027-01-01", "2027-02-28")),
        (("2024-01-01", "2026-11-24"), ("2021-02-06", "2023-12-31")),
    ],
)
def test_a_period_is_compared_with_the_equal_one_before(of: tuple[str, str], before: tuple[str, str]) -> None:
    assert period(*of).before() == period(*before)


def test_a_year_that_goes_on_on_the_leap_day_is_compared_with_the_last_of_february() -> None:
    assert Period(date(2024, 1, 1), date(2024, 3, 1)).before() == Period(date(2023, 1, 1), date(2023, 3, 1))


SOME_YEARS = [date.fromordinal(day) for day in range(date(2023, 1, 1).toordinal(), date(2033, 1, 1).toordinal())]


@pytest.mark.parametrize("day", SOME_YEARS[58:60] + SOME_YEARS[365::30] + [date(2024, 2, 29), date(2028, 2, 29)])
def test_a_year_so_far_is_compared_with_the_same_stretch_of_the_year_before(day: date) -> None:
    before = span(NamedPeriod.YEAR, day).before()

    assert (before.first, before.last.year, before.last.month) == (date(day.year - 1, 1, 1), day.year - 1, day.month)


def test_on_no_day_of_ten_years_does_the_comparison_of_a_year_so_far_jump() -> None:
    lasts = [span(NamedPeriod.YEAR, day).before().last for day in SOME_YEARS]

    steps = {(after - before).days for before, after in pairwise(lasts)}
    firsts = {span(NamedPeriod.YEAR, day).before().first for day in SOME_YEARS}
    assert steps == {0, 1, 2}  # around the end of February one year has a day more
    assert firsts == {date(year, 1, 1) for year in range(2022, 2032)}


@pytest.mark.parametrize("which", [NamedPeriod.WEEK, NamedPeriod.MONTH, NamedPeriod.QUARTER])
def test_other_spans_are_compared_with_what_ends_the_day_before_them(which: NamedPeriod) -> None:
    asked = [one for day in SOME_YEARS if (one := span(which, day)).first != date(one.first.year, 1, 1)]

    assert {one.before().last for one in asked} == {one.first - DAY for one in asked}
    assert {one.days - one.before().days for one in asked} <= set(range(-3, 4))  # as many days, or as many months


@given(periods)
def test_the_period_before_ends_before_the_period_begins(one: Period) -> None:
    assert one.before().last < one.first


def test_a_period_that_ends_before_it_begins_is_none() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        period("2026-11-24", "2026-11-23")


def test_a_year_is_read_as_a_year_a_month_as_a_month_and_the_rest_as_days() -> None:
    wanted = period("2024-12-30", "2026-02-02")

    assert spans(wanted, years=True) == ["2024-12-30", "2024-12-31", "2025", "2026-01", "2026-02-01", "2026-02-02"]
    assert spans(period("2025-11-30", "2026-01-01")) == ["2025-11-30", "2025-12", "2026-01-01"]


@settings(deadline=None)
@given(periods, st.booleans())
def test_spans_are_exactly_the_days_of_the_period(one: Period, years: bool) -> None:  # noqa: FBT001 - drawn by hypothesis
    found = spans(one, years=years)

    assert [day for span in found for day in _days_of(span)] == _between(one.first, one.last)


def _days_of(span: str) -> list[date]:
    first = date.fromisoformat(f"{span}-01-01"[:10])
    last = {4: date(first.year, 12, 31), 7: date(first.year, first.month, monthrange(first.year, first.month)[1])}
    return _between(first, last.get(len(span), first))


def _between(first: date, last: date) -> list[date]:
    return [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1)]
