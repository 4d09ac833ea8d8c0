"""What a button says of a draft is read back, whatever part of it is known."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking.booking import Visitor
from bot.booking.draft import BookingDraft
from bot.centres.centre import CentreId
from bot.centres.places.geo import Point
from bot.russian.time.values import DayPart
from bot.screens.booking.actions import ContinueBooking
from bot.screens.booking.draft_signs import continue_booking, draft_of
from bot.screens.callback_data import pack, unpack

DAY, HOUR = date(2026, 11, 25), time(10, 30)
KNOWN = BookingDraft("doctor", CentreId("ostrov"), DAY, HOUR)
# As they stand in people's chats: never change these lines.
RECORDED = [
    ("B:doctor:ostrov:DzyW", KNOWN),
    ("B:doctor:ostrov:J2", BookingDraft("doctor", CentreId("ostrov"), at=HOUR)),
    ("B:doctor:-:AK1", BookingDraft("doctor", day=DAY)),
    ("B:-:-:-", BookingDraft()),
    ("B:doctor:ostrov:EK1", BookingDraft("doctor", CentreId("ostrov"), DAY, part=DayPart.MORNING)),
    ("B:-:-:D", BookingDraft(part=DayPart.EVENING)),
    ("B:-:-:E", BookingDraft(soonest=True)),
    ("B:doctor:_53210876165:-", BookingDraft("doctor", near=Point(57.807, 28.357))),
]


@pytest.mark.parametrize(("packed", "draft"), RECORDED)
def test_a_recorded_button_means_what_it_meant(packed: str, draft: BookingDraft) -> None:
    assert pack(continue_booking(draft)) == packed
    action = unpack(packed)
    assert isinstance(action, ContinueBooking)
    assert draft_of(action) == draft


@given(
    st.builds(
        BookingDraft,
        st.none() | st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=2, max_size=16),
        st.none() | st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=39).map(CentreId),
        st.none() | st.dates(date(2025, 1, 1), date(2056, 1, 1)),
        st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    )
)
def test_any_draft_without_a_visitor_comes_back(draft: BookingDraft) -> None:
    action = unpack(pack(continue_booking(draft)))

    assert isinstance(action, ContinueBooking)
    assert draft_of(action) == draft


def test_no_button_carries_a_name() -> None:
    named = BookingDraft("doctor", visitor=Visitor("мама", for_other=True))

    assert continue_booking(named) == continue_booking(BookingDraft("doctor"))


@pytest.mark.parametrize("day", [date(2024, 12, 31), date(2999, 1, 1)])
def test_a_moment_that_no_sign_reaches_is_asked_again(day: date) -> None:
    assert draft_of(continue_booking(BookingDraft("doctor", day=day, at=HOUR))) == BookingDraft("doctor")


@pytest.mark.parametrize("at", ["A", "zz", "ABCDE", "__", "--", "*"])
def test_other_signs_are_no_draft(at: str) -> None:
    assert draft_of(ContinueBooking("doctor", "ostrov", at)) is None
