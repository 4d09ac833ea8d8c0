"""When librarians answer: a number of working hours after a moment."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.centres.centre import Centre
from bot.centres.hours.hours import Hours, OpenSpan, UnreadableHoursError

USUAL = "Mo-Fr 09:00-18:00"  # only to count the steps of routing by, never told to people
HALF_HOUR = 30  # minutes
DAYS_AHEAD = 45  # a centre that opens less often than this promises nothing


@dataclass(frozen=True, slots=True)
class AnswerHours:
    """The hours of a centre, else those the region has set for answers; `region` is an OpenStreetMap expression."""

    region: Callable[[], str | None]
    zone: ZoneInfo

    def promise(self, centre: Centre | None, now: datetime, hours: int) -> datetime | None:
        """When so many working hours have passed, to the next half hour; None where no known hours are to promise."""
        known = self._known(centre, now)
        found = _after(known, centre, now, hours) if known else None
        return _rounded_up(found) if found else None

    def step(self, centre: Centre | None, now: datetime, hours: int) -> datetime:
        """When so many working hours have passed, by the usual hours of offices where none are known."""
        usual = Hours.parse(USUAL, self.zone)
        found = _after(self._known(centre, now) or usual, centre, now, hours) or _after(usual, None, now, hours)
        return found or now + timedelta(days=1)

    def _known(self, centre: Centre | None, now: datetime) -> Hours | None:
        if centre and centre.hours and not centre.has_old_hours(now):
            return centre.hours
        expression = self.region()
        with suppress(UnreadableHoursError):  # `check` says so; until then nothing is promised by them
            return Hours.parse(expression, self.zone) if expression else None
        return None


def _after(hours: Hours, centre: Centre | None, now: datetime, wanted: int) -> datetime | None:
    left = timedelta(hours=wanted)
    for span in _spans(hours, centre, now):
        start = max(span.start, now)
        if start >= span.end:
            continue
        if span.end - start >= left:
            return (start.astimezone(UTC) + left).astimezone(hours.zone)
        left -= span.end - start
    return None


def _rounded_up(moment: datetime) -> datetime:
    past = timedelta(minutes=moment.minute % HALF_HOUR, seconds=moment.second, microseconds=moment.microsecond)
    return moment + timedelta(minutes=HALF_HOUR) - past if past else moment


def _spans(hours: Hours, centre: Centre | None, now: datetime) -> Iterator[OpenSpan]:
    first = now.astimezone(hours.zone).date()
    for number in range(DAYS_AHEAD):
        day = first + timedelta(days=number)
        if not _is_announced_closed(centre, day):
            yield from hours.on(day).spans


def _is_announced_closed(centre: Centre | None, day: date) -> bool:
    return centre is not None and centre.announcement is not None and centre.announcement.closes(day)
