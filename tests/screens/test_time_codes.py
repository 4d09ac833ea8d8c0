"""Moments on buttons."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.screens.booking.actions import BookTime
from bot.screens.callback_data import unpack
from bot.screens.librarian_day.actions import ShowDay
from bot.screens.my_bookings.actions import MoveTo, MoveToDay
from bot.screens.time_codes import date_of, day_code, minute_of, moment_code, moment_of, number_of

NUMBERED = st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31)).map(  # noqa: DTZ001 - hypothesis wants them naive
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=UTC)
)
VISIT = datetime(2026, 11, 25, 7, 30, tzinfo=UTC)
# As they stand in people's chats: never change these lines.
RECORDED = [
    ("T:signin:pskov-main:Dzvi", VISIT),
    ("ut:7:29926530", VISIT),
    ("dd:pskov-main:Dzog:0", VISIT.date()),
    ("ud:7:20261125:0", VISIT.date()),
]


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


@given(NUMBERED)
def test_the_number_of_a_moment_comes_back_to_the_minute(moment: datetime) -> None:
    assert moment_of(minute_of(moment)) == moment
    assert minute_of(moment + timedelta(seconds=59)) == minute_of(moment)


@given(st.dates(date(2000, 1, 1), date(2199, 12, 31)))
def test_the_number_of_a_day_comes_back(day: date) -> None:
    assert date_of(number_of(day)) == day


@given(st.integers(0, 2**53))
def test_no_number_raises(number: int) -> None:
    moment, day = moment_of(number), date_of(number)

    assert moment is None or minute_of(moment) == number
    assert day is None or number_of(day) == number


@pytest.mark.parametrize("number", [0, 1, 20261301, 20260230, 19991231, 22000101, 99991231, 2**53])
def test_a_day_that_is_none_is_none(number: int) -> None:
    assert date_of(number) is None


@pytest.mark.parametrize("minute", [0, 1, minute_of(datetime(2200, 1, 1, tzinfo=UTC)), 2**53])
def test_a_moment_beyond_any_button_is_none(minute: int) -> None:
    assert moment_of(minute) is None


@pytest.mark.parametrize(("data", "moment"), RECORDED)
def test_buttons_of_the_first_releases_still_mean_their_moment(data: str, moment: datetime | date) -> None:
    action = unpack(data)

    assert isinstance(action, BookTime | MoveTo | ShowDay | MoveToDay)
    match action:
        case BookTime(at=code) | MoveTo(minute=code):
            assert moment_of(code) == moment
        case ShowDay(on=code) | MoveToDay(day=code):
            assert date_of(code) == moment
