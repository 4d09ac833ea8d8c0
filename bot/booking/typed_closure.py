"""Hours to be closed as librarians type them: «завтра», «26 ноября с 14 до 16», «с 1 по 5 декабря»."""

import re
from datetime import date, datetime, time, timedelta

from bot.booking.booking import Interval
from bot.booking.timetable import DAY, Days, day_bounds
from bot.booking.typed_time import Fault, When, read_when
from bot.centres.centre import Centre

WEEK = timedelta(days=7)
LONGEST = timedelta(days=366)
FARTHEST = timedelta(days=730)

_TIME = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?"
_WORDS = r"(?: ?ч(?:\.|ас(?:а|ов)?)?)?"
_HOURS = re.compile(rf"(?:^|(?<=[ ,]))(?:с )?{_TIME}{_WORDS} ?(?:-|до|по) ?{_TIME}{_WORDS}$")
_NUMBER_OR_DATE = r"[0-9]{1,2}(?:\.(?:0?[1-9]|1[0-2])(?:\.20[0-9]{2})?)?"
_DASHED = re.compile(rf"^({_NUMBER_OR_DATE})-({_NUMBER_OR_DATE}(?: [а-я]{{3,}}(?: 20[0-9]{{2}})?)?)$")
_FROM_TO = re.compile(r"^(?:с|со) (.+?) (?:по|до) (.+)$")
_AND = re.compile(r"^(.+?) и (.+)$")
_NOISE = re.compile(r"\b(?:закрыть|закрыто|закрываем(?:ся)?|весь день|целый день|все дни|включительно)\b|[.!,]+$")
_AFTERNOON = range(1, 8)  # «с 2 до 4»: libraries are shut at night


def read_closure(text: str, centre: Centre, now: datetime) -> Interval | Fault:
    """What is to be closed, UTC; whole days where no hours were said."""
    line, local = _even(text), now.astimezone(centre.zone)
    read = _whole_days(line, local)
    found = _hours(line, local) if read is None else read
    if isinstance(found, Fault):
        return found
    days, since, until = found
    if days.last - local.date() > FARTHEST + LONGEST:  # the end of the year 9999 has no midnight after it
        return Fault.UNCLEAR
    interval = _interval(centre, days, since, until)
    if interval.end <= now:
        return Fault.PASSED
    far = interval.end - interval.start > LONGEST or interval.start - now > FARTHEST
    return Fault.UNCLEAR if far or interval.start >= interval.end else interval


_Read = tuple[Days, time | None, time | None]


def _even(text: str) -> str:
    line = re.sub(r"\s*[‐-―−]\s*|\s+-\s*|\s*-\s+", "-", text[:200].casefold().replace("ё", "е"))
    return " ".join(_NOISE.sub(" ", " ".join(line.split())).split()).strip(" ,.!")


def _whole_days(line: str, local: datetime) -> _Read | Fault | None:
    """«с 1 по 5 декабря», «1.12-5.12»; None where the words are not of that kind."""
    dashed = _DASHED.match(line)
    if both := _AND.match(line):
        return _two_days(_day(both[1], local), _day(both[2], local))
    match = dashed if dashed and not dashed[2].isdigit() else _FROM_TO.match(line)
    if match is None or (match[1].replace(":", "").isdigit() and match[2].replace(":", "").isdigit()):
        return None
    begin, end = match[1], match[2]
    if begin.isdigit():
        begin += re.sub(r"^[0-9]+", "", end)
    first, last = _day(begin, local), _day(end, local)
    if isinstance(first, date) and isinstance(last, date):
        # «с понедельника по среду» said on a Tuesday means the next ones.
        last += WEEK if last < first and not re.search("[0-9]", end) else timedelta()
        return (Days(first, last), None, None) if first <= last else Fault.PASSED
    faults = [one for one in (first, last) if isinstance(one, Fault) and one is not Fault.UNCLEAR]
    return faults[0] if faults else None


def _two_days(first: date | Fault, last: date | Fault) -> _Read | Fault:
    """«сегодня и завтра»: only neighbours, for what lies between others was not meant."""
    if isinstance(first, date) and isinstance(last, date) and last - first == DAY:
        return Days(first, last), None, None
    return Fault.UNCLEAR


def _day(words: str, local: datetime) -> date | Fault:
    """One day; one that has passed is still a day here, for the stretch may go on."""
    match read_when(words, local):
        case When(at=None, since=None, until=None, sure=True, day=date() as day):
            return day
        case Fault.PASSED:
            return _past(words, local)
        case Fault.NO_SUCH_DATE:
            return Fault.NO_SUCH_DATE
        case _:
            return Fault.UNCLEAR


def _past(words: str, local: datetime) -> date | Fault:
    """«с 20 ноября» said on the 24th."""
    match read_when(words, local - timedelta(days=60)):
        case When(at=None, since=None, until=None, sure=True, day=date() as day):
            return day
        case _:
            return Fault.PASSED


def _hours(line: str, local: datetime) -> _Read | Fault:
    """A day, or a day with hours."""
    match = _HOURS.search(line)
    if match is None:
        return _understood(read_when(line, local))
    rest = line[: match.start()].strip(" ,")
    since, until = _clock(match[1], match[2]), _clock(match[3], match[4])
    if since is None or until is None:
        return Fault.NO_SUCH_TIME
    when = read_when(rest, local) if rest else When(Days(local.date(), local.date()))
    if isinstance(when, Fault):
        return when
    plain = (when.at, when.since, when.until) == (None, None, None)
    return (Days(when.day, when.day), since, until) if when.day and plain and when.sure else Fault.UNCLEAR


def _understood(when: When | Fault) -> _Read | Fault:
    if isinstance(when, Fault):
        return when
    if when.days is None or not when.sure or (when.day is None and (when.at or when.since or when.until)):
        return Fault.UNCLEAR
    return when.days, when.at or when.since, when.until


def _clock(hour: str, minute: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if hours in _AFTERNOON and minute is None:
        hours += 12
    return time(hours, minutes) if hours < 24 and minutes < 60 else None


def _interval(centre: Centre, days: Days, since: time | None, until: time | None) -> Interval:
    whole = day_bounds(centre, days)
    start = _moment(centre, days.first, since, whole.start)
    return Interval(start, _moment(centre, days.last, until, whole.end))


def _moment(centre: Centre, day: date, at: time | None, otherwise: datetime) -> datetime:
    return datetime.combine(day, at, centre.zone).astimezone(otherwise.tzinfo) if at else otherwise


def is_whole_days(centre: Centre, interval: Interval) -> bool:
    """Whether it goes from midnight to midnight of the centre."""
    start, end = interval.start.astimezone(centre.zone), interval.end.astimezone(centre.zone)
    days = Days(start.date(), (end - DAY).date())
    return interval == day_bounds(centre, days)
