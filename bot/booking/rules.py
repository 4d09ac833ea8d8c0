"""The checks that a booking, a move and a place on the waitlist pass inside their transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.booking.booking import HOLDING, Booking, BookingState, Interval, Slot, Visitor
from bot.booking.context import BookingContext
from bot.booking.proposed_time import ProposedTime, Situation, refusal_of, too_many
from bot.booking.refusals import Nameless
from bot.booking.slots import BookableDays
from bot.booking.unit_of_work import Transaction
from bot.people import Address
from bot.privacy.masking import mask


def check_time(booking_context: BookingContext, tx: Transaction, asked: ProposedTime) -> None:
    """Checks that the time may be booked as things stand. Raises the refusal of the first rule that objects."""
    if no := refusal_of(asked, situation_of(booking_context, tx, asked)):
        raise no


def check_person(booking_context: BookingContext, tx: Transaction, citizen: Address) -> None:
    """Checks that the citizen may have one booking more. Raises TooMany."""
    if no := too_many(live_of(booking_context, tx, citizen), booking_context.limits):
        raise no


def situation_of(booking_context: BookingContext, tx: Transaction, asked: ProposedTime) -> Situation:
    """The situation in which the time is asked for; a booking to be moved is left out of it."""
    taken = booking_context.occupancy(tx, asked.centre, BookableDays(asked.day, asked.day))
    others = live_of(booking_context, tx, asked.citizen) if asked.citizen else []
    if moved := asked.moved:
        taken = replace(taken, held=_without(taken.held, moved))
        others = [one for one in others if one.id != moved.id]
    return Situation(booking_context.clock.now(), booking_context.limits, taken, others)


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


def _without(held: Sequence[Interval], booking: Booking) -> list[Interval]:
    """The held intervals without the one of the booking, once."""
    left, own = list(held), Interval(booking.starts_at, booking.free_at)
    if booking.state in HOLDING and booking.holds_desk and own in left:
        left.remove(own)
    return left
