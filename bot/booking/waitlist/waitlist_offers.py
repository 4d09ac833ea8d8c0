"""Offers a freed place to the first on the waitlist: never to whoever taps first."""

from dataclasses import replace
from datetime import date, timedelta

from bot.booking.booking import (
    Booking,
    BookingId,
    BookingState,
    Interval,
    Origin,
    Slot,
    VisitCode,
    WaitlistEntry,
    WaitlistState,
)
from bot.booking.context import BookingContext
from bot.booking.notices import PLACE_OFFERED, by_day, offer_of, to_citizen
from bot.booking.proposed_time import ProposedTime, refusal_of
from bot.booking.rules import situation_of
from bot.booking.slots import BookableDays, bookable_days, earliest
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre


def offer_freed(booking_context: BookingContext, tx: Transaction, centre: Centre, day: date) -> None:
    """Offers the free places of a day to its waitlist in order; each is held until the offer expires."""
    too_long: timedelta | None = None  # nothing is free for a visit so long
    for place in tx.line.waiting(centre.id, day):
        topic = booking_context.topic(place.topic)
        length = timedelta(minutes=topic.minutes) if topic else timedelta.max
        if too_long and length >= too_long:
            continue
        slots = _offerable(booking_context, tx, centre, day, length) if topic else []
        if topic and not slots:
            too_long = length
        if slot := _fitting(booking_context, tx, centre, place, slots):
            _offer(booking_context, tx, centre, place, slot)


def offer_freed_days(booking_context: BookingContext, tx: Transaction, centre: Centre, days: BookableDays) -> None:
    """The same for each of the days on which anybody may book now."""
    bookable = bookable_days(centre, booking_context.clock.now(), notice=False)
    for day in BookableDays(max(days.first, bookable.first), min(days.last, bookable.last)):
        offer_freed(booking_context, tx, centre, day)


def lapse(tx: Transaction, booking: Booking, state: WaitlistState) -> Booking:
    """Withdraws an offer and leaves the waitlist entry in that state."""
    tx.outbox.withdraw(offer_of(booking))
    if place := tx.line.offered(booking.id):
        tx.line.change(replace(place, state=state, offer=None))
    return tx.bookings.keep(replace(booking, state=BookingState.LAPSED))


def held_for(centre: Centre, offer: Booking) -> ProposedTime:
    """The offered time as it is asked for by the person that it is held for."""
    length, day = offer.ends_at - offer.starts_at, centre.day(offer.starts_at)
    return ProposedTime(centre, length, day, offer.starts_at, offer.citizen, offer.visitor, is_held=True)


def offer_window(booking_context: BookingContext, centre: Centre) -> Interval:
    """When the notice of an offer made now is due, and when the offer expires."""
    told = by_day(centre, booking_context.clock.now())
    return Interval(told, told + booking_context.limits.offer)


def _offerable(
    booking_context: BookingContext, tx: Transaction, centre: Centre, day: date, length: timedelta
) -> list[Slot]:
    since = max(earliest(centre, booking_context.clock.now()), offer_window(booking_context, centre).end)
    return booking_context.free(tx, centre, BookableDays(day, day), length, since)


def _fitting(
    booking_context: BookingContext, tx: Transaction, centre: Centre, place: WaitlistEntry, slots: list[Slot]
) -> Slot | None:
    """The first free slot that may be booked for the person."""
    if not slots:
        return None
    length = slots[0].ends_at - slots[0].starts_at
    asked = ProposedTime(centre, length, place.day, slots[0].starts_at, place.citizen, place.visitor)
    situation = situation_of(booking_context, tx, asked)
    times = (slot for slot in slots if refusal_of(replace(asked, starts_at=slot.starts_at), situation) is None)
    return next(times, None)


def _offer(booking_context: BookingContext, tx: Transaction, centre: Centre, place: WaitlistEntry, slot: Slot) -> None:
    window = offer_window(booking_context, centre)
    draft = Booking(
        id=BookingId(0),
        code=VisitCode(""),
        centre=centre.id,
        topic=place.topic,
        citizen=place.citizen,
        visitor=place.visitor,
        origin=Origin.CHAT,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        free_at=slot.ends_at + booking_context.limits.buffer,
        state=BookingState.OFFERED,
        made_at=booking_context.clock.now(),
        expires_at=window.end,
    )
    booking = tx.bookings.take(draft, booking_context.desks_at(tx, centre, draft.starts_at))
    tx.line.change(replace(place, state=WaitlistState.OFFERED, offer=booking.id))
    tx.outbox.put(to_citizen(PLACE_OFFERED, booking, window.start, window.end))
