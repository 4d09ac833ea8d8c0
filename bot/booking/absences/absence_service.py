"""Notes that a librarian is not there: off duty, a desk fewer, visits offered to colleagues; all in one transaction."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Protocol

from bot.audit import AuditedDeed, AuditEntry
from bot.booking.absences.absence import (
    LONGEST,
    Absence,
    AbsencePlan,
    CentreWithout,
    NotedAbsence,
    beyond_desks,
    joined_days,
)
from bot.booking.absences.notices import visits_to_take
from bot.booking.booking import Booking, BookingState, Interval
from bot.booking.capacity import AbsenceId, CapacityChange, CapacityChangeId, desks_on
from bot.booking.context import BookingContext
from bot.booking.refusals import Gone, NotYours, TooFar, TooLate
from bot.booking.slots import BookableDays, day_bounds, stretches
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre, CentreId
from bot.people import Address

FARTHEST = timedelta(days=365)  # from today, on which an absence may begin
_DAY = timedelta(days=1)


class Colleagues(Protocol):
    """Who works where, and who of them is there."""

    def workplaces_of(self, person: Address) -> Collection[CentreId]:
        """Where the person is a librarian; not what they are only over."""
        ...

    def librarians_of(self, centre: CentreId) -> Collection[Address]: ...

    def is_away(self, person: Address, day: date) -> bool:
        """Whether the person is absent on that day, on duty at other times or not."""
        ...

    def is_there(self, person: Address, day: date) -> bool:
        """Whether the person is on duty and not absent on that day."""
        ...


@dataclass(frozen=True, slots=True)
class AbsenceService:
    """Notes and ends absences of the one who asks; `reload` reads them into memory after a change."""

    context: BookingContext
    colleagues: Colleagues
    reload: Callable[[], Awaitable[None]]

    async def plan(self, person: Address, days: BookableDays) -> AbsencePlan:
        """What an absence on these days would mean. Raises TooLate, TooFar, NotYours."""
        self._check(person, days)
        return await self.context.unit_of_work.read(lambda tx: self._plan(tx, person, days))

    async def note(self, person: Address, days: BookableDays, *, keep_desks: bool = False) -> NotedAbsence:
        """Writes the absence down; one that has these days already stays. Raises TooLate, TooFar, NotYours."""
        self._check(person, days)
        noted = await self.context.unit_of_work.write(lambda tx: self._note(tx, person, days, keep_desks=keep_desks))
        await self.reload()
        self.context.wake()
        return noted

    async def standing(self, person: Address) -> list[Absence]:
        """The person's absences that are not over, the soonest first."""
        return await self.context.unit_of_work.read(lambda tx: tx.absences.of_person(person, self._today(person)))

    async def find(self, id_: AbsenceId) -> Absence | None:
        """The absence, where it still stands."""
        return await self.context.unit_of_work.read(lambda tx: tx.absences.find_absence(id_))

    async def end(self, person: Address, id_: AbsenceId, back_on: date | None = None) -> Absence | None:
        """The person is there again on that day, or now; None where nothing is left of the absence.

        Raises Gone, NotYours, TooLate for a day that is over.
        """
        left = await self.context.unit_of_work.write(lambda tx: self._end(tx, person, id_, back_on))
        await self.reload()
        self.context.wake()
        return left

    def _check(self, person: Address, days: BookableDays) -> None:
        today = self._today(person)
        if not self.colleagues.workplaces_of(person):
            raise NotYours
        if days.last < today:
            raise TooLate(datetime.combine(days.last, datetime.min.time(), self.context.clock.now().tzinfo))
        if days.first - today > FARTHEST or days.last - days.first > LONGEST:
            raise TooFar(today + FARTHEST)

    def _today(self, person: Address) -> date:
        """The day at the person's centre."""
        centres = (self.context.centre(id_) for id_ in self.colleagues.workplaces_of(person))
        now = self.context.clock.now()
        return next((centre.day(now) for centre in centres if centre), now.date())

    def _plan(self, tx: Transaction, person: Address, wished: BookableDays) -> AbsencePlan:
        near = tx.absences.of_person(person, wished.first - _DAY)
        met = tuple(one for one in near if one.days.first <= wished.last + _DAY)
        days = joined_days(wished, met)
        is_noted = any(one.covers(wished.first) and one.covers(wished.last) for one in met)
        found = (self.context.centre(id_) for id_ in self.colleagues.workplaces_of(person))
        bookable = [centre for centre in found if centre and centre.consultations]
        centres = tuple(self._without(tx, person, centre, days, met) for centre in bookable)
        return AbsencePlan(person, days, centres, met, is_noted)

    def _without(
        self, tx: Transaction, person: Address, centre: Centre, days: BookableDays, met: tuple[Absence, ...]
    ) -> CentreWithout:
        """The centre on these days without the person, as if nothing had been noted of them before."""
        own = {one.id for one in met}
        changes = [one for one in tx.capacity.within(centre.id, days) if one.absence not in own]
        desks = min((desks_on(centre, day, changes) for day in days if stretches(centre, day)), default=0)
        fewer = self._fewer(person, centre, days, desks)
        booked = self._booked(tx, centre, days)
        hers = tuple(one for one in booked if one.taken_by == person)
        held = groupby(filter(_holds_desk, booked), lambda one: centre.day(one.starts_at))
        beyond = tuple(
            one
            for day, visits in held
            for one in beyond_desks(visits, max(0, desks_on(centre, day, changes) - fewer), person)
            if fewer
        )
        on = {centre.day(one.starts_at) for one in (*hers, *beyond)}
        others = (one for one in self.colleagues.librarians_of(centre.id) if one != person)
        present = tuple(one for one in others if any(self.colleagues.is_there(one, day) for day in on))
        return CentreWithout(centre, desks, desks - fewer, hers, beyond, present)

    def _fewer(self, person: Address, centre: Centre, days: BookableDays, desks: int) -> int:
        """A desk stays empty, unless on each day as many other librarians are there as the centre has desks."""
        others = [one for one in self.colleagues.librarians_of(centre.id) if one != person]
        there = min(sum(not self.colleagues.is_away(one, day) for one in others) for day in days)
        return int(desks > 0 and there < desks)

    def _booked(self, tx: Transaction, centre: Centre, days: BookableDays) -> list[Booking]:
        bounds, now = day_bounds(centre, days), self.context.clock.now()
        ahead = tx.bookings.at_centre(centre.id, Interval(max(bounds.start, now), max(bounds.end, now)))
        return [one for one in ahead if one.state is BookingState.BOOKED]

    def _note(self, tx: Transaction, person: Address, wished: BookableDays, *, keep_desks: bool) -> NotedAbsence:
        plan, now = self._plan(tx, person, wished), self.context.clock.now()
        if plan.is_noted:
            return NotedAbsence(next(one for one in plan.standing if one.covers(wished.first)), plan)
        for one in plan.standing:
            tx.absences.remove(one.id)
        absence = tx.absences.add(Absence(AbsenceId(0), person, plan.days, now))
        if keep_desks:
            plan = replace(plan, centres=tuple(replace(one, left=one.desks, beyond=()) for one in plan.centres))
        for without in plan.centres:
            self._hand_on(tx, absence, without, now)
        for id_ in self.colleagues.workplaces_of(person):
            tx.audit.add(AuditEntry(now, person, AuditedDeed.ABSENCE_NOTED, id_, absence.id, plan.days.first))
        return NotedAbsence(absence, plan)

    def _hand_on(self, tx: Transaction, absence: Absence, without: CentreWithout, now: datetime) -> None:
        days = absence.days
        if without.is_poorer:
            tx.capacity.add(
                CapacityChange(
                    *(CapacityChangeId(0), without.centre.id, days.first, days.last),
                    *(None, absence.id, absence.person, now),
                )
            )
        for visit in without.hers:
            tx.bookings.keep(replace(visit, taken_by=None))
        if without.visits:
            tx.outbox.put(visits_to_take(absence, without, now))

    def _end(self, tx: Transaction, person: Address, id_: AbsenceId, back_on: date | None) -> Absence | None:
        absence, today = tx.absences.find_absence(id_), self._today(person)
        if absence is None or absence.days.last < today:
            raise Gone
        if absence.person != person:
            raise NotYours
        last = min((back_on or today) - _DAY, absence.days.last)
        for centre in self.colleagues.workplaces_of(person):
            now = self.context.clock.now()
            tx.audit.add(AuditEntry(now, person, AuditedDeed.ABSENCE_ENDED, centre, absence.id, absence.days.first))
        if last < absence.days.first:
            tx.absences.remove(id_)
            return None
        tx.absences.shorten(id_, last)
        return replace(absence, days=BookableDays(absence.days.first, last))


def _holds_desk(booking: Booking) -> bool:
    return booking.holds_desk
