"""The periods on buttons: those that are handed in are whole ones that are over."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.stats.named_periods import NamedPeriod, span
from bot.stats.period import Period

OVER = [
    NamedPeriod.LAST_MONTH,
    NamedPeriod.LAST_QUARTER,
    NamedPeriod.HALF_YEAR,
    NamedPeriod.NINE_MONTHS,
    NamedPeriod.LAST_YEAR,
]


@pytest.mark.parametrize(
    ("which", "today", "first", "last"),
    [
        (NamedPeriod.LAST_MONTH, "2026-11-30", "2026-10-01", "2026-10-31"),
        (NamedPeriod.LAST_MONTH, "2027-01-01", "2026-12-01", "2026-12-31"),
        (NamedPeriod.LAST_QUARTER, "2026-11-30", "2026-07-01", "2026-09-30"),
        (NamedPeriod.LAST_QUARTER, "2027-02-10", "2026-10-01", "2026-12-31"),
        (NamedPeriod.HALF_YEAR, "2026-06-30", "2025-01-01", "2025-06-30"),
        (NamedPeriod.HALF_YEAR, "2026-07-01", "2026-01-01", "2026-06-30"),
        (NamedPeriod.NINE_MONTHS, "2026-09-30", "2025-01-01", "2025-09-30"),
        (NamedPeriod.NINE_MONTHS, "2026-10-01", "2026-01-01", "2026-09-30"),
        (NamedPeriod.LAST_YEAR, "2026-11-30", "2025-01-01", "2025-12-31"),
        (NamedPeriod.QUARTER, "2026-11-30", "2026-10-01", "2026-11-30"),
    ],
)
def test_a_named_period_has_these_days(which: NamedPeriod, today: str, first: str, last: str) -> None:
    wanted = Period(date.fromisoformat(first), date.fromisoformat(last))

    assert span(which, date.fromisoformat(today)) == wanted


@given(st.sampled_from(OVER), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_what_is_handed_in_is_over_and_the_latest_such(which: NamedPeriod, today: date) -> None:
    found = span(which, today)

    assert found.last < today
    assert (today - found.last).days <= 366


@given(st.sampled_from(NamedPeriod), st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_no_named_period_reaches_into_the_future(which: NamedPeriod, today: date) -> None:
    assert span(which, today).last <= today
