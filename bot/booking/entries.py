"""What librarians write down for others: somebody at the door, somebody on the phone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from bot.booking import operations
from bot.booking.booking import Booking, BookingId, BookingState, Origin, Wish
from bot.booking.context import BookingContext
from bot.booking.permissions import found
from bot.booking.refusals import Gone, JustTaken, SecondTap
from bot.booking.rules import check_time
from bot.booking.unit_of_work import Transaction
from bot.inbox.request_key import RequestKey
from bot.people import Address


def once(tx: Transaction, request: RequestKey | None, now: datetime, make: Callable[[], Booking]) -> Booking:
    """What the request makes, or has made where the same update is delivered again.

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


def walk_in(office: BookingContext, wish: Wish) -> Booking:
    """The visit of somebody who is here now, as it would be written; it began with the minute."""
    minute = wish.starts_at.astimezone(UTC).replace(second=0, microsecond=0)
    draft = operations.drafted(office, replace(wish, starts_at=minute), Origin.WALK_IN, None)
    return replace(draft, state=BookingState.ARRIVED)


def seated(office: BookingContext, tx: Transaction, booking: Booking) -> Booking:
    """At a desk where one is free, beside the others where none is."""
    try:
        return tx.bookings.take(replace(booking, holds_desk=True), office.desks(office.bookable(booking.centre)))
    except JustTaken:
        return tx.bookings.take(replace(booking, holds_desk=False), 1)


def phoned(office: BookingContext, tx: Transaction, librarian: Address, wish: Wish) -> Booking:
    """A booking by phone: no notice is needed, nobody is reminded."""
    draft = operations.drafted(office, wish, Origin.PHONE, None)
    centre = office.bookable(wish.centre)
    check_time(office, tx, centre, draft.slot, notice=False)
    return operations.take(office, tx, centre, draft, besides=librarian)
