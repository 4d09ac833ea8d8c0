"""How many people a centre receives at once on a day: the desks of its hours, unless something else holds then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import NewType

from bot.centres.centre import Centre, CentreId
from bot.people import Address

CapacityChangeId = NewType("CapacityChangeId", int)
AbsenceId = NewType("AbsenceId", int)


@dataclass(frozen=True, slots=True)
class CapacityChange:
    """Another number of desks from one day to another, both included."""

    id: CapacityChangeId
    centre: CentreId
    first: date
    last: date
    desks: int
    made_by: Address | None
    made_at: datetime


@dataclass(frozen=True, slots=True)
class LibrarianAway:
    """A librarian of the centre is absent from one day to another, both included, and may leave a desk empty."""

    absence: AbsenceId
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Capacity:
    """What the desks of a centre depend on, on some days: numbers set, who is away, how many librarians it has."""

    changes: Sequence[CapacityChange] = ()
    away: Sequence[LibrarianAway] = ()
    librarians: int = 0

    def without(self, absences: Sequence[AbsenceId]) -> "Capacity":
        """The same, had those absences never been noted."""
        return replace(self, away=[one for one in self.away if one.absence not in absences])

    def with_change(self, change: CapacityChange) -> "Capacity":
        """The same with another number set, after all that were."""
        return replace(self, changes=(*self.changes, change))

    def with_away(self, away: LibrarianAway) -> "Capacity":
        """The same with one librarian more away."""
        return replace(self, away=(*self.away, away))


_NEW = CapacityChangeId(0)  # of a change that is only planned
USUAL_CAPACITY = Capacity()


def set_last(day: date, changes: Sequence[CapacityChange]) -> CapacityChange | None:
    """The change that holds on that day: of several the one made last."""
    there = (one for one in changes if one.first <= day <= one.last)
    return max(there, key=lambda one: (one.made_at, one.id == _NEW, one.id), default=None)


def named_desks(centre: Centre, day: date, changes: Sequence[CapacityChange]) -> int:
    """The number set last for that day, else the usual one; absences left aside."""
    latest = set_last(day, changes)
    usual = centre.consultations.desks if centre.consultations else 0
    return latest.desks if latest else usual


def desks_on(centre: Centre, day: date, capacity: Capacity) -> int:
    """The desks of that day: the number set last, less those for which no librarian is left; never below 0.

    Librarians beyond the desks are spare; desks beyond the librarians are served by people whom the bot does not know.
    """
    if centre.consultations is None:
        return 0
    desks = named_desks(centre, day, capacity.changes)
    away = sum(one.first <= day <= one.last for one in capacity.away)
    spare = max(0, capacity.librarians - desks)
    return max(0, desks - max(0, away - spare))
