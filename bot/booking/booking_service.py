"""The citizen's side of booking: free times, booking, rescheduling, cancelling."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.booking import coming, operations
from bot.booking.booking import Booking, BookingId, BookingState, Closure, Interval, Slot, Wish
from bot.booking.context import BookingContext
from bot.booking.draft import BookingDraft
from bot.booking.other_times import check_or_other_times, write_or_other_times
from bot.booking.permissions import allowed, check_ahead, own
from bot.booking.proposed_time import ProposedTime
from bot.booking.refusals import Gone, OtherTimes
from bot.booking.rules import check_person, cleaned
from bot.booking.slots import BookableDays, bookable_days, day_grid, earliest, free_slots
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import CentreId
from bot.people import Address

_CLOSURES_SEEN = timedelta(days=60)  # ahead: the card of a centre tells of those only


class BookingService:
    """Each call is one transaction, and may be repeated without doing anything twice."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._booking_context = booking_context

    async def free(self, centre_id: str, topic: str, days: BookableDays | None = None) -> list[Slot]:
        """The slots that may be booked on those days, or up to the horizon. Raises NotBookable, TopicGone."""
        booking_context, now = self._booking_context, self._booking_context.clock.now()
        centre, length = booking_context.bookable(centre_id), booking_context.length(topic)
        whole = bookable_days(centre, now)
        asked = BookableDays(max(days.first, whole.first), min(days.last, whole.last)) if days else whole
        return await booking_context.unit_of_work.read(
            lambda tx: booking_context.free(tx, centre, asked, length, earliest(centre, now))
        )

    async def free_instead(self, citizen: Address, id_: BookingId) -> list[Slot]:
        """The times that a booking may be moved to. Raises Gone, NotYours, NotBookable, TooLate where it has begun."""
        booking_context, now = self._booking_context, self._booking_context.clock.now()
        booking = await self.own(citizen, id_)
        check_ahead(booking, now)
        centre, length = booking_context.bookable(booking.centre), booking.ends_at - booking.starts_at
        days, since = bookable_days(centre, now), earliest(centre, now)
        free = await booking_context.unit_of_work.read(lambda tx: booking_context.free(tx, centre, days, length, since))
        return [slot for slot in free if booking.state is not BookingState.BOOKED or slot != booking.slot]

    async def full_days(self, centre_id: str, topic: str) -> list[date]:
        """The days ahead on which people are received and everything is taken. Raises NotBookable, TopicGone."""
        booking_context, now = self._booking_context, self._booking_context.clock.now()
        centre, length = booking_context.bookable(centre_id), booking_context.length(topic)
        days, since = bookable_days(centre, now), earliest(centre, now)
        in_the_way = await booking_context.unit_of_work.read(lambda tx: booking_context.occupancy(tx, centre, days))
        free = free_slots(centre, days, length, in_the_way, since, booking_context.limits.buffer)
        with_room = {centre.day(slot.starts_at) for slot in free}
        grids = ((day, day_grid(centre, day, length, in_the_way)) for day in days if day not in with_room)
        return [day for day, grid in grids if grid and grid[-1].starts_at >= since]

    async def check(self, citizen: Address, draft: BookingDraft) -> None:
        """Checks as much of a booking as is known; what is missing forbids nothing.

        Raises NotBookable, TopicGone, any refusal of the time, Overlaps, TooMany.
        """
        booking_context = self._booking_context
        centre = booking_context.bookable(draft.centre) if draft.centre else None
        length = booking_context.length(draft.topic) if draft.topic else None
        if centre is None or length is None or draft.day is None:
            await booking_context.unit_of_work.read(lambda tx: check_person(booking_context, tx, citizen))
            return
        at = draft.starts_at(centre.zone)
        await check_or_other_times(booking_context, ProposedTime(centre, length, draft.day, at, citizen, draft.visitor))

    async def book(self, citizen: Address, wish: Wish) -> Booking:
        """Books the slot; a repeated request returns the booking that stands already.

        Raises NotBookable, TopicGone, Nameless, any refusal of the time, Overlaps, TooMany.
        """
        booking_context = self._booking_context
        booking_context.bookable(wish.centre)
        length, tidy = booking_context.length(wish.topic), replace(wish, visitor=cleaned(wish.visitor))
        return await write_or_other_times(
            booking_context,
            wish.centre,
            length,
            wish.starts_at,
            lambda tx: operations.make(booking_context, tx, citizen, tidy),
        )

    async def move(self, person: Address, id_: BookingId, starts_at: datetime, *, trial: bool = False) -> Booking:
        """Moves the booking to another time; where that is refused, or only tried, it stays as it was.

        Raises Gone, NotYours, NotBookable, any refusal of the time, Overlaps, TooMany.
        """
        booking_context, booking = self._booking_context, await self.find_booking(person, id_)
        length = booking.ends_at - booking.starts_at

        def work(tx: Transaction) -> Booking:
            return operations.move(booking_context, tx, person, id_, starts_at)

        try:
            return await write_or_other_times(booking_context, booking.centre, length, starts_at, work, trial=trial)
        except OtherTimes as refusal:  # the time that the person has already is no other time
            refusal.nearest = tuple(slot for slot in refusal.nearest if slot.starts_at != booking.starts_at)
            raise

    async def cancel(self, person: Address, id_: BookingId, reason: str | None = None) -> Booking:
        """Cancels the booking before the visit begins. Raises Gone, NotYours, TooLate."""
        booking_context = self._booking_context
        booking = await booking_context.unit_of_work.write(
            lambda tx: operations.cancel(booking_context, tx, person, id_, reason)
        )
        booking_context.wake()
        return booking

    async def explain(self, citizen: Address, id_: BookingId, reason: str) -> Booking:
        """Stores why the citizen cancelled; the last reason counts. Raises Gone, NotYours."""
        return await self._booking_context.unit_of_work.write(lambda tx: self._explain(tx, citizen, id_, reason))

    async def confirm(self, citizen: Address, id_: BookingId, *, comes: bool = True) -> Booking:
        """Stores that the citizen confirms with «Приду», or takes it back. Raises Gone, NotYours, TooLate."""
        booking_context = self._booking_context
        return await booking_context.unit_of_work.write(
            lambda tx: coming.confirm(booking_context, tx, citizen, id_, comes=comes)
        )

    async def say_late(self, citizen: Address, id_: BookingId, minutes: int | None) -> Booking:
        """Tells the librarians of a lateness, 0 of unknown length, None where there is none after all.

        Raises Gone, NotYours, TooLate, and TooEarly before the day of the visit.
        """
        booking_context = self._booking_context
        booking = await booking_context.unit_of_work.write(
            lambda tx: coming.say_late(booking_context, tx, citizen, id_, minutes)
        )
        booking_context.wake()
        return booking

    def is_heard(self, booking: Booking) -> bool:
        """Whether any librarian of the centre gets notices."""
        return bool(self._booking_context.staff.notice_recipients(booking.centre))

    async def rate(self, citizen: Address, id_: BookingId, stars: int) -> Booking:
        """Stores whether the visit helped, 1 to 5; the last rating counts. Raises Gone, NotYours."""
        return await self._booking_context.unit_of_work.write(lambda tx: self._rate(tx, citizen, id_, stars))

    async def bookings_of(self, citizen: Address) -> list[Booking]:
        """The citizen's booked, offered and displaced visits ahead, the soonest first."""
        now = self._booking_context.clock.now()
        return await self._booking_context.unit_of_work.read(lambda tx: tx.bookings.of_citizen(citizen, now))

    async def find_booking(self, person: Address, id_: BookingId) -> Booking:
        """The booking, for the citizen and the librarians of the centre. Raises Gone, NotYours."""
        return await self._booking_context.unit_of_work.read(lambda tx: allowed(self._booking_context, tx, person, id_))

    async def own(self, citizen: Address, id_: BookingId) -> Booking:
        """The citizen's own booking in any state. Raises Gone, NotYours."""
        return await self._booking_context.unit_of_work.read(lambda tx: own(tx, citizen, id_))

    async def why_closed(self, booking: Booking) -> str | None:
        """What the librarian gave as the reason for closing those hours."""
        centre, hours = booking.centre, booking.slot.interval
        closures = await self._booking_context.unit_of_work.read(lambda tx: tx.closures.within(centre, hours))
        return next((one.reason for one in closures if one.reason), None)

    async def closed_ahead(self, centre: CentreId) -> list[Closure]:
        """The closures of a centre that are not over, for anybody to see."""
        now = self._booking_context.clock.now()
        ahead = Interval(now, now + _CLOSURES_SEEN)
        return await self._booking_context.unit_of_work.read(lambda tx: tx.closures.within(centre, ahead))

    async def told_of(self, id_: BookingId) -> Booking | None:
        """The booking that a notice is about, whoever the notice is for."""
        return await self._booking_context.unit_of_work.read(lambda tx: tx.bookings.find_booking(id_))

    async def forget(self, citizen: Address) -> None:
        """Cancels the citizen's bookings ahead and erases all that is kept of them, in one transaction."""
        await self._booking_context.unit_of_work.write(lambda tx: operations.forget(self._booking_context, tx, citizen))
        self._booking_context.wake()

    def _explain(self, tx: Transaction, citizen: Address, id_: BookingId, reason: str) -> Booking:
        booking = own(tx, citizen, id_)
        if booking.state is not BookingState.CANCELLED:
            raise Gone
        return tx.bookings.keep(replace(booking, reason=operations.tidy_reason(reason)))

    def _rate(self, tx: Transaction, citizen: Address, id_: BookingId, stars: int) -> Booking:
        booking = own(tx, citizen, id_)
        if booking.state is not BookingState.ARRIVED or not 1 <= stars <= 5:
            raise Gone
        return tx.bookings.keep(replace(booking, rating=stars))
