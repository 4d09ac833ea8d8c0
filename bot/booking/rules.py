"""The rules of taking a place, shared by the citizen's desk, the line and the librarians."""

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


def check_time(office: BookingContext, tx: Transaction, centre: Centre, slot: Slot, *, notice: bool = True) -> None:
    """Whether that time is in the timetable at all. Raises TooLate, TooSoon, TooFar, ClosedDay, NotOffered."""
    now, day = office.clock.now(), centre.day(slot.starts_at)
    if slot.starts_at <= now:
        raise TooLate(slot.starts_at)
    if notice and slot.starts_at < earliest(centre, now):
        raise TooSoon(centre.consultations.notice_hours if centre.consultations else 0, earliest(centre, now))
    if day > (last := bookable_days(centre, now).last):
        raise TooFar(last)
    closed = office.occupancy(tx, centre, BookableDays(day, day)).closed
    grid = day_grid(centre, day, slot.ends_at - slot.starts_at, closed)
    if not grid:
        raise ClosedDay(day)
    if slot not in grid:
        raise NotOffered


def check_person(office: BookingContext, tx: Transaction, citizen: Address, visitor: Visitor, within: Interval) -> None:
    """Whether the citizen may have one booking more, then. Raises Overlaps, TooMany."""
    check_others(office, visitor, within, live_of(office, tx, citizen))


def check_others(office: BookingContext, visitor: Visitor, within: Interval, others: Sequence[Booking]) -> None:
    """The same against the bookings he has besides. Raises Overlaps, TooMany."""
    for other in others:
        if (
            other.state is BookingState.BOOKED
            and other.visitor.key == visitor.key
            and other.slot.interval.overlaps(within)
        ):
            raise Overlaps(other)
    if len(others) >= office.rules.live_bookings:
        raise TooMany(office.rules.live_bookings)


def live_of(office: BookingContext, tx: Transaction, citizen: Address) -> list[Booking]:
    """The citizen's visits ahead; one displaced counts, for he is to be given another time."""
    found = tx.bookings.of_citizen(citizen, office.clock.now())
    return [one for one in found if one.state is not BookingState.OFFERED]


def cleaned(visitor: Visitor) -> Visitor:
    """The name on one line, short, without secrets. Raises Nameless."""
    named = Visitor.named(mask(visitor.called), for_other=visitor.for_other)
    if not named.called:
        raise Nameless
    return named


def placed(booking: Booking, slot: Slot, buffer: timedelta) -> Booking:
    """The booking at another time."""
    return replace(booking, starts_at=slot.starts_at, ends_at=slot.ends_at, free_at=slot.ends_at + buffer)


def slot_at(centre: Centre, starts_at: datetime, length: timedelta) -> Slot:
    """The time from a moment on, in UTC as all moments are kept."""
    start = starts_at.astimezone(UTC)
    return Slot(start, start + length, centre.id)
