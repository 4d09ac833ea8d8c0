"""Who may see a booking, and whether it can still be changed."""

from datetime import datetime

from bot.booking.booking import Booking, BookingId, BookingState
from bot.booking.context import BookingContext
from bot.booking.refusals import Gone, NotYours, TooLate
from bot.booking.unit_of_work import Transaction
from bot.people import Address


def allowed(booking_context: BookingContext, tx: Transaction, person: Address, id_: BookingId) -> Booking:
    """The booking for its citizen and the librarians of its centre. Raises Gone, NotYours."""
    booking = found(tx, id_)
    if booking.citizen != person:
        booking_context.check_serves(person, booking.centre)
    return booking


def own(tx: Transaction, citizen: Address, id_: BookingId) -> Booking:
    """The booking for its citizen alone. Raises Gone, NotYours."""
    booking = found(tx, id_)
    if booking.citizen != citizen:
        raise NotYours
    return booking


def served(booking_context: BookingContext, tx: Transaction, librarian: Address, id_: BookingId) -> Booking:
    """The booking for the librarians of its centre alone. Raises Gone, NotYours."""
    booking = found(tx, id_)
    booking_context.check_serves(librarian, booking.centre)
    return booking


def found(tx: Transaction, id_: BookingId) -> Booking:
    """The booking that is there. Raises Gone."""
    booking = tx.bookings.find_booking(id_)
    if booking is None:
        raise Gone
    return booking


def check_ahead(booking: Booking, now: datetime) -> None:
    """Checks that the visit is still ahead. Raises Gone when over or cancelled, TooLate when it has begun."""
    if booking.state not in {BookingState.BOOKED, BookingState.DISPLACED}:
        raise Gone
    if booking.state is BookingState.BOOKED and booking.starts_at <= now:
        raise TooLate(booking.starts_at)
