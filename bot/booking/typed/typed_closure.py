"""Hours to be closed as librarians type them: «завтра», «26 ноября с 14 до 16», «с 1 по 5 декабря».

People are moved for them: what is not surely understood closes nothing.
"""

import re
from datetime import date, datetime, time, timedelta

from bot.booking.booking import Interval
from bot.booking.slots import DAY, BookableDays, day_bounds
from bot.booking.typed.time_words import LONGEST as LONGEST_TEXT
from bot.booking.typed.typed_stretch import LONGEST, Read, edge, from_to, lasting, two_days
from bot.booking.typed.typed_time import TimeFault, When, read_when
from bot.centres.centre import Centre
from bot.russian.spelling import evened
from bot.russian.time.doubts import Doubt, Unsure

FARTHEST = timedelta(days=730)

_TIME = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?"
_WORDS = r"(?: ?ч(?:\.|ас(?:а|ов)?)?)?"
_HOURS = re.compile(rf"(?:^|(?<=[ ,]))(?:со? )?{_TIME}{_WORDS} ?(-|до) ?{_TIME}{_WORDS}$")
_OPEN = re.compile(r"^(?:с|со) (.+)$")
_NOISE = re.compile(
    r"\b(?:закрыть|закрыто|закройте|закрываем(?:ся)?|закроемся|весь день|целый день|все дни|включительно)\b|[.!,]+$"
)
_AFTERNOON = range(1, 8)  # «с 2 до 4»: libraries are shut at night


def read_closure(text: str, centre: Centre, now: datetime) -> Interval | TimeFault | Unsure:
    """What is to be closed, UTC; whole days where no hours were said."""
    if len(text) > LONGEST_TEXT:
        return TimeFault.UNCLEAR
    line, local = _even(text), now.astimezone(centre.zone)
    read = from_to(line, local) or lasting(line, local)
    found = _hours(line, local) if read is None else read
    if isinstance(found, TimeFault | Unsure):
        return found
    days, since, until = found
    if days.last - local.date() > FARTHEST + LONGEST:  # the end of the year 9999 has no midnight after it
        return TimeFault.UNCLEAR
    interval = _interval(centre, days, since, until)
    if interval.end <= now:
        return TimeFault.PASSED
    far = interval.end - interval.start > LONGEST or interval.start - now > FARTHEST
    return TimeFault.UNCLEAR if far or interval.start >= interval.end else interval


def _even(text: str) -> str:
    line = re.sub(r"\s*-\s*", "-", " ".join(evened(text).split()))
    return " ".join(_NOISE.sub(" ", line).split()).strip(" ,.!")


def _hours(line: str, local: datetime) -> Read | TimeFault | Unsure:
    """The closure of one day, or of hours of one day."""
    match = _HOURS.search(line)
    if match is None:
        return _understood(line, local)
    rest = line[: match.start()].strip(" ,")
    if not rest and match[3] == "-" and not (match[2] or match[5]):  # «1-5»: hours of today, or days?
        return TimeFault.UNCLEAR
    since, until = _clock(match[1], match[2]), _clock(match[4], match[5])
    if since is None or until is None:
        return TimeFault.NO_SUCH_TIME
    when = read_when(rest, local) if rest else When(BookableDays(local.date(), local.date()))
    if not isinstance(when, When):
        return when
    plain = (when.at, when.since, when.until) == (None, None, None)
    return (BookableDays(when.day, when.day), since, until) if when.day and plain and when.sure else TimeFault.UNCLEAR


def _understood(line: str, local: datetime) -> Read | TimeFault | Unsure:
    when = read_when(line, local)
    if isinstance(when, Unsure):
        return _asked(line, when, local)
    if isinstance(when, TimeFault):
        return when
    if when.days is None or not when.sure or (when.day is None and (when.at or when.since or when.until)):
        return TimeFault.UNCLEAR
    return when.days, when.at or when.since, when.until


def _asked(line: str, unsure: Unsure, local: datetime) -> Read | TimeFault | Unsure:
    """Two neighbouring days, or the question about a stretch of days whose end was not said."""
    if both := two_days(line, local):
        return both
    match = _OPEN.match(line)
    begins = match and isinstance(edge(match[1], local), tuple)
    return Unsure(Doubt.NO_END, line) if begins else unsure


def _clock(hour: str, minute: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if hours in _AFTERNOON and minute is None:
        hours += 12
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _interval(centre: Centre, days: BookableDays, since: time | None, until: time | None) -> Interval:
    whole = day_bounds(centre, days)
    start = _moment(centre, days.first, since, whole.start)
    return Interval(start, _moment(centre, days.last, until, whole.end))


def _moment(centre: Centre, day: date, at: time | None, otherwise: datetime) -> datetime:
    return datetime.combine(day, at, centre.zone).astimezone(otherwise.tzinfo) if at else otherwise


def is_whole_days(centre: Centre, interval: Interval) -> bool:
    """Whether the interval goes from midnight to midnight of the centre."""
    start, end = interval.start.astimezone(centre.zone), interval.end.astimezone(centre.zone)
    days = BookableDays(start.date(), (end - DAY).date())
    return interval == day_bounds(centre, days)
