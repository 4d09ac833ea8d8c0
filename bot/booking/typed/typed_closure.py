"""Hours to be closed as librarians type them: «завтра», «26 ноября с 14 до 16», «с 28 декабря по 10 января»."""

from datetime import UTC, datetime

from bot.booking.booking import Interval
from bot.booking.slots import DAY, BookableDays, day_bounds
from bot.centres.centre import Centre
from bot.russian.time.closings import closures
from bot.russian.time.doubts import Unsure


def read_closure(text: str, centre: Centre, now: datetime) -> tuple[Interval, ...] | Unsure:
    """What is to be closed, UTC; several only where the days between them stay open."""
    read = closures.read_closure(text, now.astimezone(centre.zone))
    if isinstance(read, Unsure):
        return read
    return tuple(Interval(span.start.astimezone(UTC), span.end.astimezone(UTC)) for span in read)


def is_whole_days(centre: Centre, interval: Interval) -> bool:
    """Whether the interval goes from midnight to midnight of the centre."""
    start, end = interval.start.astimezone(centre.zone), interval.end.astimezone(centre.zone)
    days = BookableDays(start.date(), (end - DAY).date())
    return interval == day_bounds(centre, days)
