"""Stretches of days as librarians type them: «с 1 по 5 декабря», «31 декабря - 8 января», «с 7 декабря на неделю»."""

import re
from datetime import date, datetime, time, timedelta

from bot.booking.slots import DAY, BookableDays
from bot.booking.typed.time_words import words_of
from bot.booking.typed.typed_days import JUST_PASSED
from bot.booking.typed.typed_time import TimeFault, When, read_when
from bot.russian.calendar_words import WEEKDAYS

WEEK = timedelta(days=7)
LONGEST = timedelta(days=366)

_FROM_TO = re.compile(r"^(?:с|со) (.+?) (?:по|до) (.+)$")
_DASHED = re.compile(r"^([^-]+)-([^-]+)$")
_LASTING = re.compile(r"^(?:с|со) (.+?) на (.+)$")
_TWO = re.compile(r"^(.+?)( и |, ?)(.+)$")
_BARE = re.compile(r"[0-9:]+")  # «14», «14:00»: hours, unless the other end is a day
_NUMBER = re.compile("[0-9]{1,3}")
_UNITS = {"день": 1, "неделя": 7}

Edge = tuple[date, time | None]
Read = tuple[BookableDays, time | None, time | None]  # from a time of the first day to a time of the last


def from_to(line: str, local: datetime) -> Read | TimeFault | None:
    """«с 1 по 5 декабря», «31 декабря - 8 января», «с 14 декабря 14:00 до 15 декабря 12:00»; None for other words."""
    match = _FROM_TO.match(line) or _DASHED.match(line)
    if match is None or _BARE.fullmatch(match[2]):
        return None
    begin, end = _borrowed(match[1], match[2]), match[2]
    first, last = edge(begin, local), edge(end, local)
    if isinstance(first, tuple) and isinstance(last, tuple):
        return _between(first, last, end, local)
    return _said_fault(first, last)


def _between(first: Edge, last: Edge, end: str, local: datetime) -> Read | TimeFault:
    """The end comes after the beginning, said or not: the next such weekday, or the same date of the next year."""
    (begins, since), (ends, until) = first, last
    if ends < begins and not re.search("[0-9]", end):
        ends += WEEK
    elif ends < begins and ends < local.date() <= begins and not re.search("20[0-9]{2}", end):
        ends = _next_year(ends)
    if (since is None) != (until is None):
        return TimeFault.UNCLEAR
    return (BookableDays(begins, ends), since, until) if begins <= ends else TimeFault.PASSED


def lasting(line: str, local: datetime) -> Read | TimeFault | None:
    """«с 7 декабря на неделю», «с 14.12 на 10 дней»."""
    match = _LASTING.match(line)
    length = _length(match[2]) if match else None
    if match is None or length is None:
        return None
    first = edge(match[1], local)
    if not isinstance(first, tuple):
        return first
    day, at = first
    return TimeFault.UNCLEAR if at else (BookableDays(day, day + (length - 1) * DAY), None, None)


def _length(words: str) -> int | None:
    """How many days a stretch such as «на неделю» lasts."""
    forms = [word.form for word in words_of(words)]
    number, unit = ("1", *forms) if len(forms) == 1 else (*forms, "", "")[:2]
    size = _UNITS.get(unit)
    if size is None or len(forms) > 2 or not _NUMBER.fullmatch(number):
        return None
    return int(number) * size or None


def two_days(line: str, local: datetime) -> Read | None:
    """«сегодня и завтра», «пн, вт»: only neighbours, for what lies between others was not meant."""
    match = _TWO.match(line)
    if match is None:
        return None
    begin, end = _borrowed(match[1], match[3]), match[3]
    if match[2] != " и " and _kind(begin) != _kind(end):  # «завтра, 26 ноября» may be one day
        return None
    first, last = edge(begin, local), edge(end, local)
    if not (isinstance(first, tuple) and isinstance(last, tuple)):
        return None
    ahead = WEEK if last[0] < first[0] and not re.search("[0-9]", end) else timedelta()  # «вт, ср» of a Tuesday
    neighbours = last[0] + ahead - first[0] == DAY and first[1] is last[1] is None
    return (BookableDays(first[0], last[0] + ahead), None, None) if neighbours else None


def _kind(words: str) -> str:
    """How a day is named: by its date, its weekday or its distance."""
    weekdays = any(word.form in WEEKDAYS for word in words_of(words))
    return "date" if re.search("[0-9]", words) else "weekday" if weekdays else "distance"


def edge(words: str, local: datetime) -> Edge | TimeFault | None:
    """One day, perhaps with an hour; one that has passed is still a day here, for the stretch may go on."""
    match read_when(words, local):
        case When(since=None, until=None, sure=True, day=date() as day, at=at):
            return day, at
        case TimeFault.PASSED:
            return _past(words, local)
        case TimeFault.NO_SUCH_DATE | TimeFault.NO_SUCH_TIME as fault:
            return fault
        case _:
            return None


def _past(words: str, local: datetime) -> Edge | TimeFault:
    """The day although it has passed: «с 20 ноября» said on the 24th."""
    match read_when(words, local - JUST_PASSED):
        case When(since=None, until=None, sure=True, day=date() as day, at=at):
            return day, at
        case _:
            return TimeFault.PASSED


def _borrowed(begin: str, end: str) -> str:
    """«1» of «1 и 5 декабря» is of December too."""
    return begin + re.sub(r"^[0-9]+", "", end) if begin.isdigit() else begin


def _said_fault(*edges: Edge | TimeFault | None) -> TimeFault | None:
    return next((edge for edge in edges if isinstance(edge, TimeFault)), None)


def _next_year(day: date) -> date:
    return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
