"""A visit to test screens with: tomorrow at ten in Lipki, seen on Tuesday at noon."""

from dataclasses import replace
from datetime import date, datetime

from bot.booking.booking import (
    Booking,
    BookingId,
    BookingState,
    Origin,
    Slot,
    VisitCode,
    Visitor,
    WaitlistEntry,
    WaitlistPlaceId,
)
from bot.centres.centre import Centre
from bot.region.topics import Topic
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.my_bookings.waitlist import WaitlistView
from bot.screens.screen import Button, Screen
from tests.booking.reading_room import ANNA, LIPKI, MOSCOW, local, reading_room
from tests.hand_clock import NOON

TEN, HALF_PAST_TEN = local("2026-11-25 10:00"), local("2026-11-25 10:30")
PASSPORT = Topic("passport", "Паспорт", 30, ("паспорт", "СНИЛС <зелёный>"), ())
CENTRE = replace(reading_room(), address="Липки, ул. Лесная, 1")
BOOKING = Booking(
    id=BookingId(7),
    code=VisitCode("КМ47"),
    centre=LIPKI,
    topic="passport",
    citizen=ANNA,
    visitor=Visitor("Анна"),
    origin=Origin.CHAT,
    starts_at=TEN,
    ends_at=HALF_PAST_TEN,
    free_at=HALF_PAST_TEN,
    state=BookingState.BOOKED,
    made_at=NOON,
)


def visit(
    state: BookingState = BookingState.BOOKED, *, centre: Centre | None = CENTRE, now: datetime = NOON, **other: object
) -> BookingView:
    booking = replace(BOOKING, state=state, **other)  # type: ignore[arg-type]  # - fields of a booking
    return BookingView(booking, centre, PASSPORT, MOSCOW, now)


def slot(starts_at: str) -> Slot:
    start = local(starts_at)
    return Slot(start, start + (HALF_PAST_TEN - TEN), LIPKI)


def waiting(day: date, ahead: int = 0, centre: Centre | None = CENTRE) -> WaitlistView:
    place = WaitlistEntry(WaitlistPlaceId(3), ANNA, Visitor("Анна"), LIPKI, "passport", day, NOON)
    return WaitlistView(place, centre, ahead)


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def actions(screen: Screen) -> list[object]:
    return [button.action for row in screen.rows for button in row if isinstance(button, Button)]
