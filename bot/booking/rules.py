"""The rules of taking a slot, shared by citizens' booking, the waitlist and the librarians."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.booking.booking import Booking, BookingState, Interval, Slot, Visitor
from bot.booking.context import BookingContext
from bot.booking.refusals import ClosedDay, Nameless, NotOffered, Overlaps, TooFar, TooLate, TooMany, TooSoon
from bot.booking.slots import BookableDays, bookable_days, day_grid, earliest
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre
from bot.people import Address
from bot.privacy.guard import mask


def check_time(
    booking_context: BookingContext, tx: Transaction, centre: Centre, slot: Slot, *, notice: bool = True
) -> None:
    """Checks the time against the timetable. Raises TooLate, TooSoon, TooFar, ClosedDay, NotOffered."""
    now, day = booking_context.clock.now(), centre.day(slot.starts_at)
    if slot.starts_at <= now:
        raise TooLate(slot.starts_at)
    if notice and slot.starts_at < earliest(centre, now):
        raise TooSoon(centre.consultations.notice_hours if centre.consultations else 0, earliest(centre, now))
    if day > (last := bookable_days(centre, now).last):
        raise TooFar(last)
    closed = booking_context.occupancy(tx, centre, BookableDays(day, day)).closed
    grid = day_grid(centre, day, slot.ends_at - slot.starts_at, closed)
    if not grid:
        raise ClosedDay(day)
    if slot not in grid:
        raise NotOffered


def check_person(
    booking_context: BookingContext, tx: Transaction, citizen: Address, visitor: Visitor, within: Interval
) -> None:
    """Checks that the citizen may have one booking more, then. Raises Overlaps, TooMany."""
    check_others(booking_context, visitor, within, live_of(booking_context, tx, citizen))


def check_others(
    booking_context: BookingContext, visitor: Visitor, within: Interval, others: Sequence[Booking]
) -> None:
    """Checks a time against the citizen's other bookings. Raises Overlaps, TooMany."""
    for other in others:
        if (
            other.state is BookingState.BOOKED
            and other.visitor.key == visitor.key
            and other.slot.interval.overlaps(within)
        ):
            raise Overlaps(other)
    if len(others) >= booking_context.rules.live_bookings:
        raise TooMany(booking_context.rules.live_bookings)


def live_of(booking_context: BookingContext, tx: Transaction, citizen: Address) -> list[Booking]:
    """The citizen's bookings ahead; a displaced one counts, for it will get another time."""
    found = tx.bookings.of_citizen(citizen, booking_context.clock.now())
    return [one for one in found if one.state is not BookingState.OFFERED]


def cleaned(visitor: Visitor) -> Visitor:
    """The visitor with a short name on one line, without secrets. Raises Nameless."""
    named = Visitor.named(mask(visitor.called), for_other=visitor.for_other)
    if not named.called:
        raise Nameless
    return named


def placed(booking: Booking, slot: Slot, buffer: timedelta) -> Booking:
    """The booking with another slot."""
    return replace(booking, starts_at=slot.starts_at, ends_at=slot.ends_at, free_at=slot.ends_at + buffer)


def slot_at(centre: Centre, starts_at: datetime, length: timedelta) -> Slot:
    """The slot from a moment on, in UTC."""
    start = starts_at.astimezone(UTC)
    return Slot(start, start + length, centre.id)
