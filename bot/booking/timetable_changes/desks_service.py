"""Another number of desks for some days; who is booked beyond it is named, and stays booked."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from bot.audit import AuditedDeed, AuditEntry
from bot.booking.absences.absence import beyond_desks
from bot.booking.booking import Booking, BookingState, Interval
from bot.booking.capacity import CapacityChange, CapacityChangeId, desks_on
from bot.booking.context import BookingContext
from bot.booking.refusals import Gone, TooFar, TooLate
from bot.booking.slots import DAY, BookableDays, day_bounds
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import offer_freed
from bot.centres.centre import Centre
from bot.people import Address

FARTHEST = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class DesksPlan:
    """Another number of desks, and the visits for which no desk would be left."""

    centre: Centre
    days: BookableDays
    desks: int
    usual: int
    beyond: tuple[Booking, ...] = ()
    away: int = 0  # desks that absences leave empty on the poorest day, beside this number
    set_before: CapacityChange | None = None  # the same was set already


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
        found = await self._context.unit_of_work.read(lambda tx: tx.capacity.within(centre.id, days))
        return [one for one in found if one.desks is not None]

    async def reset(self, librarian: Address, id_: CapacityChangeId) -> CapacityChange:
        """As many desks as usual again; the waitlist gets what becomes free. Raises Gone, NotYours."""
        change = await self._context.unit_of_work.write(lambda tx: self._reset(tx, librarian, id_))
        self._context.wake()
        return change

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
        changes = tx.capacity.within(centre.id, days)
        same = next(
            (one for one in changes if (one.first, one.last, one.desks) == (days.first, days.last, desks)), None
        )
        others = [one for one in changes if one.desks is None]
        beyond: list[Booking] = []
        for day, visits in groupby(self._held(tx, centre, days), lambda one: centre.day(one.starts_at)):
            gone = sum(one.first <= day <= one.last for one in others)
            beyond += beyond_desks(visits, max(0, desks - gone))
        away = max((sum(one.first <= day <= one.last for one in others) for day in days), default=0)
        usual = self._context.desks(centre)
        return DesksPlan(centre, days, desks, usual, tuple(beyond), away, self._latest(same, changes, centre, days))

    def _latest(
        self, same: CapacityChange | None, changes: list[CapacityChange], centre: Centre, days: BookableDays
    ) -> CapacityChange | None:
        """The same number set before, where nothing set later stands above it."""
        told = [one for one in changes if one.desks is not None]
        holds = same and all(desks_on(centre, day, told) == same.desks for day in days)
        return same if holds else None

    def _held(self, tx: Transaction, centre: Centre, days: BookableDays) -> list[Booking]:
        bounds, now = day_bounds(centre, days), self._context.clock.now()
        ahead = tx.bookings.at_centre(centre.id, Interval(max(bounds.start, now), max(bounds.end, now)))
        return [one for one in ahead if one.state is BookingState.BOOKED and one.holds_desk]

    def _set(self, tx: Transaction, by: Address, centre: Centre, days: BookableDays, desks: int) -> DesksPlan:
        plan, now = self._plan(tx, centre, days, desks), self._context.clock.now()
        if plan.set_before is None:
            new = CapacityChange(CapacityChangeId(0), centre.id, days.first, days.last, desks, None, by, now)
            change = tx.capacity.add(new)
            tx.audit.add(AuditEntry(now, by, AuditedDeed.DESKS_SET, centre.id, desks, days.first))
            self._fill(tx, centre, change)
        return plan

    def _reset(self, tx: Transaction, by: Address, id_: CapacityChangeId) -> CapacityChange:
        change, now = tx.capacity.find_change(id_), self._context.clock.now()
        if change is None or change.desks is None:
            raise Gone
        self._context.check_serves(by, change.centre)
        tx.capacity.remove(id_)
        tx.audit.add(AuditEntry(now, by, AuditedDeed.DESKS_RESET, change.centre, id_, change.first))
        if centre := self._context.centre(change.centre):
            self._fill(tx, centre, change)
        return change

    def _fill(self, tx: Transaction, centre: Centre, change: CapacityChange) -> None:
        """Offers the waitlist what may have become free on those days."""
        if centre.consultations is None:
            return
        today = centre.day(self._context.clock.now())
        last = min(change.last, today + centre.consultations.horizon_days * DAY)
        for day in BookableDays(max(change.first, today), last):
            offer_freed(self._context, tx, centre, day)
