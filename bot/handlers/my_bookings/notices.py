"""Renders the notices to citizens about their bookings at the moment of sending."""

from datetime import datetime

from bot.booking.booking import BookingId, BookingState
from bot.booking.notices import (
    OFFER_PASSED,
    PLACE_OFFERED,
    REMINDER_EVE,
    REMINDER_SOON,
    TIME_BACK,
    VISIT_CALLED_OFF,
    VISIT_DISPLACED,
    VISIT_MOVED,
    VISIT_OVER,
)
from bot.handlers.feature import Renders
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.outbox.notice import Payload
from bot.screens.my_bookings import notices, waitlist
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.screen import Screen


def my_booking_renders(own: MyBookings) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""
    tell = CitizenNotices(own)
    return {
        REMINDER_EVE: tell.evening_before,
        REMINDER_SOON: tell.two_hours_before,
        PLACE_OFFERED: tell.place_offered,
        OFFER_PASSED: tell.offer_passed,
        VISIT_DISPLACED: tell.displaced,
        TIME_BACK: tell.time_back,
        VISIT_MOVED: tell.moved,
        VISIT_CALLED_OFF: tell.called_off,
        VISIT_OVER: tell.over,
    }


class CitizenNotices:
    def __init__(self, own: MyBookings) -> None:
        self._own = own

    async def evening_before(self, payload: Payload) -> Screen | None:
        return await self._reminder(payload, eve=True)

    async def two_hours_before(self, payload: Payload) -> Screen | None:
        return await self._reminder(payload, eve=False)

    async def place_offered(self, payload: Payload) -> Screen | None:
        visit = await self._standing(payload, BookingState.OFFERED)
        return waitlist.offer(visit) if visit and visit.is_held else None

    async def offer_passed(self, payload: Payload) -> Screen | None:
        visit = await self._standing(payload, BookingState.LAPSED)
        return waitlist.passed(visit) if visit else None

    async def displaced(self, payload: Payload) -> Screen | None:
        visit = await self._standing(payload, BookingState.DISPLACED)
        if visit is None:
            return None
        times = map(datetime.fromisoformat, str(payload["times"]).split())
        why = await self._own.booking.why_closed(visit.booking)
        return notices.displaced(visit, [time for time in times if time > visit.now], why)

    async def time_back(self, payload: Payload) -> Screen | None:
        visit = await self._standing(payload, BookingState.DISPLACED)
        return notices.time_back(visit) if visit and visit.starts > visit.now else None

    async def moved(self, payload: Payload) -> Screen | None:
        visit = await self._standing(payload, BookingState.BOOKED)
        former = datetime.fromisoformat(str(payload["from"]))
        return notices.moved_by_library(visit, former) if visit and visit.can_change else None

    async def called_off(self, payload: Payload) -> Screen | None:
        visit = await self._standing(payload, BookingState.CANCELLED)
        return notices.called_off(visit) if visit else None

    async def over(self, payload: Payload) -> Screen | None:
        visit = await self._standing(payload, BookingState.ARRIVED)
        return notices.did_it_help(visit) if visit and visit.booking.rating is None else None

    async def _reminder(self, payload: Payload, *, eve: bool) -> Screen | None:
        visit = await self._standing(payload, BookingState.BOOKED)
        if visit is None or visit.booking.citizen is None or not visit.can_change:
            return None
        wish = await self._own.wish(visit.booking.citizen)
        wanted = wish.eve if eve else wish.soon
        return notices.reminder(visit, with_things=eve) if wanted else None

    async def _standing(self, payload: Payload, state: BookingState) -> BookingView | None:
        """The booking, while it stands as it did when the notice was queued."""
        booking = await self._own.booking.told_of(BookingId(int(payload["booking"])))
        if booking is None or (booking.state, booking.revision) != (state, payload["revision"]):
            return None
        return self._own.seen(booking)
