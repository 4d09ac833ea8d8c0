"""Whether the visitor came or not («пришёл», «не пришёл»), and what came of it, as a librarian marks it.

A mark may be repeated; the last one counts.
"""

from dataclasses import replace
from datetime import timedelta

from bot.audit import AuditedDeed
from bot.booking import entries, notices
from bot.booking.audited import note
from bot.booking.booking import Booking, BookingId, BookingState, OutcomeId
from bot.booking.context import BookingContext
from bot.booking.permissions import served
from bot.booking.refusals import Gone, TooEarly
from bot.booking.unit_of_work import Transaction
from bot.people import Address

EARLY = timedelta(hours=1)  # a visitor may come before the time
LISTED = frozenset({BookingState.BOOKED, BookingState.ARRIVED, BookingState.NO_SHOW})  # in the list of a day


def mark_arrived(
    booking_context: BookingContext,
    tx: Transaction,
    librarian: Address,
    id_: BookingId,
    outcome: OutcomeId | None = None,
) -> Booking:
    """Marks the visitor as arrived; one marked a no-show before gets a desk again. Raises Gone, NotYours, TooEarly.

    Who marks a visit that nobody has taken on is the one who has received the visitor.
    """
    booking, now = _markable(booking_context, tx, librarian, id_, EARLY), booking_context.clock.now()
    by = booking.taken_by or librarian
    marked = replace(booking, state=BookingState.ARRIVED, outcome=outcome, taken_by=by)
    tx.outbox.put(notices.whether_it_helped(booking, now))
    if booking.state is BookingState.NO_SHOW:
        return entries.seated(booking_context, tx, marked)
    return tx.bookings.keep(marked)


def mark_no_show(booking_context: BookingContext, tx: Transaction, librarian: Address, id_: BookingId) -> Booking:
    """Marks a no-show and frees the desk from now on. Raises Gone, NotYours, TooEarly."""
    booking = _markable(booking_context, tx, librarian, id_, timedelta())
    marked = replace(booking, state=BookingState.NO_SHOW, outcome=None, rating=None)
    return tx.bookings.keep(marked)


def _markable(
    booking_context: BookingContext, tx: Transaction, librarian: Address, id_: BookingId, early: timedelta
) -> Booking:
    """The booking to be marked; reminders and the question whether it helped are withdrawn."""
    booking = served(booking_context, tx, librarian, id_)
    if booking.state not in LISTED:
        raise Gone
    if booking_context.clock.now() < booking.starts_at - early:
        raise TooEarly(booking.starts_at)
    tx.outbox.withdraw(notices.reminders_of(booking))
    tx.outbox.withdraw(notices.rating_of(booking))
    note(booking_context, tx, librarian, AuditedDeed.VISIT_MARKED, booking)
    return booking
