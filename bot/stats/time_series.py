"""Requests done along the time of a period: by week, by month, by the hour of the week."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from bot.stats.aggregates import HourSum
from bot.stats.figures import Bucket, Busy
from bot.stats.period import DAY, Period

UNKNOWN_HOUR = -1  # of help that was written down afterwards
AUTOMATIC, REPLY, CONSULTATION = "automatic", "reply", "consultation"


def weeks(hours: Iterable[HourSum], period: Period) -> tuple[Bucket, ...]:
    """Every week the period touches, from Mondays."""
    first, last = _monday(period.first), _monday(period.last)
    return _stretches(hours, [first + 7 * number * DAY for number in range((last - first).days // 7 + 1)], _monday)


def months(hours: Iterable[HourSum], period: Period) -> tuple[Bucket, ...]:
    """Every month the period touches."""
    span = range(_number(period.first), _number(period.last) + 1)
    return _stretches(hours, [date(month // 12, month % 12 + 1, 1) for month in span], lambda day: day.replace(day=1))


def busy_hours(hours: Iterable[HourSum]) -> tuple[Busy, ...]:
    """The hours of the week in which anything was done, from Monday's first."""
    counts: Counter[tuple[int, int, str]] = Counter()
    for one in hours:
        if one.hour != UNKNOWN_HOUR:
            counts[one.day.weekday(), one.hour, one.work] += one.count
    return tuple(
        Busy(weekday, hour, *(counts[weekday, hour, work] for work in (AUTOMATIC, REPLY, CONSULTATION)))
        for weekday, hour in sorted({(weekday, hour) for weekday, hour, _ in counts})
    )


def _stretches(
    hours: Iterable[HourSum], firsts: Sequence[date], first_of: Callable[[date], date]
) -> tuple[Bucket, ...]:
    counts: Counter[tuple[date, str]] = Counter()
    for one in hours:
        counts[first_of(one.day), one.work] += one.count
    return tuple(Bucket(first, *(counts[first, work] for work in (AUTOMATIC, REPLY, CONSULTATION))) for first in firsts)


def _monday(day: date) -> date:
    return day - day.weekday() * DAY


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
