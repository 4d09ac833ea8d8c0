"""The effect of new consultation hours: first slots, hours outside the opening hours, bookings outside them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby, islice

from bot.booking.booking import Booking, BookingState, Interval, Slot
from bot.booking.context import BookingContext
from bot.booking.slots import DAY, BookableDays, Occupancy, bookable_days, earliest, free_slots, stretches
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre
from bot.people import Address

DAYS_TOLD = 3
WEEK = 7
AHEAD = timedelta(days=400)  # farther nobody is booked


@dataclass(frozen=True, slots=True)
class HoursPreview:
    """Free slots by day; hours while the centre is shut; bookings outside the new hours, and more than its desks."""

    days: tuple[tuple[Slot, ...], ...]
    behind_doors: tuple[Interval, ...]
    outside: tuple[Booking, ...]
    beyond_desks: tuple[Booking, ...] = ()


class HoursPreviewer:
    """Computes what new consultation hours would change."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._booking_context = booking_context

    async def preview_of(self, librarian: Address, centre: Centre) -> HoursPreview:
        """The effect of these hours if they held from now on. Raises NotYours."""
        self._booking_context.check_serves(librarian, centre.id)
        now = self._booking_context.clock.now()
        booked, way = await self._booking_context.unit_of_work.read(lambda tx: self._look(tx, centre, now))
        days = bookable_days(centre, now)
        length = timedelta(minutes=centre.consultations.minutes if centre.consultations else 0)
        slots = free_slots(centre, days, length, way, earliest(centre, now), self._booking_context.limits.buffer)
        by_day = (tuple(of_day) for _, of_day in groupby(slots, key=lambda slot: centre.day(slot.starts_at)))
        outside = tuple(one for one in booked if not _is_received(centre, one.slot.interval, way.opened))
        desks = self._booking_context.desks(centre)
        return HoursPreview(
            tuple(islice(by_day, DAYS_TOLD)), tuple(_behind_doors(centre, now)), outside, _beyond(booked, desks)
        )

    def _look(self, tx: Transaction, centre: Centre, now: datetime) -> tuple[list[Booking], Occupancy]:
        ahead = tx.bookings.at_centre(centre.id, Interval(now, now + AHEAD))
        booked = [one for one in ahead if one.state is BookingState.BOOKED]
        return booked, self._booking_context.occupancy(tx, centre, bookable_days(centre, now))


def _beyond(booked: list[Booking], desks: int) -> tuple[Booking, ...]:
    """The bookings at whose beginning more people are booked than there are desks; none where nobody is received."""
    held = [one for one in booked if one.holds_desk]

    def at_once(one: Booking) -> int:
        return sum(other.starts_at <= one.starts_at < other.free_at for other in held)

    return tuple(one for one in held if desks and at_once(one) > desks)


def _is_received(centre: Centre, visit: Interval, opened: Iterable[Interval]) -> bool:
    received = stretches(centre, centre.day(visit.start), opened)
    return any(one.start <= visit.start and visit.end <= one.end for one in received)


def _behind_doors(centre: Centre, now: datetime) -> list[Interval]:
    """The consultation hours of the coming week that lie outside the opening hours."""
    today, found = centre.day(now), list[Interval]()
    for day in BookableDays(today, today + (WEEK - 1) * DAY):
        for wished in stretches(replace(centre, hours=None), day):
            found += _without(wished, [one for one in stretches(centre, day) if one.overlaps(wished)])
    return found


def _without(whole: Interval, parts: list[Interval]) -> list[Interval]:
    left, start = list[Interval](), whole.start
    for part in parts:
        if start < part.start:
            left.append(Interval(start, part.start))
        start = part.end
    return [*left, Interval(start, whole.end)] if start < whole.end else left
