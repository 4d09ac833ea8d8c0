"""What a change does to the number of desks, day by day; days with the same numbers are told together. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.booking.booking import Interval, joined
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
    centre: Centre,
    days: BookableDays,
    hours: tuple[Sequence[Interval], Sequence[Interval]],
    capacity: tuple[Capacity, Capacity],
) -> tuple[DeskRun, ...]:
    """The runs in order, by the capacity before and after; days on which nobody is received belong to none.

    `hours` are those opened besides the usual ones, and those closed.
    """
    opened, closed = hours
    shut = joined(closed)
    received = [day for day in days if any(not _is_within(one, shut) for one in stretches(centre, day, opened))]
    runs = groupby(received, key=lambda day: tuple(desks_on(centre, day, one) for one in capacity))
    told = ((numbers, tuple(run)) for numbers, run in runs)
    return tuple(DeskRun(BookableDays(run[0], run[-1]), *numbers) for numbers, run in told)


def _is_within(hours: Interval, shut: Sequence[Interval]) -> bool:
    return any(one.start <= hours.start and hours.end <= one.end for one in shut)
