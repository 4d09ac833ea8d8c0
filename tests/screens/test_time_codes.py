"""Moments on buttons."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.time_codes import date_of, day_code, moment_code, moment_of


@given(st.datetimes(datetime(2025, 1, 1), datetime(2056, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 - bounds; the zone is drawn
def test_a_moment_comes_back_to_the_minute(at: datetime) -> None:
    assert moment_of(moment_code(at)) == at.replace(second=0, microsecond=0)


@given(st.dates(date(2025, 1, 1), date(2056, 1, 1)))
def test_a_day_comes_back(day: date) -> None:
    assert date_of(day_code(day)) == day


@given(st.text(max_size=6))
def test_whatever_stands_on_a_button_is_a_moment_or_nothing(code: str) -> None:
    at = moment_of(code)

    assert at is None or moment_code(at) == code


@pytest.mark.parametrize("at", [datetime(2024, 12, 31, tzinfo=UTC), datetime(2057, 1, 1, tzinfo=UTC)])
def test_a_moment_beyond_the_signs_is_refused(at: datetime) -> None:
    with pytest.raises(ValueError, match="no code"):
        moment_code(at)


def test_what_is_no_code_is_no_day() -> None:
    assert date_of("abc") is None
