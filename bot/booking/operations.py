"""What a booking, a move and a cancellation do inside their transaction."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from bot.audit import AuditedDeed
from bot.booking import notices
from bot.booking.audited import note
from bot.booking.booking import Booking, BookingId, BookingState, Origin, VisitCode, WaitlistState, Wish
from bot.booking.context import BookingContext
from bot.booking.permissions import allowed, check_ahead
from bot.booking.proposed_time import ProposedTime, slot_at
from bot.booking.rules import check_time, live_of, placed
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import lapse, offer_freed
from bot.centres.centre import Centre
from bot.outbox.notice import Payload
from bot.people import Address
from bot.privacy.masking import mask

LONGEST_REASON = 200  # signs


def make(booking_context: BookingContext, tx: Transaction, citizen: Address, wish: Wish) -> Booking:
    """Creates the booking, or returns the one that a repeated request has made already."""
    draft = drafted(booking_context, wish, Origin.CHAT, citizen)
    live = live_of(booking_context, tx, citizen)
    if again := _same(draft, live):
        return again
    centre = booking_context.bookable(wish.centre)
    booking = take(booking_context, tx, centre, draft)
    _leave_line(tx, citizen, booking, centre.day(booking.starts_at))
    tx.outbox.put(notices.reminders(booking, centre, booking_context.clock.now()))
    return booking


def take(
    booking_context: BookingContext, tx: Transaction, centre: Centre, draft: Booking, besides: Address | None = None
) -> Booking:
    """Occupies the slot after the waitlist had its turn, and tells the librarians. Raises the refusals of the time."""
    day, length = centre.day(draft.starts_at), draft.ends_at - draft.starts_at
    offer_freed(booking_context, tx, centre, day)
    asked = ProposedTime(centre, length, day, draft.starts_at, draft.citizen, draft.visitor, notice=besides is None)
    check_time(booking_context, tx, asked)
    booking = tx.bookings.take(draft, booking_context.desks_at(tx, centre, draft.starts_at))
    tell_librarians(booking_context, tx, notices.BOOKING_MADE, booking, besides)
    return booking


def move(
    booking_context: BookingContext, tx: Transaction, person: Address, id_: BookingId, starts_at: datetime
) -> Booking:
    """Moves the booking in one row: the old slot becomes free only when the new one is taken."""
    booking, now = allowed(booking_context, tx, person, id_), booking_context.clock.now()
    centre = booking_context.bookable(booking.centre)
    asked = _moved_to(centre, booking, starts_at, person)
    slot = slot_at(centre, starts_at, asked.length)
    if booking.state is BookingState.BOOKED and booking.slot == slot:
        return booking
    check_ahead(booking, now)
    offer_freed(booking_context, tx, centre, asked.day)
    check_time(booking_context, tx, asked)
    desks = booking_context.desks_at(tx, centre, starts_at)
    moved = tx.bookings.take(placed(_anew(booking), slot, booking_context.limits.buffer), desks)
    tx.outbox.withdraw(notices.reminders_of(moved))
    tx.outbox.put(notices.reminders(moved, centre, now))
    _tell_moved(booking_context, tx, person, booking, moved)
    _note_of_staff(booking_context, tx, person, AuditedDeed.VISIT_MOVED, moved)
    offer_freed(booking_context, tx, centre, centre.day(booking.starts_at))
    return moved


def cancel(
    booking_context: BookingContext, tx: Transaction, person: Address, id_: BookingId, reason: str | None
) -> Booking:
    """Cancels the booking; one cancelled before stays so and nobody is told again."""
    booking, now = allowed(booking_context, tx, person, id_), booking_context.clock.now()
    if booking.state is BookingState.CANCELLED:
        return booking
    check_ahead(booking, now)
    cancelled = tx.bookings.keep(replace(booking, state=BookingState.CANCELLED, reason=tidy_reason(reason)))
    tx.outbox.withdraw(notices.reminders_of(booking))
    tell_librarians(booking_context, tx, notices.BOOKING_CANCELLED, cancelled, person)
    _note_of_staff(booking_context, tx, person, AuditedDeed.VISIT_CANCELLED, cancelled)
    if person != booking.citizen:
        tx.outbox.put(notices.to_citizen(notices.VISIT_CALLED_OFF, cancelled, now, booking.ends_at))
    if centre := booking_context.centre(booking.centre):
        offer_freed(booking_context, tx, centre, centre.day(booking.starts_at))
    return cancelled


def tidy_reason(words: str | None) -> str | None:
    """The reason without secrets, cut short; None where nothing is left."""
    return mask(words or "").strip()[:LONGEST_REASON] or None


def forget(booking_context: BookingContext, tx: Transaction, citizen: Address) -> None:
    """Cancels the citizen's bookings ahead and erases everything that is kept of them, of booking or not."""
    now = booking_context.clock.now()
    for booking in tx.bookings.of_citizen(citizen, now):
        tx.outbox.withdraw(notices.reminders_of(booking))
        if booking.state is BookingState.OFFERED:
            lapse(tx, booking, WaitlistState.LEFT)
        elif booking.starts_at > now:
            cancel(booking_context, tx, citizen, booking.id, None)
    tx.personal_rows.erase(citizen)


def tell_librarians(
    booking_context: BookingContext,
    tx: Transaction,
    kind: str,
    booking: Booking,
    besides: Address | None,
    former: Booking | None = None,
) -> None:
    """Queues a notice to all librarians of the centre but the one who acted."""
    librarians = [one for one in booking_context.staff.notice_recipients(booking.centre) if one != besides]
    more: Payload = _from(former) if former else {}
    if besides and besides != booking.citizen:  # a deed of staff is signed
        more = {**more, "by_channel": besides.channel, "by": besides.id}
    tx.outbox.put(notices.to_librarians(kind, booking, librarians, booking_context.clock.now(), more))


def drafted(booking_context: BookingContext, wish: Wish, origin: Origin, citizen: Address | None) -> Booking:
    """The booking as it would be written, not stored yet."""
    start = wish.starts_at
    slot = slot_at(booking_context.bookable(wish.centre), start, booking_context.length(wish.topic))
    return Booking(
        id=BookingId(0),
        code=VisitCode(""),
        centre=wish.centre,
        topic=wish.topic,
        citizen=citizen,
        visitor=wish.visitor,
        origin=origin,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        free_at=slot.ends_at + booking_context.limits.buffer,
        state=BookingState.BOOKED,
        made_at=booking_context.clock.now(),
    )


def _moved_to(centre: Centre, booking: Booking, starts_at: datetime, person: Address) -> ProposedTime:
    """The time to which somebody would move a booking; only its citizen must warn the librarians."""
    length, day, by_citizen = booking.ends_at - booking.starts_at, centre.day(starts_at), booking.citizen == person
    return ProposedTime(
        centre, length, day, starts_at, booking.citizen, booking.visitor, moved=booking, notice=by_citizen
    )


def _anew(booking: Booking) -> Booking:
    """The booking for another time, of which the visitor has said nothing yet."""
    return replace(
        booking,
        state=BookingState.BOOKED,
        revision=booking.revision + 1,
        confirmed=False,
        late=None,
        called_up=False,
    )


def _same(draft: Booking, standing: Iterable[Booking]) -> Booking | None:
    def told(one: Booking) -> tuple[object, ...]:
        return one.centre, one.topic, one.starts_at, one.state, one.visitor.key

    return next((one for one in standing if told(one) == told(draft)), None)


def _tell_moved(
    booking_context: BookingContext, tx: Transaction, person: Address, former: Booking, moved: Booking
) -> None:
    tell_librarians(booking_context, tx, notices.BOOKING_MOVED, moved, person, former)
    if person != moved.citizen:
        now = booking_context.clock.now()
        tx.outbox.put(notices.to_citizen(notices.VISIT_MOVED, moved, now, moved.starts_at, _from(former)))


def _note_of_staff(
    booking_context: BookingContext, tx: Transaction, person: Address, deed: AuditedDeed, booking: Booking
) -> None:
    """Writes the deed down, unless it is the citizen's own."""
    if person != booking.citizen:
        note(booking_context, tx, person, deed, booking)


def _from(former: Booking) -> Payload:
    return {"from": former.starts_at.isoformat()}


def _leave_line(tx: Transaction, citizen: Address, booking: Booking, day: date) -> None:
    """Removes the waitlist entry of somebody who has got a place on that day."""
    for place in tx.line.of_citizen(citizen, day):
        if (place.centre, place.day, place.visitor.key) == (booking.centre, day, booking.visitor.key):
            offer = tx.bookings.find_booking(place.offer) if place.offer else None
            if offer:
                lapse(tx, offer, WaitlistState.LEFT)
            else:
                tx.line.change(replace(place, state=WaitlistState.LEFT))
