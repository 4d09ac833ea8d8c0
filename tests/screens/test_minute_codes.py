"""Days and moments come back from buttons as they were; numbers that no button of ours carries are none."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.minute_codes import day_of_number, minute_of, moment_of, number_of

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31)).map(  # noqa: DTZ001 - hypothesis wants them naive
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)


@given(MOMENTS)
def test_a_moment_comes_back_to_the_minute(moment: datetime) -> None:
    assert moment_of(minute_of(moment)) == moment
    assert minute_of(moment + timedelta(seconds=59)) == minute_of(moment)


@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)))
def test_a_day_comes_back(day: date) -> None:
    assert day_of_number(number_of(day)) == day


@given(st.integers(0, 2**53))
def test_no_number_raises(number: int) -> None:
    moment, day = moment_of(number), day_of_number(number)

    assert moment is None or minute_of(moment) == number
    assert day is None or number_of(day) == number


@pytest.mark.parametrize("number", [0, 1, 20261301, 20260230, 19991231, 22000101, 99991231, 2**53])
def test_a_day_that_is_none_is_none(number: int) -> None:
    assert day_of_number(number) is None


@pytest.mark.parametrize("minute", [0, 1, minute_of(datetime(2200, 1, 1, tzinfo=UTC)), 2**53])
def test_a_moment_beyond_any_button_is_none(minute: int) -> None:
    assert moment_of(minute) is None
