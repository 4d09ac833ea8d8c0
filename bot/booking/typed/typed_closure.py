"""Hours to be closed as librarians type them: «завтра», «26 ноября с 14 до 16», «с 28 декабря по 10 января»."""

from datetime import UTC, datetime

from bot.booking.booking import Interval
from bot.booking.slots import DAY, BookableDays, day_bounds
from bot.centres.centre import Centre
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.closings import closures
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Unsure


def read_closure(text: str, centre: Centre, now: datetime) -> tuple[Interval, ...] | Unsure:
    """What is to be closed, UTC; several only where the days between them stay open."""
    return notice_closure(text, centre, now).meaning


def notice_closure(text: str, centre: Centre, now: datetime) -> Noticed[tuple[Interval, ...]]:
    """The same with the words that were passed over: the preview names them."""
    noticed = closures.notice_closure(text, now.astimezone(centre.zone))
    if isinstance(noticed.meaning, Unsure):
        return Noticed(noticed.meaning)
    return Noticed(_intervals(noticed.meaning), noticed.passed)


def _intervals(spans: tuple[Span, ...]) -> tuple[Interval, ...]:
    return tuple(Interval(span.start.astimezone(UTC), span.end.astimezone(UTC)) for span in spans)


def is_whole_days(centre: Centre, interval: Interval) -> bool:
    """Whether the interval goes from midnight to midnight of the centre."""
    start, end = interval.start.astimezone(centre.zone), interval.end.astimezone(centre.zone)
    days = BookableDays(start.date(), (end - DAY).date())
    return interval == day_bounds(centre, days)
