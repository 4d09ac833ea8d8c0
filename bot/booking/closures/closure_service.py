"""Closing hours of a centre: people booked then are offered other times, or listed to be called."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice

from bot.audit import AuditedDeed
from bot.booking import notices
from bot.booking.audited import note_closure
from bot.booking.booking import (
    LONGEST_VISIT,
    Booking,
    BookingId,
    BookingState,
    Closure,
    ClosureId,
    Interval,
    WaitlistEntry,
    WaitlistState,
    joined,
)
from bot.booking.closures.displaced import offer_old_times, propose_others
from bot.booking.context import BookingContext
from bot.booking.operations import LONGEST_REASON
from bot.booking.permissions import served
from bot.booking.refusals import Gone, TooLate
from bot.booking.slots import BookableDays, bookable_days, day_grid
from bot.booking.timetable_changes.told_changes import TimetableChange, tell_colleagues
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import lapse, offer_freed_days
from bot.centres.centre import Centre, CentreId
from bot.people import Address
from bot.privacy.masking import mask

MOMENT = timedelta(seconds=1)
ONE_MORE_WEEK = timedelta(days=7)  # a displaced person who has not answered stays on the list of calls so long


@dataclass(frozen=True, slots=True)
class Closed:
    """The result of a closure: the hours, the displaced people without another time, the waitlist entries."""

    closure: Closure
    displaced: tuple[Booking, ...]
    waiting: tuple[WaitlistEntry, ...] = ()
    is_old: bool = False  # closed before: nothing was written now


class ClosureService:
    """Closes and opens hours; only librarians of the centre may do it."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._booking_context = booking_context

    def centre(self, librarian: Address, id_: str) -> Centre:
        """The centre whose hours the librarian may close. Raises NotBookable, NotYours."""
        centre = self._booking_context.bookable(id_)
        self._booking_context.check_serves(librarian, centre.id)
        return centre

    def check_not_over(self, hours: Interval) -> None:
        """Checks that something of the hours is left to close. Raises TooLate."""
        if hours.end <= self._booking_context.clock.now():
            raise TooLate(hours.end)

    async def would_displace(self, librarian: Address, centre: CentreId, hours: Interval) -> tuple[Booking, ...]:
        """The bookings that closing would displace. Raises NotBookable, NotYours, TooLate."""
        self.centre(librarian, centre)
        self.check_not_over(hours)
        return await self._booking_context.unit_of_work.read(
            lambda tx: tuple(self._meets(tx, centre, hours, BookingState.BOOKED))
        )

    async def close(self, librarian: Address, centre: CentreId, hours: Interval, reason: str | None = None) -> Closed:
        """Takes the hours out of the timetable; closed already, they stay so. Raises NotBookable, NotYours, TooLate."""
        self.centre(librarian, centre)
        self.check_not_over(hours)
        words = mask((reason or "").strip())[:LONGEST_REASON] or None
        draft = Closure(ClosureId(0), centre, hours, words, librarian, self._booking_context.clock.now())
        closed = await self._booking_context.unit_of_work.write(lambda tx: self._close(tx, draft))
        self._booking_context.wake()
        return closed

    async def reopen(self, librarian: Address, id_: ClosureId) -> Closure:
        """Puts the hours back and offers the displaced their old times; the unanswered stay on the list of calls.

        Raises Gone, NotYours.
        """
        closure = await self._booking_context.unit_of_work.write(lambda tx: self._reopen(tx, librarian, id_))
        self._booking_context.wake()
        return closure

    async def find(self, id_: ClosureId) -> Closure | None:
        """The closure, where it still stands."""
        return await self._booking_context.unit_of_work.read(lambda tx: tx.closures.find_closure(id_))

    async def ahead(self, librarian: Address, centre: CentreId) -> list[Closure]:
        """The closures of a centre that are not over. Raises NotBookable, NotYours."""
        self.centre(librarian, centre)
        now = self._booking_context.clock.now()
        whole = Interval(now, now + timedelta(days=1000))
        return await self._booking_context.unit_of_work.read(lambda tx: tx.closures.within(centre, whole))

    async def closed_within(self, librarian: Address, centre: CentreId, hours: Interval) -> list[Interval]:
        """What is closed of the hours, in order, neighbours joined. Raises NotBookable, NotYours."""
        self.centre(librarian, centre)
        standing = await self._booking_context.unit_of_work.read(lambda tx: tx.closures.within(centre, hours))
        return joined(one.interval.within(hours) for one in standing)

    async def days_to_close(self, librarian: Address, id_: CentreId, most: int = 5) -> list[date]:
        """The next days on which somebody could still come. Raises NotBookable, NotYours."""
        centre, now = self.centre(librarian, id_), self._booking_context.clock.now()
        days = bookable_days(centre, now, notice=False)
        way = await self._booking_context.unit_of_work.read(
            lambda tx: self._booking_context.occupancy(tx, centre, days)
        )
        step = timedelta(minutes=centre.consultations.minutes if centre.consultations else 0)
        open_days = (day for day in days if any(one.ends_at > now for one in day_grid(centre, day, step, way)))
        return list(islice(open_days, most))

    async def still_to_call(self, librarian: Address, centre: CentreId) -> list[Booking]:
        """Displaced people who have neither answered nor been called. Raises NotBookable, NotYours."""
        self.centre(librarian, centre)
        since = self._booking_context.clock.now() - ONE_MORE_WEEK
        found = await self._booking_context.unit_of_work.read(lambda tx: tx.bookings.displaced(centre, since))
        return [booking for booking in found if not booking.called_up]

    async def called(self, librarian: Address, id_: BookingId, *, done: bool = True) -> Booking:
        """Marks a displaced person as called, or as still to be called. Raises Gone, NotYours."""
        return await self._booking_context.unit_of_work.write(lambda tx: self._called(tx, librarian, id_, done=done))

    def _close(self, tx: Transaction, draft: Closure) -> Closed:
        for standing in tx.closures.within(draft.centre, draft.interval):
            if standing.interval == draft.interval:
                return self._closed_before(tx, standing)
        closure = tx.closures.add(draft)
        note_closure(self._booking_context, tx, draft.closed_by, AuditedDeed.HOURS_CLOSED, closure)
        for offer in self._meets(tx, draft.centre, draft.interval, BookingState.OFFERED):
            lapse(tx, offer, WaitlistState.WAITING)
        displaced = tuple(
            self._displace(tx, one) for one in self._meets(tx, draft.centre, draft.interval, BookingState.BOOKED)
        )
        centre = self._booking_context.bookable(draft.centre)
        self._tell(tx, AuditedDeed.HOURS_CLOSED, draft.closed_by, centre, closure)
        propose_others(self._booking_context, tx, centre, displaced, closure.reason)
        return Closed(closure, displaced, tuple(self._tell_line(tx, centre, closure)))

    def _closed_before(self, tx: Transaction, closure: Closure) -> Closed:
        """The result of a closure made before; its waitlist was told then and is not told again."""
        displaced = tuple(self._meets(tx, closure.centre, closure.interval, BookingState.DISPLACED))
        waiting = tuple(self._tell_line(tx, self._booking_context.bookable(closure.centre), closure))
        return Closed(closure, displaced, waiting, is_old=True)

    def _tell_line(self, tx: Transaction, centre: Centre, closure: Closure) -> Iterator[WaitlistEntry]:
        """Tells the waitlist of full closed days; the entries stay, for the day may be opened again."""
        last = min(
            centre.day(closure.interval.end - MOMENT), bookable_days(centre, self._booking_context.clock.now()).last
        )
        for day in BookableDays(centre.day(closure.interval.start), last):
            way = self._booking_context.occupancy(tx, centre, BookableDays(day, day))
            for place in tx.line.waiting(centre.id, day):
                topic = self._booking_context.topic(place.topic)
                if topic is None or not day_grid(centre, day, timedelta(minutes=topic.minutes), way):
                    tx.outbox.put([notices.line_closed(place, closure, centre, self._booking_context.clock.now())])
                    yield place

    def _meets(self, tx: Transaction, centre: CentreId, hours: Interval, state: BookingState) -> list[Booking]:
        """The bookings ahead that share a moment with the hours."""
        now = self._booking_context.clock.now()
        since = max(hours.start - LONGEST_VISIT, now)
        near = tx.bookings.at_centre(centre, Interval(since, hours.end))
        return [one for one in near if one.state is state and one.starts_at > now and one.ends_at > hours.start]

    def _displace(self, tx: Transaction, booking: Booking) -> Booking:
        tx.outbox.withdraw(notices.reminders_of(booking))
        return tx.bookings.keep(replace(booking, state=BookingState.DISPLACED, confirmed=False))

    def _reopen(self, tx: Transaction, librarian: Address, id_: ClosureId) -> Closure:
        closure = tx.closures.find_closure(id_)
        if closure is None:
            raise Gone
        self._booking_context.check_serves(librarian, closure.centre)
        tx.closures.remove(id_)
        note_closure(self._booking_context, tx, librarian, AuditedDeed.HOURS_REOPENED, closure)
        displaced = self._meets(tx, closure.centre, closure.interval, BookingState.DISPLACED)
        offer_old_times(self._booking_context, tx, closure, displaced)
        if centre := self._booking_context.centre(closure.centre):
            self._tell(tx, AuditedDeed.HOURS_REOPENED, librarian, centre, closure)
            days = BookableDays(centre.day(closure.interval.start), centre.day(closure.interval.end))
            offer_freed_days(self._booking_context, tx, centre, days)
        return closure

    def _tell(self, tx: Transaction, deed: AuditedDeed, by: Address, centre: Centre, closure: Closure) -> None:
        change = TimetableChange(deed, closure.id, by, centre, closure.interval, reason=closure.reason or "")
        tell_colleagues(self._booking_context, tx, change)

    def _called(self, tx: Transaction, librarian: Address, id_: BookingId, *, done: bool) -> Booking:
        booking = served(self._booking_context, tx, librarian, id_)
        if booking.state is not BookingState.DISPLACED:
            raise Gone
        return tx.bookings.keep(replace(booking, called_up=done))
