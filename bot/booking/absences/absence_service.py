"""Notes that a librarian is not there: off duty, a desk fewer, visits offered to colleagues; all in one transaction."""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.audit import AuditedDeed, AuditEntry
from bot.booking.absences.absence import LONGEST, Absence, AbsencePlan, EndedAbsence, NotedAbsence
from bot.booking.absences.absence_planning import AbsencePlanning, Colleagues
from bot.booking.absences.notices import visits_to_take
from bot.booking.absences.told_absences import AbsenceChange, Days, days_of, tell_of_absence
from bot.booking.capacity import AbsenceId
from bot.booking.context import BookingContext
from bot.booking.refusals import Gone, NotYours, TooFar, TooLate
from bot.booking.slots import BookableDays
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import offer_freed_days
from bot.centres.centre import CentreId
from bot.people import Address

FARTHEST = timedelta(days=365)  # from today, on which an absence may begin
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AbsenceService:
    """Notes and ends absences of the one who asks; `reload` reads them into memory after a change."""

    context: BookingContext
    colleagues: Colleagues
    reload: Callable[[], Awaitable[None]]
    _planning: AbsencePlanning = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_planning", AbsencePlanning(self.context, self.colleagues))

    async def plan(self, person: Address, days: BookableDays) -> AbsencePlan:
        """What an absence on these days would mean. Raises TooLate, TooFar, NotYours."""
        self._check(person, days)
        return await self.context.unit_of_work.read(lambda tx: self._planning.plan(tx, person, days))

    async def note(self, person: Address, days: BookableDays, *, keep_desks: bool = False) -> NotedAbsence:
        """Writes the absence down; of one that has just these days only the desks may change.

        Raises TooLate, TooFar, NotYours.
        """
        self._check(person, days)
        noted = await self.context.unit_of_work.write(lambda tx: self._note(tx, person, days, keep_desks=keep_desks))
        await self.reload()
        self.context.wake()
        return noted

    async def standing(self, person: Address) -> list[Absence]:
        """The person's absences that are not over, the soonest first."""
        today = self._planning.today(person)
        return await self.context.unit_of_work.read(lambda tx: tx.absences.of_person(person, today))

    async def find(self, id_: AbsenceId) -> Absence | None:
        """The absence, where it still stands."""
        return await self.context.unit_of_work.read(lambda tx: tx.absences.find_absence(id_))

    async def end(self, person: Address, id_: AbsenceId, back_on: date | None = None) -> EndedAbsence:
        """The person is there again on that day, or now; the waitlist gets the desks that become free.

        Raises Gone, NotYours.
        """
        ended = await self.context.unit_of_work.write(lambda tx: self._end(tx, person, id_, back_on))
        await self.reload()
        self.context.wake()
        return ended

    def _check(self, person: Address, days: BookableDays) -> None:
        today = self._planning.today(person)
        if not self.colleagues.workplaces_of(person):
            raise NotYours
        if days.last < today:
            raise TooLate(datetime.combine(days.last, datetime.min.time(), self.context.clock.now().tzinfo))
        if days.first - today > FARTHEST or days.last - days.first > LONGEST:
            raise TooFar(today + FARTHEST)

    def _note(self, tx: Transaction, person: Address, wished: BookableDays, *, keep_desks: bool) -> NotedAbsence:
        plan, now = self._planning.plan(tx, person, wished), self.context.clock.now()
        before = self._days(tx, person)
        if keep_desks:
            plan = replace(plan, centres=tuple(one.with_desks_kept() for one in plan.centres))
        if plan.noted_before:
            return self._noted_before(tx, plan, plan.noted_before, wished, keep_desks=keep_desks)
        for one in plan.standing:
            tx.absences.remove(one.id)
        absence = tx.absences.add(Absence(AbsenceId(0), person, plan.days, now, keep_desks))
        self._hand_on(tx, absence, plan)
        self._audit(tx, absence, AuditedDeed.ABSENCE_NOTED)
        offered = {one.centre.id: [offer.to for offer in one.offers] for one in plan.centres}
        self._tell(tx, absence, before, offered)
        self._fill(tx, plan)
        return NotedAbsence(absence, plan)

    def _noted_before(
        self, tx: Transaction, plan: AbsencePlan, old: Absence, wished: BookableDays, *, keep_desks: bool
    ) -> NotedAbsence:
        """The other button of the same preview: other desks, the same days. Of other days it says nothing."""
        if old.days != wished or old.keeps_desks == keep_desks:
            return NotedAbsence(old, plan, is_old=True)
        absence = replace(old, keeps_desks=keep_desks)
        tx.absences.set_keeps_desks(old.id, keeps=keep_desks)
        self._hand_on(tx, absence, plan)
        self._audit(tx, absence, AuditedDeed.ABSENCE_NOTED)
        self._fill(tx, plan)
        return NotedAbsence(absence, plan)

    def _hand_on(self, tx: Transaction, absence: Absence, plan: AbsencePlan) -> None:
        """What the person has taken on belongs to nobody now, and is offered to the colleagues with what is beyond."""
        for without in plan.centres:
            for visit in without.hers:
                tx.bookings.keep(replace(visit, taken_by=None))
            tx.outbox.put(visits_to_take(absence, without, self.context.clock.now()))

    def _end(self, tx: Transaction, person: Address, id_: AbsenceId, back_on: date | None) -> EndedAbsence:
        absence, today = tx.absences.find_absence(id_), self._planning.today(person)
        if absence is None or absence.days.last < today:
            raise Gone
        if absence.person != person:
            raise NotYours
        back = max(back_on or today, today)
        last = min(back - _DAY, absence.days.last)
        freed = BookableDays(max(back, absence.days.first), absence.days.last)
        desks, before = self._planning.desks_after(tx, absence, freed), self._days(tx, person)
        left = None if last < absence.days.first else replace(absence, days=BookableDays(absence.days.first, last))
        if left is None:
            tx.absences.remove(id_)
        elif left != absence:
            tx.absences.shorten(id_, last)
        if left != absence:
            self._audit(tx, absence, AuditedDeed.ABSENCE_ENDED)
            self._tell(tx, absence, before, {})
        for centre, _ in desks:
            offer_freed_days(self.context, tx, centre, freed)
        others = (one for one in tx.absences.of_person(person, today) if one.id != id_)
        return EndedAbsence(left, back, desks, tuple(others))

    def _audit(self, tx: Transaction, absence: Absence, deed: AuditedDeed) -> None:
        now = self.context.clock.now()
        for centre in self.colleagues.workplaces_of(absence.person):
            tx.audit.add(AuditEntry(now, absence.person, deed, centre, absence.id, absence.days.first))

    def _tell(
        self, tx: Transaction, absence: Absence, before: Days, offered: Mapping[CentreId, Collection[Address]]
    ) -> None:
        """Tells the colleagues at each centre; those who are offered visits learn of it so."""
        change = AbsenceChange(absence, before, self._days(tx, absence.person))
        for id_ in self.colleagues.workplaces_of(absence.person):
            if centre := self.context.centre(id_):
                tell_of_absence(self.context, tx, centre, change, offered.get(id_, ()))

    def _days(self, tx: Transaction, person: Address) -> Days:
        """The days on which the person is away, of all absences that yesterday were not over."""
        standing = tx.absences.of_person(person, self._planning.today(person) - _DAY)
        return days_of(one.days for one in standing)

    def _fill(self, tx: Transaction, plan: AbsencePlan) -> None:
        """Offers the waitlist what may have become free: desks said to be served after all."""
        for without in plan.centres:
            offer_freed_days(self.context, tx, without.centre, plan.days)
