"""Another number of desks for some days; who is booked beyond it is named, and stays booked."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from bot.audit import AuditedDeed, AuditEntry
from bot.booking.absences.absence import beyond_desks
from bot.booking.booking import Booking, BookingState, Interval
from bot.booking.capacity import Capacity, CapacityChange, CapacityChangeId, desks_on, named_desks, set_last
from bot.booking.context import BookingContext
from bot.booking.refusals import Gone, TooFar, TooLate
from bot.booking.slots import BookableDays, day_bounds
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.booking.timetable_changes.planned_runs import planned_runs
from bot.booking.timetable_changes.told_changes import TimetableChange, tell_colleagues
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import offer_freed_days
from bot.centres.centre import Centre
from bot.people import Address

FARTHEST = timedelta(days=365)
_NEW = CapacityChangeId(0)


@dataclass(frozen=True, slots=True)
class DesksPlan:
    """Another number of desks, what becomes of each day, and the visits for which no desk would be left."""

    centre: Centre
    days: BookableDays
    desks: int
    runs: tuple[DeskRun, ...]
    beyond: tuple[Booking, ...] = ()
    set_before: CapacityChange | None = None  # the same was set already


@dataclass(frozen=True, slots=True)
class DesksReset:
    """A number of desks that was taken back, and what became of each of its days."""

    change: CapacityChange
    centre: Centre
    runs: tuple[DeskRun, ...]


class DesksService:
    """Sets the desks of a centre for a while and takes that back; only librarians of the centre may do it."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._context = booking_context

    async def plan(self, librarian: Address, id_: str, days: BookableDays, desks: int) -> DesksPlan:
        """What the number would mean. Raises NotBookable, NotYours, TooLate, TooFar."""
        centre = self._checked(librarian, id_, days)
        return await self._context.unit_of_work.read(lambda tx: self._plan(tx, centre, days, desks))

    async def set_desks(self, librarian: Address, id_: str, days: BookableDays, desks: int) -> DesksPlan:
        """Writes the number down; the same set before stays. Raises as `plan`."""
        centre = self._checked(librarian, id_, days)
        plan = await self._context.unit_of_work.write(lambda tx: self._set(tx, librarian, centre, days, desks))
        self._context.wake()
        return plan

    async def ahead(self, librarian: Address, id_: str) -> list[CapacityChange]:
        """The numbers that librarians have set and that are not over. Raises NotBookable, NotYours."""
        centre = self._context.bookable(id_)
        self._context.check_serves(librarian, centre.id)
        today = centre.day(self._context.clock.now())
        days = BookableDays(today, today + 2 * FARTHEST)
        return await self._context.unit_of_work.read(lambda tx: tx.capacity.within(centre.id, days))

    async def named(self, librarian: Address, id_: str, days: BookableDays) -> list[tuple[BookableDays, int]]:
        """How many desks there are by what was named, absences left aside; days with the same number together.

        Raises as `plan`.
        """
        centre = self._checked(librarian, id_, days)
        changes = await self._context.unit_of_work.read(lambda tx: tx.capacity.within(centre.id, days))
        runs = [(number, list(run)) for number, run in groupby(days, lambda day: named_desks(centre, day, changes))]
        return [(BookableDays(run[0], run[-1]), number) for number, run in runs]

    async def holding(self, centre: Centre, days: BookableDays) -> tuple[DeskRun, ...]:
        """How many desks there are on those days as everything stands now."""

        def look(tx: Transaction) -> tuple[DeskRun, ...]:
            capacity = tx.capacity.on_days(centre.id, days)
            return planned_runs(tx, centre, days, capacity, capacity)

        return await self._context.unit_of_work.read(look)

    async def reset(self, librarian: Address, id_: CapacityChangeId) -> DesksReset:
        """The number holds no more; the waitlist gets what becomes free. Raises Gone, NotBookable, NotYours."""
        done = await self._context.unit_of_work.write(lambda tx: self._reset(tx, librarian, id_))
        self._context.wake()
        return done

    def _checked(self, librarian: Address, id_: str, days: BookableDays) -> Centre:
        centre = self._context.bookable(id_)
        self._context.check_serves(librarian, centre.id)
        today = centre.day(self._context.clock.now())
        if days.last < today:
            raise TooLate(day_bounds(centre, days).end)
        if days.first - today > FARTHEST or days.last - days.first > FARTHEST:
            raise TooFar(today + FARTHEST)
        return centre

    def _plan(self, tx: Transaction, centre: Centre, days: BookableDays, desks: int) -> DesksPlan:
        before, now = tx.capacity.on_days(centre.id, days), self._context.clock.now()
        change = CapacityChange(_NEW, centre.id, days.first, days.last, desks, None, now)
        after = before.with_change(change)
        beyond: list[Booking] = []
        for day, visits in groupby(self._held(tx, centre, days), lambda one: centre.day(one.starts_at)):
            beyond += beyond_desks(visits, desks_on(centre, day, after))
        runs = planned_runs(tx, centre, days, before, after)
        return DesksPlan(centre, days, desks, runs, tuple(beyond), _standing(before, change))

    def _held(self, tx: Transaction, centre: Centre, days: BookableDays) -> list[Booking]:
        bounds, now = day_bounds(centre, days), self._context.clock.now()
        ahead = tx.bookings.at_centre(centre.id, Interval(max(bounds.start, now), max(bounds.end, now)))
        return [one for one in ahead if one.state is BookingState.BOOKED and one.holds_desk]

    def _set(self, tx: Transaction, by: Address, centre: Centre, days: BookableDays, desks: int) -> DesksPlan:
        plan, now = self._plan(tx, centre, days, desks), self._context.clock.now()
        if plan.set_before is None:
            change = tx.capacity.add(CapacityChange(_NEW, centre.id, days.first, days.last, desks, by, now))
            told = TimetableChange.of_days(AuditedDeed.DESKS_SET, change.id, by, centre, days, desks)
            tell_colleagues(self._context, tx, told)
            tx.audit.add(AuditEntry(now, by, AuditedDeed.DESKS_SET, centre.id, desks, days.first))
            offer_freed_days(self._context, tx, centre, days)
        return plan

    def _reset(self, tx: Transaction, by: Address, id_: CapacityChangeId) -> DesksReset:
        change, now = tx.capacity.find_change(id_), self._context.clock.now()
        if change is None:
            raise Gone
        self._context.check_serves(by, change.centre)
        centre = self._context.known(change.centre)
        days = BookableDays(max(change.first, centre.day(now)), change.last)
        before = tx.capacity.on_days(centre.id, days)
        tx.capacity.remove(id_)
        tx.audit.add(AuditEntry(now, by, AuditedDeed.DESKS_RESET, change.centre, id_, change.first))
        told = TimetableChange.of_days(AuditedDeed.DESKS_RESET, id_, by, centre, days, change.desks)
        tell_colleagues(self._context, tx, told)
        offer_freed_days(self._context, tx, centre, days)
        runs = planned_runs(tx, centre, days, before, tx.capacity.on_days(centre.id, days))
        return DesksReset(change, centre, runs)


def _standing(before: Capacity, change: CapacityChange) -> CapacityChange | None:
    """The same number set before for the same days, where nothing set later stands above it on any of them."""
    days = BookableDays(change.first, change.last)
    first, *others = (set_last(day, before.changes) for day in days)
    is_same = first and (first.first, first.last, first.desks) == (change.first, change.last, change.desks)
    return first if is_same and all(one == first for one in others) else None
