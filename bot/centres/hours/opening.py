"""Whether a centre is open at a moment, and if not, why and until when."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.centres.centre import Announcement, Centre
from bot.centres.hours.hours import LONG_CLOSED, Day, Hours, OpenSpan
from bot.centres.hours.rules import Closing


class Opening(StrEnum):
    """Open or not; unknown where nothing is published, or the timetable itself says «perhaps»."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Why(StrEnum):
    """Why a centre is closed or its state unknown."""

    BEFORE_HOURS = "before hours"
    AFTER_HOURS = "after hours"
    LUNCH = "lunch"
    DAY_OFF = "day off"
    SANITARY = "sanitary day"
    HOLIDAY = "holiday"
    SEASON = "season"
    NOTED = "noted"  # as the timetable says in its own words
    ANNOUNCED = "announced"  # closed by the temporary announcement
    NOT_PUBLISHED = "not published"


@dataclass(frozen=True, slots=True)
class Status:
    """How a centre stands at a moment; times are in its zone."""

    opening: Opening
    why: Why | None = None
    changes_at: datetime | None = None  # closes at, or opens next
    today: tuple[OpenSpan, ...] = ()
    note: str | None = None
    presumed: bool = False  # closed for a holiday the timetable does not mention
    eve: bool = False  # before a holiday: a working day may be an hour shorter (art. 95 of the Labour Code)


_WORDS = {
    "санитар": Why.SANITARY,
    "обед": Why.LUNCH,
    "перерыв": Why.LUNCH,
    "праздн": Why.HOLIDAY,
}


def status(centre: Centre, moment: datetime) -> Status:
    """The state at an aware moment."""
    announcement = centre.announces(moment)
    if announcement and announcement.closes(centre.day(moment)):
        return _closed_by(announcement, centre.hours, centre.day(moment))
    if centre.hours is None:
        return Status(Opening.UNKNOWN, Why.NOT_PUBLISHED)
    status = _by_timetable(centre.hours, moment.astimezone(centre.hours.zone))
    if announcement and status.opening is Opening.CLOSED and status.changes_at:
        return replace(status, changes_at=_not_announced(announcement, centre.hours, status.changes_at))
    return status


def _not_announced(announcement: Announcement, hours: Hours, opens: datetime) -> datetime | None:
    """The opening, or the first one after the days that the announcement closes."""
    if not announcement.closes(opens.date()):
        return opens
    return _opens_after(announcement, hours, opens.date())


def _closed_by(announcement: Announcement, hours: Hours | None, day: date) -> Status:
    if announcement.until is None or hours is None:
        return Status(Opening.CLOSED, Why.ANNOUNCED)
    return Status(Opening.CLOSED, Why.ANNOUNCED, _opens_after(announcement, hours, day))


def _opens_after(announcement: Announcement, hours: Hours, day: date) -> datetime | None:
    """The first opening after that day on which the announcement does not close."""
    last = announcement.until or day
    ends = sorted(end for _, end in announcement.runs if end >= day) or [last]
    opening = (hours.next_opening(datetime.combine(end, time.max, hours.zone)) for end in ends)
    return next((one for one in opening if one and not announcement.closes(one.date())), None)


def _by_timetable(hours: Hours, local: datetime) -> Status:
    today = local.date()
    day = hours.on(today)
    for span in day.spans:
        if span.start <= local < span.end:
            is_shorter = not hours.is_around_the_clock
            eve = is_shorter and hours.is_holiday(today + timedelta(days=1)) and not hours.is_holiday(today)
            return Status(Opening.OPEN, None, span.end, day.spans, eve=eve)
    opens = hours.next_opening(local)
    if day.unsure and not day.spans:
        return Status(Opening.UNKNOWN, Why.NOTED, opens, note=_first(day.notes))
    why, note = _between(day, local) if day.spans else _whole_day(hours, today, day, opens)
    presumed = why is Why.HOLIDAY and bool(hours.as_written(today).spans)
    return Status(Opening.CLOSED, why, opens, day.spans, note, presumed)


def _between(day: Day, local: datetime) -> tuple[Why, str | None]:
    if local < day.spans[0].start:
        return Why.BEFORE_HOURS, None
    return (Why.AFTER_HOURS, None) if local >= day.spans[-1].end else (Why.LUNCH, None)


def _whole_day(hours: Hours, today: date, day: Day, opens: datetime | None) -> tuple[Why, str | None]:
    if note := _first(day.notes):
        known = next((why for word, why in _WORDS.items() if word in note.lower()), Why.NOTED)
        return known, note
    if hours.is_holiday(today) and hours.without(Closing.HOLIDAY, today).spans:
        return Why.HOLIDAY, None
    if hours.without(Closing.SANITARY, today).spans:
        return Why.SANITARY, None
    far = opens is None or opens.date() - today > LONG_CLOSED
    if far or hours.without(Closing.SEASON, today).spans:
        return Why.SEASON, None
    return Why.DAY_OFF, None


def _first(notes: tuple[str, ...]) -> str | None:
    return notes[0] if notes else None
