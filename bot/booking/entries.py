"""Bookings that librarians write down for others: walk-ins and phone bookings."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot.audit import AuditedDeed
from bot.booking import operations
from bot.booking.audited import note
from bot.booking.booking import Booking, BookingId, BookingState, Origin, Wish
from bot.booking.context import BookingContext
from bot.booking.permissions import found
from bot.booking.refusals import Gone, JustTaken, SecondTap
from bot.booking.unit_of_work import Transaction
from bot.inbox.request_key import RequestKey
from bot.people import Address


def once(tx: Transaction, request: RequestKey | None, now: datetime, make: Callable[[], Booking]) -> Booking:
    """Runs the operation once for each request; a request delivered again returns its booking.

    Raises SecondTap where its button was pressed a moment ago, Gone where what it made was cancelled meanwhile.
    """
    before = tx.requests.made_by(request, now) if request else None
    if before is not None:
        standing = found(tx, BookingId(before.number))
        if standing.state is not BookingState.CANCELLED:
            if before.is_redelivery:
                return standing
            raise SecondTap(standing)
        if before.is_redelivery:
            raise Gone
    booking = make()
    if request:
        tx.requests.keep(request, booking.id, now)
    return booking


def walk_in(booking_context: BookingContext, wish: Wish) -> Booking:
    """The booking of a walk-in as it would be written; it began with this minute."""
    minute = wish.starts_at.astimezone(UTC).replace(second=0, microsecond=0)
    draft = operations.drafted(booking_context, replace(wish, starts_at=minute), Origin.WALK_IN, None)
    return replace(draft, state=BookingState.ARRIVED)


def seated(booking_context: BookingContext, tx: Transaction, booking: Booking) -> Booking:
    """The walk-in at a free desk, or beside the others where none is free."""
    try:
        desks = booking_context.desks_at(tx, booking_context.bookable(booking.centre), booking.starts_at)
        return tx.bookings.take(replace(booking, holds_desk=True), desks)
    except JustTaken:
        return tx.bookings.take(replace(booking, holds_desk=False), 1)


def written(booking_context: BookingContext, tx: Transaction, librarian: Address, draft: Booking) -> Booking:
    """The walk-in written down and seated."""
    booking = seated(booking_context, tx, draft)
    booking = tx.bookings.keep(replace(booking, taken_by=librarian))
    note(booking_context, tx, librarian, AuditedDeed.WALK_IN_WRITTEN, booking)
    return booking


def phoned(booking_context: BookingContext, tx: Transaction, librarian: Address, wish: Wish) -> Booking:
    """The phone booking as it would be written: no hours of warning, no reminders."""
    draft = operations.drafted(booking_context, wish, Origin.PHONE, None)
    booking = operations.take(booking_context, tx, booking_context.bookable(wish.centre), draft, besides=librarian)
    note(booking_context, tx, librarian, AuditedDeed.BOOKED_BY_PHONE, booking)
    return booking
