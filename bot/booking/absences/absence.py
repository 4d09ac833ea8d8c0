"""An absence of a librarian, and what it would do to the visits booked on its days. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from bot.booking.booking import Booking, Interval
from bot.booking.capacity import AbsenceId
from bot.booking.slots import BookableDays, crowd
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

    def covers(self, day: date) -> bool:
        """Whether the person is away on that day."""
        return self.days.first <= day <= self.days.last


@dataclass(frozen=True, slots=True)
class CentreWithout:
    """One centre while a librarian of it is away: its desks, the visits that somebody else must take."""

    centre: Centre
    desks: int  # as they are, on the poorest of the days
    left: int  # desks during the absence
    hers: tuple[Booking, ...]  # taken on by the absent
    beyond: tuple[Booking, ...]  # more than there are desks then
    colleagues: tuple[Address, ...]  # on duty on some of the days of these visits

    @property
    def visits(self) -> tuple[Booking, ...]:
        """All visits that are to be handed on, by time."""
        return tuple(sorted({*self.hers, *self.beyond}, key=lambda one: (one.starts_at, one.id)))

    @property
    def is_poorer(self) -> bool:
        """Whether fewer people are received at once."""
        return self.left < self.desks


@dataclass(frozen=True, slots=True)
class AbsencePlan:
    """What an absence means at each of the person's centres that take bookings."""

    person: Address
    days: BookableDays
    centres: tuple[CentreWithout, ...]
    standing: tuple[Absence, ...] = ()  # noted before, meeting these days; the new one takes their place
    is_noted: bool = False  # an absence noted before has all of these days


@dataclass(frozen=True, slots=True)
class NotedAbsence:
    """An absence that was written down, and what came of it."""

    absence: Absence
    plan: AbsencePlan


class AbsenceStore(Protocol):
    """The absences inside an open transaction."""

    def add(self, absence: Absence) -> Absence: ...

    def find_absence(self, id_: AbsenceId) -> Absence | None: ...

    def of_person(self, person: Address, since: date) -> list[Absence]:
        """Those that are not over on that day, the soonest first."""
        ...

    def shorten(self, id_: AbsenceId, last: date) -> None: ...

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
