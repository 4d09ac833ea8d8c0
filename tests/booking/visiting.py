"""A visit as screens are given it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.booking.booking import Booking, BookingId, BookingState, Origin, VisitCode, Visitor
from bot.people import Address
from tests.booking.reading_room import LIPKI, local

AT = local("2026-11-25 10:00")


def a_booking(**changes: Any) -> Booking:
    booking = Booking(
        id=BookingId(7),
        code=VisitCode("КМ47"),
        centre=LIPKI,
        topic="passport",
        citizen=Address("telegram", 1001),
        visitor=Visitor("Анна"),
        origin=Origin.CHAT,
        starts_at=AT,
        ends_at=AT + timedelta(minutes=30),
        free_at=AT + timedelta(minutes=30),
        state=BookingState.BOOKED,
        made_at=AT - timedelta(days=1),
    )
    return replace(booking, **changes)
