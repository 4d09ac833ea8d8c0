"""What a visitor says of coming: that they come, that they will be late; each is taken back by saying the opposite."""

from dataclasses import replace
from datetime import datetime

from bot.booking import notices
from bot.booking.booking import Booking, BookingId, BookingState
from bot.booking.context import BookingContext
from bot.booking.permissions import own
from bot.booking.refusals import Gone, TooEarly, TooLate
from bot.booking.unit_of_work import Transaction
from bot.people import Address

LONGEST_LATENESS = 24 * 60  # minutes


def confirm(
    booking_context: BookingContext, tx: Transaction, citizen: Address, id_: BookingId, *, comes: bool
) -> Booking:
    """Stores whether the visitor has said to come. Raises Gone, NotYours, TooLate."""
    booking = _expected(tx, citizen, id_, booking_context.clock.now())
    return tx.bookings.keep(replace(booking, confirmed=comes))


def say_late(
    booking_context: BookingContext, tx: Transaction, citizen: Address, id_: BookingId, minutes: int | None
) -> Booking:
    """Stores the lateness and tells the librarians, 0 of unknown length, None in time after all; a repeat tells nobody.

    Raises Gone, NotYours, TooLate, and TooEarly before the day of the visit.
    """
    now = booking_context.clock.now()
    booking = _expected(tx, citizen, id_, now)
    centre = booking_context.known(booking.centre)
    if centre.day(booking.starts_at) > centre.day(now):
        raise TooEarly(booking.starts_at)
    if booking.late == minutes:
        return booking
    late = None if minutes is None else min(minutes, LONGEST_LATENESS)
    changed = tx.bookings.keep(replace(booking, late=late))
    librarians = booking_context.staff.notice_recipients(booking.centre)
    tx.outbox.put(notices.lateness(changed, librarians, now))
    return changed


def _expected(tx: Transaction, citizen: Address, id_: BookingId, now: datetime) -> Booking:
    """The booking of a visitor who may still come. Raises Gone, NotYours, TooLate."""
    booking = own(tx, citizen, id_)
    if booking.state is not BookingState.BOOKED:
        raise Gone
    if booking.ends_at <= now:
        raise TooLate(booking.starts_at)
    return booking
