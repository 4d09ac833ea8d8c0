"""The free slots of a centre: consultation hours less held desks and closures. Pure; UTC inside."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from bot.booking.booking import LONGEST_VISIT, Interval, Slot, joined
from bot.booking.capacity import USUAL_CAPACITY, Capacity, desks_on
from bot.centres.centre import Centre
from bot.centres.hours.hours import LONG_CLOSED, Day, Hours

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Occupancy:
    """What slots must heed: held desks (buffers included), hours closed, other desks on some days, hours opened."""

    held: Sequence[Interval] = ()
    closed: Sequence[Interval] = ()
    capacity: Capacity = USUAL_CAPACITY
    opened: Sequence[Interval] = ()

    def with_opened(self, hours: Interval) -> "Occupancy":
        """The same with further hours opened."""
        return replace(self, opened=(*self.opened, hours))


USUAL = Occupancy()


@dataclass(frozen=True, slots=True)
class BookableDays:
    """Days of the centre, both inclusive."""

    first: date
    last: date

    def __iter__(self) -> Iterator[date]:
        return (self.first + n * DAY for n in range((self.last - self.first).days + 1))


def bookable_days(centre: Centre, now: datetime, *, notice: bool = True) -> BookableDays:
    """From the first day that leaves the notice to the last day of the horizon; empty where nothing is bookable."""
    today = centre.day(now)
    if centre.consultations is None:
        return BookableDays(today, today - DAY)
    first = centre.day(earliest(centre, now)) if notice else today
    return BookableDays(first, today + timedelta(days=centre.consultations.horizon_days))


def earliest(centre: Centre, now: datetime) -> datetime:
    """The first moment that a citizen may book."""
    hours = centre.consultations.notice_hours if centre.consultations else 0
    return now + timedelta(hours=hours)


def free_slots(
    centre: Centre,
    days: BookableDays,
    length: timedelta,
    occupancy: Occupancy,
    since: datetime,
    buffer: timedelta = timedelta(),
) -> list[Slot]:
    """The times of those days, from a moment on, at which a desk is free for the whole visit and the buffer after it.

    In order, each once. The horizon is the caller's: see bookable_days.
    """
    held = sorted(occupancy.held)
    found: list[Slot] = []
    for day in days:
        grid = day_grid(centre, day, length, occupancy)
        if grid:
            desks = desks_on(centre, day, occupancy.capacity)
            there = _during(held, Interval(grid[0].starts_at, grid[-1].ends_at + buffer))
            found += (
                slot
                for slot in grid
                if slot.starts_at >= since and _has_room(there, Interval(slot.starts_at, slot.ends_at + buffer), desks)
            )
    return found


def day_grid(centre: Centre, day: date, length: timedelta, occupancy: Occupancy = USUAL) -> list[Slot]:
    """The times of a day whether taken or not: every `minutes` of the centre from the start of each stretch of work.

    A closure takes times away and leaves the others where they were.
    """
    if centre.consultations is None:
        return []
    step = timedelta(minutes=centre.consultations.minutes)
    shut = tuple(occupancy.closed)
    grid = (
        Slot(start, start + length, centre.id)
        for stretch in stretches(centre, day, occupancy.opened)
        for start in _every(step, stretch, length)
    )
    return [slot for slot in grid if not any(slot.interval.overlaps(one) for one in shut)]


def stretches(centre: Centre, day: date, opened: Iterable[Interval] = ()) -> list[Interval]:
    """The working intervals of a day: consultation hours while the centre is known to be open, and what was opened.

    Who opens hours besides opens the doors too; an announcement that closes the day stands above that.
    """
    announcement = centre.announcement
    if centre.consultations is None or (announcement and announcement.closes(day)):
        return []
    received = _intervals(centre.consultations.hours.on(day))
    doors = _doors(centre.hours, day)
    usual = received if doors is None else list(_both(received, doors))
    besides = [one for one in opened if centre.day(one.start) == day]
    return joined((*usual, *besides)) if besides else usual


def runs_out(centre: Centre, now: datetime) -> date | None:
    """The last bookable day where the hours end within the horizon (a season, a year), else None."""
    if centre.consultations is None:
        return None
    days = [day for day in bookable_days(centre, now, notice=False) if stretches(centre, day)]
    if not days:
        return None
    after = datetime.combine(days[-1] + DAY, time(), centre.zone)
    again = centre.consultations.hours.next_opening(after - timedelta(seconds=1))
    return days[-1] if again is None or again - after > LONG_CLOSED else None


def crowd(held: Iterable[Interval], within: Interval) -> int:
    """The peak number of desks held at once within the interval."""
    there = [one for one in held if one.overlaps(within)]
    moments = {within.start} | {one.start for one in there if one.start > within.start}
    return max(sum(one.start <= at < one.end for one in there) for at in moments)


def nearest(slots: Iterable[Slot], to: datetime, count: int) -> tuple[Slot, ...]:
    """The `count` slots nearest to a moment, in the order of time; of two as near, the later."""
    ranked = sorted(slots, key=lambda slot: (abs(slot.starts_at - to), slot.starts_at < to))
    return tuple(sorted(ranked[:count]))


def day_bounds(centre: Centre, days: BookableDays) -> Interval:
    """The days as moments: from the first midnight of the centre to the last."""
    return Interval(_midnight(centre, days.first), _midnight(centre, days.last + DAY))


def _during(held: Sequence[Interval], within: Interval) -> Sequence[Interval]:
    """The part of an ordered list that can share a moment with the interval: no visit is longer than the longest."""
    first = bisect_left(held, within.start - LONGEST_VISIT, key=_start)
    return held[first : bisect_left(held, within.end, key=_start)]


def _start(interval: Interval) -> datetime:
    return interval.start


def _has_room(held: Sequence[Interval], within: Interval, desks: int) -> bool:
    """Whether a desk is free all along; counting moment by moment only where as many visits meet it as there are."""
    there = [one for one in held if one.start < within.end and within.start < one.end]
    return len(there) < desks or crowd(there, within) < desks


def _midnight(centre: Centre, day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=centre.zone).astimezone(UTC)


def _every(step: timedelta, stretch: Interval, length: timedelta) -> Iterator[datetime]:
    start = stretch.start
    while start + length <= stretch.end:
        yield start
        start += step


def _doors(hours: Hours | None, day: date) -> list[Interval] | None:
    """The opening hours of the centre; None where they are not known and cannot forbid anything."""
    if hours is None:
        return None
    read = hours.on(day)
    return None if read.unsure else _intervals(read)


def _intervals(day: Day) -> list[Interval]:
    return [Interval(span.start.astimezone(UTC), span.end.astimezone(UTC)) for span in day.spans]


def _both(some: Iterable[Interval], others: Sequence[Interval]) -> Iterator[Interval]:
    for one in some:
        for other in others:
            if one.overlaps(other):
                yield Interval(max(one.start, other.start), min(one.end, other.end))
