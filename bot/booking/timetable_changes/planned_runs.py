"""The number of desks on some days before a change and after it, read from the open transaction."""

from bot.booking.capacity import Capacity
from bot.booking.slots import BookableDays, day_bounds
from bot.booking.timetable_changes.desk_runs import DeskRun, desk_runs
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre


def planned_runs(
    tx: Transaction, centre: Centre, days: BookableDays, before: Capacity, after: Capacity
) -> tuple[DeskRun, ...]:
    """The runs of the days on which somebody is received: opened besides counts, wholly closed does not."""
    bounds = day_bounds(centre, days)
    opened = [one.interval for one in tx.extra.within(centre.id, bounds)]
    closed = [one.interval for one in tx.closures.within(centre.id, bounds)]
    return desk_runs(centre, days, (opened, closed), (before, after))
