"""A typed timetable written as an OpenStreetMap expression: the ordinary weeks, the seasons, the days of the month."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from bot.centres.hours.hours import Hours
from bot.centres.hours.hours_tokens import HoursDoubt, UnclearHoursError
from bot.centres.hours.rules import WEEKDAYS, Closing, joined

Span = tuple[int, int]  # minutes of the day
MonthDay = tuple[int, int]

SHORTEST_SEASON = 14  # days
_LEAP = 2028  # any leap year: there every date of every year exists
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST_DAYS = ",".join(
    "Mar 1 -1 day" if month == "Feb" else f"{month} {monthrange(_LEAP, number)[1]}"
    for number, month in enumerate(_MONTHS, 1)
)
_SEASON = re.compile(rf"^({'|'.join(_MONTHS)}) (\d\d)-({'|'.join(_MONTHS)}) (\d\d)\b")
_ON_WEEKDAYS = re.compile(rf"^(?:{'|'.join(WEEKDAYS)})\b")


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
        return f"{_MONTHS[start - 1]} {day:02}-{_MONTHS[end - 1]} {last:02}"


@dataclass(slots=True)
class HoursLine:
    """Days and their hours; none where they are closed. `whole`: its lunch is settled."""

    days: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    whole: bool = False


@dataclass(slots=True)
class Written:
    """Grows as the words are read; `None` are the ordinary weeks."""

    weeks: dict[Season | None, list[HoursLine]] = field(default_factory=dict)
    monthly: list[str] = field(default_factory=list)
    _now: Season | None = None

    def begin(self, season: Season | None) -> None:
        """What follows is of that season. Raises UnclearHoursError where two overlap, or one before has no hours."""
        self.end_season()
        taken = {day for other in self.weeks if other and other != season for day in other.days}
        if season and taken.intersection(season.days):
            raise UnclearHoursError(HoursDoubt.TWICE)
        self._now = season

    def end_season(self) -> None:
        """Raises UnclearHoursError where a season was named and nothing said of it: it would silently be lost."""
        if self._now and self._now not in self.weeks:
            raise UnclearHoursError(HoursDoubt.NO_HOURS)

    def add(self, line: HoursLine) -> None:
        """Days with hours; they may be taken out of «ежедневно», a closed day out of any line."""
        if any(before[1] > after[0] for before, after in pairwise(line.spans)):
            raise UnclearHoursError(HoursDoubt.ORDER)
        lines = self.weeks.setdefault(self._now, [])
        for other in lines:
            if line.spans and len(other.days) < len(WEEKDAYS) and set(other.days) & set(line.days):
                raise UnclearHoursError(HoursDoubt.TWICE)
            other.days = tuple(day for day in other.days if day not in line.days)
        line.whole = len(line.spans) != 1
        lines.append(line)

    def lunch(self, span: Span) -> bool:
        """Takes the lunch out of the lines it may belong to; whether there were any."""
        lines = [line for line in self._unsettled() if line.spans[0][0] < span[0] and span[1] < line.spans[0][1]]
        for line in lines:
            (start, end), line.whole = line.spans[0], True
            line.spans = ((start, span[0]), (span[1], end))
        return bool(lines)

    def no_lunch(self) -> None:
        """The line just read has none, whatever is said of others."""
        for line in self._unsettled()[-1:]:
            line.whole = True

    def close_monthly(self, weekday: int | None, nths: Sequence[int], *, sanitary: bool) -> None:
        """Closed days of the month: the nth weekday from the beginning or the end, or the last day."""
        days = _LAST_DAYS if weekday is None else ",".join(f"{WEEKDAYS[weekday]}[{nth}]" for nth in nths)
        self.monthly.append(f'{days} off "санитарный день"' if sanitary else f"{days} off")

    @property
    def seasons(self) -> tuple[Season, ...]:
        """The seasons that have hours of their own."""
        return tuple(season for season in self.weeks if season)

    def expression(self) -> str:
        """All of it; days that a season does not name are closed in it."""
        ordinary = self.weeks.get(None, [])
        rest = f"{rest_of_year(self.seasons)} " if self.seasons else ""
        if rest == " " and ordinary:
            raise UnclearHoursError(HoursDoubt.TWICE)
        seasonal = [rule for season in self.seasons for rule in _open(self.weeks[season], f"{season} ")]
        return "; ".join([*_open(ordinary, rest), *_closed(ordinary), *seasonal, *self.monthly])

    def _unsettled(self) -> list[HoursLine]:
        return [line for line in self.weeks.get(self._now, []) if not line.whole]


def added_to(current: Hours, written: Written) -> str:
    """The whole expression: seasons and days of the month said alone join the current ordinary weeks."""
    if None in written.weeks:
        return written.expression()
    kept = [rule for rule in current.rules if rule.text not in written.monthly]
    if not written.seasons:
        return "; ".join([joined(kept), *written.monthly])
    opening = [rule for rule in kept if rule.closes is None]
    if not all(_ON_WEEKDAYS.match(rule.text) for rule in opening):
        raise UnclearHoursError(HoursDoubt.WHOLE)
    if not (rest := rest_of_year(written.seasons)):
        return written.expression()
    ordinary = [f"{rest} {rule.text}" if rule.closes is None else rule.text for rule in kept]
    return "; ".join([*ordinary, written.expression()])


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
            found.append(Season((_MONTHS.index(start) + 1, int(day)), (_MONTHS.index(end) + 1, int(last))))
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


def _open(lines: Iterable[HoursLine], dates: str) -> list[str]:
    return [f"{dates}{_days(line.days)} {_times(line.spans)}" for line in lines if line.days and line.spans]


def _closed(lines: Iterable[HoursLine]) -> list[str]:
    return [f"{_days(line.days)} off" for line in lines if line.days and not line.spans]


def _days(days: Iterable[int]) -> str:
    """Weekdays as an expression writes them: «Mo-Fr», «Tu,Th», «Mo-We,Sa»."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join(_run([WEEKDAYS[day] for day in run]) for run in runs)


def _run(names: list[str]) -> str:
    return f"{names[0]}-{names[-1]}" if len(names) > 2 else ",".join(names)


def _times(spans: Iterable[Span]) -> str:
    return ",".join(f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}" for start, end in spans)
