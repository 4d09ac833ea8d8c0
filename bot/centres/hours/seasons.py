"""Stretches of the year with hours of their own, and the days outside them."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.centres.hours.hours import Hours
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.rules import Closing

MonthDay = tuple[int, int]

SHORTEST_SEASON = 14  # days
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEAP = 2028  # any leap year: there every date of every year exists
_SEASON = re.compile(rf"^({'|'.join(MONTHS)}) (\d\d)-({'|'.join(MONTHS)}) (\d\d)\b")


@dataclass(frozen=True, slots=True)
class Season:
    """A stretch of the year, both ends in it; it may go over New Year."""

    start: MonthDay
    end: MonthDay

    @classmethod
    def between(cls, start: MonthDay, end: MonthDay) -> "Season":
        """From day to day; day 0 is the first or the last of its month. Raises UnclearHoursError."""
        season = cls(_real(start[0], start[1] or 1), _real(end[0], end[1] or 0))
        if len(season.days) < SHORTEST_SEASON:
            raise UnclearHoursError(HoursDoubt.SHORT_SEASON)
        return season

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the season, in a leap year."""
        first, last = date(_LEAP, *self.start), date(_LEAP, *self.end)
        length = (last - first).days % 366 + 1
        return tuple(date(_LEAP, 1, 1) + timedelta((first.timetuple().tm_yday - 1 + n) % 366) for n in range(length))

    def __str__(self) -> str:
        (start, day), (end, last) = self.start, self.end
        return f"{MONTHS[start - 1]} {day:02}-{MONTHS[end - 1]} {last:02}"


def rest_of_year(seasons: Iterable[Season]) -> str:
    """The dates outside the seasons; empty where they fill the year."""
    left = days_outside(seasons)
    free = set(left)
    starts = [day for day in left if _next(day, -1) not in free]
    return ",".join(str(_stretch(start, free)) for start in starts)


def days_outside(seasons: Iterable[Season]) -> tuple[date, ...]:
    """The days of a leap year that are in no season."""
    taken = {day for season in seasons for day in season.days}
    year = (date(_LEAP, 1, 1) + timedelta(n) for n in range(366))
    return tuple(day for day in year if day not in taken)


def seasons_of(hours: Hours) -> tuple[Season, ...]:
    """The stretches of the year that the timetable tells apart, in its order."""
    found = []
    for rule in hours.rules:
        if rule.closes in {None, Closing.SEASON} and (match := _SEASON.match(rule.text)):
            start, day, end, last = match.groups()
            found.append(Season((MONTHS.index(start) + 1, int(day)), (MONTHS.index(end) + 1, int(last))))
    return tuple(dict.fromkeys(found))


def _real(month: int, day: int) -> MonthDay:
    longest = monthrange(_LEAP, month)[1] if month else 0
    if day > longest or not month:
        raise UnclearHoursError(HoursDoubt.DATE, str(day))
    # «по 28 февраля» means to the end of winter, in a leap year too.
    return (month, longest if day == 0 or (month, day) == (2, 28) else day)


def _stretch(start: date, free: set[date]) -> Season:
    day = start
    while (following := _next(day)) in free:
        day = following
    return Season((start.month, start.day), (day.month, day.day))


def _next(day: date, step: int = 1) -> date:
    return (day + timedelta(step)).replace(year=_LEAP)
