"""What a change does to the number of desks, day by day; days with the same numbers are told together. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from bot.booking.booking import Interval
from bot.booking.capacity import Capacity, desks_on
from bot.booking.slots import BookableDays, stretches
from bot.centres.centre import Centre


@dataclass(frozen=True, slots=True)
class DeskRun:
    """Days of consultations, one after another, that have the same number of desks before a change and after it."""

    days: BookableDays
    before: int
    after: int


def desk_runs(
    centre: Centre, days: BookableDays, opened: Iterable[Interval], before: Capacity, after: Capacity
) -> tuple[DeskRun, ...]:
    """The runs in order; days without consultations belong to none. `opened` are hours besides the usual ones."""
    besides = tuple(opened)
    received = [day for day in days if stretches(centre, day, besides)]
    runs = groupby(received, key=lambda day: (desks_on(centre, day, before), desks_on(centre, day, after)))
    told = ((numbers, tuple(run)) for numbers, run in runs)
    return tuple(DeskRun(BookableDays(run[0], run[-1]), *numbers) for numbers, run in told)
