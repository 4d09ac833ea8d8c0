"""Adds hours on one day and takes them away; nobody who is booked then is left without a word."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.audit import AuditedDeed, AuditEntry
from bot.booking.booking import Booking, BookingState, Interval, Slot
from bot.booking.capacity import desks_on
from bot.booking.context import BookingContext
from bot.booking.refusals import ClosedDay, Gone, NobodyReceives, TooFar, TooLate
from bot.booking.slots import BookableDays, day_bounds, day_grid, earliest, stretches
from bot.booking.timetable_changes.extra_hours import ExtraHours, ExtraHoursId
from bot.booking.timetable_changes.told_changes import TimetableChange, tell_colleagues
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import offer_freed
from bot.centres.centre import Centre, CentreId
from bot.people import Address

FARTHEST = timedelta(days=365)
LONGEST = timedelta(hours=16)


@dataclass(frozen=True, slots=True)
class ExtraPlan:
    """Hours to be added, and the beginnings that people could book then."""

    centre: Centre
    hours: Interval
    slots: tuple[Slot, ...]  # that there are not without them
    desks: int  # of that day
    since: datetime  # from when on people may book by themselves; earlier a librarian can
    closed: tuple[Interval, ...] = ()  # what of the hours a closure takes away
    is_behind_doors: bool = False  # the opening hours show the centre closed then
    added_before: ExtraHours | None = None


@dataclass(frozen=True, slots=True)
class ExtraTaken:
    """Extra hours that were to be taken away, and who is booked then: with anybody booked nothing is done."""

    extra: ExtraHours
    met: tuple[Booking, ...] = ()


class ExtraHoursService:
    """Adds hours and takes them away; only librarians of the centre may do it."""

    def __init__(self, booking_context: BookingContext) -> None:
        self._context = booking_context

    async def plan(self, librarian: Address, id_: str, hours: Interval) -> ExtraPlan:
        """What the hours would bring.

        Raises NotBookable, NotYours, TooLate, TooFar, ClosedDay, NobodyReceives.
        """
        centre = self._checked(librarian, id_, hours)
        return await self._context.unit_of_work.read(lambda tx: self._plan(tx, centre, hours))

    async def add(self, librarian: Address, id_: str, hours: Interval) -> tuple[ExtraPlan, ExtraHours]:
        """Adds the hours; added before, they stay. Raises as `plan`."""
        centre = self._checked(librarian, id_, hours)
        added = await self._context.unit_of_work.write(lambda tx: self._add(tx, librarian, centre, hours))
        self._context.wake()
        return added

    async def ahead(self, centre: CentreId) -> list[ExtraHours]:
        """The extra hours of a centre that are not over and not closed again."""
        now = self._context.clock.now()
        within = Interval(now, now + 2 * FARTHEST)

        def look(tx: Transaction) -> list[ExtraHours]:
            closed = [one.interval for one in tx.closures.within(centre, within)]
            found = tx.extra.within(centre, within)
            return [one for one in found if not any(_covers(shut, one.interval) for shut in closed)]

        return await self._context.unit_of_work.read(look)

    async def remove(self, librarian: Address, id_: ExtraHoursId) -> ExtraTaken:
        """Takes the hours away, unless somebody is booked then. Raises Gone, NotYours."""
        taken = await self._context.unit_of_work.write(lambda tx: self._remove(tx, librarian, id_))
        self._context.wake()
        return taken

    def _checked(self, librarian: Address, id_: str, hours: Interval) -> Centre:
        centre, now = self._context.bookable(id_), self._context.clock.now()
        self._context.check_serves(librarian, centre.id)
        day, announcement = centre.day(hours.start), centre.announcement
        if hours.start <= now:
            raise TooLate(hours.start)
        if hours.start - now > FARTHEST or hours.end - hours.start > LONGEST:
            raise TooFar(centre.day(now + FARTHEST))
        if announcement and announcement.closes(day):
            raise ClosedDay(day)
        return centre

    def _plan(self, tx: Transaction, centre: Centre, hours: Interval) -> ExtraPlan:
        day = centre.day(hours.start)
        way = self._context.occupancy(tx, centre, BookableDays(day, day))
        step = timedelta(minutes=centre.consultations.minutes if centre.consultations else 0)
        usual = {slot.starts_at for slot in day_grid(centre, day, step, way)}
        wider = day_grid(centre, day, step, way.with_opened(hours))
        closed = tuple(one.within(hours) for one in way.closed if one.overlaps(hours))
        behind = centre.hours is not None and not any(_covers(one, hours) for one in _doors_of(centre, hours))
        standing = next((one for one in tx.extra.within(centre.id, hours) if _covers(one.interval, hours)), None)
        slots = tuple(slot for slot in wider if slot.starts_at not in usual)
        desks = desks_on(centre, day, way.capacity)
        if not desks and standing is None:
            raise NobodyReceives(day)
        since = earliest(centre, self._context.clock.now())
        return ExtraPlan(centre, hours, slots, desks, since, closed, behind, standing)

    def _add(self, tx: Transaction, by: Address, centre: Centre, hours: Interval) -> tuple[ExtraPlan, ExtraHours]:
        plan, now = self._plan(tx, centre, hours), self._context.clock.now()
        if plan.added_before:
            return plan, plan.added_before
        extra = tx.extra.add(ExtraHours(ExtraHoursId(0), centre.id, hours, by, now))
        day = centre.day(hours.start)
        tx.audit.add(AuditEntry(now, by, AuditedDeed.EXTRA_HOURS_ADDED, centre.id, extra.id, day))
        tell_colleagues(self._context, tx, TimetableChange(AuditedDeed.EXTRA_HOURS_ADDED, extra.id, by, centre, hours))
        offer_freed(self._context, tx, centre, day)
        return plan, extra

    def _remove(self, tx: Transaction, by: Address, id_: ExtraHoursId) -> ExtraTaken:
        extra, now = tx.extra.find_extra(id_), self._context.clock.now()
        if extra is None or extra.interval.end <= now:
            raise Gone
        self._context.check_serves(by, extra.centre)
        centre = self._context.known(extra.centre)
        day = centre.day(extra.interval.start)
        booked = tx.bookings.at_centre(extra.centre, day_bounds(centre, BookableDays(day, day)))
        ahead = [one for one in booked if one.state is BookingState.BOOKED and one.starts_at > now]
        usual = stretches(centre, day)
        met = tuple(
            one
            for one in ahead
            if one.slot.interval.overlaps(extra.interval)
            and not any(_covers(all_, one.slot.interval) for all_ in usual)
        )
        if not met:
            tx.extra.remove(id_)
            tx.audit.add(AuditEntry(now, by, AuditedDeed.EXTRA_HOURS_REMOVED, extra.centre, id_, day))
            told = TimetableChange(AuditedDeed.EXTRA_HOURS_REMOVED, id_, by, centre, extra.interval)
            tell_colleagues(self._context, tx, told)
        return ExtraTaken(extra, met)


def _covers(one: Interval, other: Interval) -> bool:
    return one.start <= other.start and other.end <= one.end


def _doors_of(centre: Centre, hours: Interval) -> list[Interval]:
    """When the opening hours show the centre open on that day."""
    read = centre.hours.on(centre.day(hours.start)) if centre.hours else None
    return [Interval(span.start, span.end) for span in read.spans] if read else []
