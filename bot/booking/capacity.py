"""How many people a centre receives at once on a day: the desks of its hours, unless something else holds then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

from bot.centres.centre import Centre, CentreId
from bot.people import Address

CapacityChangeId = NewType("CapacityChangeId", int)
AbsenceId = NewType("AbsenceId", int)


@dataclass(frozen=True, slots=True)
class CapacityChange:
    """Another number of desks from one day to another, both included; or one desk fewer for an absence."""

    id: CapacityChangeId
    centre: CentreId
    first: date
    last: date
    desks: int | None  # None: one fewer
    absence: AbsenceId | None
    made_by: Address | None
    made_at: datetime


def desks_on(centre: Centre, day: date, changes: Iterable[CapacityChange]) -> int:
    """The desks of that day: the number that was set last, less one for each absence; never below 0."""
    if centre.consultations is None:
        return 0
    there = [one for one in changes if one.first <= day <= one.last]
    told = [one for one in there if one.desks is not None]
    latest = max(told, key=lambda one: (one.made_at, one.id), default=None)
    desks = latest.desks if latest and latest.desks is not None else centre.consultations.desks
    return max(0, desks - sum(one.desks is None for one in there))
