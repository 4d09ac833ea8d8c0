"""The librarian's day: bookings, attendance marks, outcomes, walk-ins, phone bookings."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.audit import AuditedDeed
from bot.booking import attendance, entries
from bot.booking.audited import note
from bot.booking.booking import (
    Booking,
    BookingId,
    BookingState,
    Origin,
    OutcomeId,
    Slot,
    VisitCode,
    Visitor,
    Wish,
)
from bot.booking.consultation_log.open_days import check_open
from bot.booking.context import BookingContext
from bot.booking.other_times import write_or_other_times
from bot.booking.permissions import served
from bot.booking.refusals import Gone
from bot.booking.rules import cleaned
from bot.booking.slots import BookableDays, bookable_days, day_bounds
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import CentreId
from bot.inbox.request_key import RequestKey
from bot.people import Address

_CODES_AHEAD = timedelta(days=60)  # who names his code may have come on the wrong day
_NEXT = timedelta(minutes=1)


class LibrarianService:
    """Marks and books for librarians of the centre; each mark may be repeated, the last one counts."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._booking_context = booking_context

    async def between(self, librarian: Address, centre: CentreId, days: BookableDays) -> list[Booking]:
        """The visits of those days of the centre, in order. Raises NotBookable, NotYours."""
        booking_context = self._booking_context
        bounds = day_bounds(booking_context.known(centre), days)
        booking_context.check_serves(librarian, centre)
        found = await booking_context.unit_of_work.read(lambda tx: tx.bookings.at_centre(centre, bounds))
        return [booking for booking in found if booking.state in attendance.LISTED]

    async def day(self, librarian: Address, centre: CentreId, day: date) -> list[Booking]:
        """The bookings of one day of the centre. Raises NotBookable, NotYours."""
        return await self.between(librarian, centre, BookableDays(day, day))

    async def mark_arrived(self, librarian: Address, id_: BookingId) -> Booking:
        """Marks the visitor as arrived. Raises Gone, NotYours, TooEarly."""
        return await self._mark(lambda tx: attendance.mark_arrived(self._booking_context, tx, librarian, id_))

    async def mark_no_show(self, librarian: Address, id_: BookingId) -> Booking:
        """Marks a no-show and frees the desk from now on. Raises Gone, NotYours, TooEarly."""
        return await self._mark(lambda tx: attendance.mark_no_show(self._booking_context, tx, librarian, id_))

    async def set_outcome(self, librarian: Address, id_: BookingId, outcome: OutcomeId) -> Booking:
        """Marks the visitor as arrived and stores the outcome. Raises Gone, NotYours, TooEarly."""
        return await self._mark(lambda tx: attendance.mark_arrived(self._booking_context, tx, librarian, id_, outcome))

    async def find_booking(self, librarian: Address, id_: BookingId) -> Booking:
        """One booking of the centre in any state. Raises Gone, NotYours."""
        return await self._booking_context.unit_of_work.read(
            lambda tx: served(self._booking_context, tx, librarian, id_)
        )

    async def with_code(self, librarian: Address, code: VisitCode, centres: Iterable[CentreId]) -> list[Booking]:
        """The bookings of today and later with this code, at those of the centres where the person works."""
        booking_context, now = self._booking_context, self._booking_context.clock.now()
        served_here = [
            one
            for id_ in centres
            if booking_context.staff.works_at(librarian, id_) and (one := booking_context.centre(id_))
        ]
        bounds = [
            (one.id, day_bounds(one, BookableDays(one.day(now), one.day(now + _CODES_AHEAD)))) for one in served_here
        ]
        found = await booking_context.unit_of_work.read(
            lambda tx: [one for ask in bounds for one in tx.bookings.at_centre(*ask)]
        )
        return sorted((one for one in found if one.code == code and one.state in attendance.LISTED), key=_start)

    async def take_on(self, librarian: Address, id_: BookingId, *, over: bool = False) -> Booking:
        """Assigns the visit to the librarian; one assigned before stays so unless it is taken over.

        Raises Gone, NotYours.
        """
        return await self._booking_context.unit_of_work.write(lambda tx: self._taken_on(tx, librarian, id_, over=over))

    async def give_back(self, librarian: Address, id_: BookingId) -> Booking:
        """Ends the librarian's own assignment to the visit. Raises Gone, NotYours."""
        return await self._booking_context.unit_of_work.write(lambda tx: self._given_back(tx, librarian, id_))

    async def call(self, librarian: Address, id_: BookingId, called: str) -> Booking:
        """Stores the name of a visitor entered by a librarian. Raises Gone, NotYours, Nameless."""
        named = cleaned(Visitor(called))
        return await self._booking_context.unit_of_work.write(lambda tx: self._called(tx, librarian, id_, named))

    async def strike(self, librarian: Address, id_: BookingId) -> Booking:
        """Deletes a walk-in written down by mistake. Raises Gone, NotYours, StruckTooLate."""
        booking = await self._booking_context.unit_of_work.write(lambda tx: self._struck(tx, librarian, id_))
        self._booking_context.wake()
        return booking

    async def free(self, librarian: Address, centre: CentreId, length: timedelta) -> list[Slot]:
        """The slots for a phone booking, hours of warning ignored. Raises NotBookable, NotYours."""
        booking_context, now = self._booking_context, self._booking_context.clock.now()
        there = booking_context.bookable(centre)
        booking_context.check_serves(librarian, centre)
        days = bookable_days(there, now, notice=False)
        return await booking_context.unit_of_work.read(
            lambda tx: booking_context.free(tx, there, days, length, now + _NEXT)
        )

    async def free_for(self, librarian: Address, centre: CentreId, topic: str) -> list[Slot]:
        """The slots for a phone booking about a topic. Raises NotBookable, NotYours, TopicGone."""
        return await self.free(librarian, centre, self._booking_context.length(topic))

    async def walk_in(
        self, librarian: Address, centre: CentreId, topic: str, called: str = "", request: RequestKey | None = None
    ) -> Booking:
        """Registers a walk-in: at a free desk, or beside the others where none is free.

        Raises NotBookable, NotYours, TopicGone, and SecondTap, Gone where the request has made it before.
        """
        booking_context = self._booking_context
        booking_context.check_serves(librarian, booking_context.bookable(centre).id)
        draft = entries.walk_in(
            booking_context, Wish(centre, topic, booking_context.clock.now(), Visitor.named(called))
        )
        now = draft.made_at
        return await booking_context.unit_of_work.write(
            lambda tx: entries.once(tx, request, now, lambda: entries.written(booking_context, tx, librarian, draft))
        )

    async def phoned(
        self, librarian: Address, wish: Wish, request: RequestKey | None = None, *, trial: bool = False
    ) -> Booking:
        """Books by phone for a caller; a trial writes nothing.

        Raises as BookingService.book does, NotYours, and as `walk_in` again.
        """
        booking_context = self._booking_context
        booking_context.check_serves(librarian, booking_context.bookable(wish.centre).id)
        length, tidy = booking_context.length(wish.topic), replace(wish, visitor=cleaned(wish.visitor))

        def work(tx: Transaction) -> Booking:
            now = booking_context.clock.now()
            return entries.once(tx, request, now, lambda: entries.phoned(booking_context, tx, librarian, tidy))

        return await write_or_other_times(booking_context, wish.centre, length, wish.starts_at, work, trial=trial)

    async def _mark(self, work: Callable[[Transaction], Booking]) -> Booking:
        booking = await self._booking_context.unit_of_work.write(work)
        self._booking_context.wake()
        return booking

    def _taken_on(self, tx: Transaction, librarian: Address, id_: BookingId, *, over: bool) -> Booking:
        booking = served(self._booking_context, tx, librarian, id_)
        if booking.state not in {BookingState.BOOKED, BookingState.ARRIVED}:
            raise Gone
        if booking.taken_by and not over:
            return booking
        return tx.bookings.keep(replace(booking, taken_by=librarian))

    def _given_back(self, tx: Transaction, librarian: Address, id_: BookingId) -> Booking:
        booking = served(self._booking_context, tx, librarian, id_)
        return tx.bookings.keep(replace(booking, taken_by=None)) if booking.taken_by == librarian else booking

    def _called(self, tx: Transaction, librarian: Address, id_: BookingId, visitor: Visitor) -> Booking:
        booking = served(self._booking_context, tx, librarian, id_)
        if booking.origin is Origin.CHAT or booking.state not in attendance.LISTED:
            raise Gone
        return tx.bookings.keep(replace(booking, visitor=visitor))

    def _struck(self, tx: Transaction, librarian: Address, id_: BookingId) -> Booking:
        booking = served(self._booking_context, tx, librarian, id_)
        if booking.origin is not Origin.WALK_IN:
            raise Gone
        centre = self._booking_context.known(booking.centre)
        check_open(centre.day(booking.starts_at), centre.day(self._booking_context.clock.now()))
        note(self._booking_context, tx, librarian, AuditedDeed.WALK_IN_STRUCK, booking)
        return tx.bookings.keep(replace(booking, state=BookingState.CANCELLED, outcome=None))


def _start(booking: Booking) -> datetime:
    return booking.starts_at
