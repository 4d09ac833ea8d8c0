"""An absence of a librarian, and what it would do to the visits booked on its days. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.booking.booking import Booking, Interval
from bot.booking.capacity import AbsenceId
from bot.booking.slots import BookableDays, crowd
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.centres.centre import Centre
from bot.people import Address

LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Absence:
    """The days on which somebody is not there, both included."""

    id: AbsenceId
    person: Address
    days: BookableDays
    made_at: datetime
    keeps_desks: bool = False  # as many people are received as without it

    def covers(self, day: date) -> bool:
        """Whether the person is away on that day."""
        return self.days.first <= day <= self.days.last


@dataclass(frozen=True, slots=True)
class VisitOffer:
    """The visits that are offered to one colleague, who is on duty on their days."""

    to: Address
    visits: tuple[Booking, ...]


@dataclass(frozen=True, slots=True)
class CentreWithout:
    """One centre while a librarian of it is away: its desks, the visits that somebody else must take."""

    centre: Centre
    desks: tuple[DeskRun, ...]  # with the absent and without
    hers: tuple[Booking, ...]  # taken on by the absent
    beyond: tuple[Booking, ...]  # more than there are desks then
    offers: tuple[VisitOffer, ...]

    @property
    def visits(self) -> tuple[Booking, ...]:
        """All visits that are to be handed on, by time."""
        return tuple(sorted({*self.hers, *self.beyond}, key=lambda one: (one.starts_at, one.id)))

    @property
    def unoffered(self) -> tuple[Booking, ...]:
        """The visits on days when no colleague is on duty."""
        offered = {visit.id for offer in self.offers for visit in offer.visits}
        return tuple(one for one in self.visits if one.id not in offered)

    @property
    def is_poorer(self) -> bool:
        """Whether fewer people are received at once on any of the days."""
        return any(run.after < run.before for run in self.desks)

    @property
    def is_left_alone(self) -> bool:
        """Whether on any of the days nobody is left who receives."""
        return any(run.before and not run.after for run in self.desks)

    def with_desks_kept(self) -> "CentreWithout":
        """The same where somebody else serves the desk."""
        same = tuple(replace(run, after=run.before) for run in self.desks)
        hers = {one.id for one in self.hers}
        offers = (replace(one, visits=tuple(it for it in one.visits if it.id in hers)) for one in self.offers)
        return replace(self, desks=same, beyond=(), offers=tuple(one for one in offers if one.visits))


@dataclass(frozen=True, slots=True)
class AbsencePlan:
    """What an absence means at each of the person's centres that take bookings."""

    person: Address
    days: BookableDays
    centres: tuple[CentreWithout, ...]
    standing: tuple[Absence, ...] = ()  # noted before, meeting these days; the new one takes their place
    noted_before: Absence | None = None  # it has all of these days


@dataclass(frozen=True, slots=True)
class NotedAbsence:
    """An absence that was written down, and what came of it; `is_old` where it was noted so before."""

    absence: Absence
    plan: AbsencePlan
    is_old: bool = False


@dataclass(frozen=True, slots=True)
class EndedAbsence:
    """An absence that was ended: what is left of it, the desks from the return on, and what else is noted."""

    left: Absence | None
    back_on: date
    desks: tuple[tuple[Centre, tuple[DeskRun, ...]], ...]
    others: tuple[Absence, ...] = ()


class AbsenceStore(Protocol):
    """The absences inside an open transaction."""

    def add(self, absence: Absence) -> Absence: ...

    def find_absence(self, id_: AbsenceId) -> Absence | None: ...

    def of_person(self, person: Address, since: date) -> list[Absence]:
        """Those that are not over on that day, the soonest first."""
        ...

    def shorten(self, id_: AbsenceId, last: date) -> None: ...

    def set_keeps_desks(self, id_: AbsenceId, *, keeps: bool) -> None: ...

    def remove(self, id_: AbsenceId) -> None: ...


def joined_days(days: BookableDays, standing: Sequence[Absence]) -> BookableDays:
    """The days with those of the absences that meet them."""
    first = min(days.first, *(one.days.first for one in standing)) if standing else days.first
    last = max(days.last, *(one.days.last for one in standing)) if standing else days.last
    return BookableDays(first, last)


def beyond_desks(visits: Iterable[Booking], desks: int, last: Address | None = None) -> list[Booking]:
    """The visits for which no desk is left when the others are received; those taken on by `last` go first."""
    kept: list[Interval] = []
    beyond: list[Booking] = []
    for visit in sorted(
        visits, key=lambda one: (one.taken_by is not None and one.taken_by == last, one.starts_at, one.id)
    ):
        held = Interval(visit.starts_at, visit.free_at)
        if desks and crowd(kept, held) < desks:
            kept.append(held)
        else:
            beyond.append(visit)
    return sorted(beyond, key=lambda one: (one.starts_at, one.id))
