"""Renders the notices to librarians about bookings at the moment of sending."""

from datetime import datetime

from bot.booking.booking import BookingId, BookingState
from bot.booking.notices import BOOKING_CANCELLED, BOOKING_IN_TIME, BOOKING_LATE, BOOKING_MADE, BOOKING_MOVED
from bot.handlers.feature import Renders
from bot.handlers.librarian_day.day_view import DayView
from bot.outbox.notice import Payload
from bot.people import Address
from bot.screens.librarian_day import notices
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.screen import Screen


def day_renders(day_view: DayView) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    def signed(payload: Payload) -> str:
        """Who of those who work here has done it; empty where it was the citizen."""
        return day_view.name_of(Address(str(payload["by_channel"]), int(payload["by"]))) if "by" in payload else ""

    async def found(payload: Payload, state: BookingState) -> DayVisit | None:
        booking = await day_view.booking.told_of(BookingId(int(payload["booking"])))
        stands = booking and booking.state is state and booking.revision == payload["revision"]
        return await day_view.seen(booking) if booking and stands else None

    async def made(payload: Payload) -> Screen | None:
        visit = await found(payload, BookingState.BOOKED)
        return notices.made(visit, signed(payload)) if visit else None

    async def moved(payload: Payload) -> Screen | None:
        visit = await found(payload, BookingState.BOOKED)
        return notices.moved(visit, datetime.fromisoformat(str(payload["from"])), signed(payload)) if visit else None

    async def cancelled(payload: Payload) -> Screen | None:
        visit = await found(payload, BookingState.CANCELLED)
        return notices.cancelled(visit, signed(payload)) if visit else None

    async def late(payload: Payload) -> Screen | None:
        visit = await found(payload, BookingState.BOOKED)
        return notices.late(visit) if visit and visit.booking.late == payload["minutes"] else None

    async def in_time(payload: Payload) -> Screen | None:
        visit = await found(payload, BookingState.BOOKED)
        return notices.in_time(visit) if visit and visit.booking.late is None else None

    return {
        BOOKING_MADE: made,
        BOOKING_MOVED: moved,
        BOOKING_CANCELLED: cancelled,
        BOOKING_LATE: late,
        BOOKING_IN_TIME: in_time,
    }
