"""A typed timetable written as an OpenStreetMap expression: the ordinary weeks, the seasons, the days of the month."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.rules import WEEKDAYS
from bot.centres.hours.seasons import MONTHS, Season, rest_of_year

Span = tuple[int, int]  # minutes of the day

_LAST_DAYS = ",".join(
    "Mar 1 -1 day" if month == "Feb" else f"{month} {monthrange(2028, number)[1]}"
    for number, month in enumerate(MONTHS, 1)
)
_WEEKS = {"even": "week 2-52/2 ", "odd": "week 1-53/2 ", "": ""}
BY_APPOINTMENT = 'unknown "по записи"'


@dataclass(slots=True)
class HoursLine:
    """Days and their hours; none where they are closed. `whole`: its lunch is settled."""

    days: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    whole: bool = False
    by_appointment: bool = False
    weeks: str = ""  # "even" or "odd" where it is of those alone
    refines: bool = False  # «пт до 17» after «пн-пт 9-18»

    @property
    def is_closed(self) -> bool:
        """Whether nobody is served on these days."""
        return not (self.spans or self.by_appointment)


@dataclass(slots=True)
class Written:
    """Grows as the clauses are read; `None` are the ordinary weeks."""

    weeks: dict[Season | None, list[HoursLine]] = field(default_factory=dict)
    monthly: list[str] = field(default_factory=list)
    _now: tuple[Season | None, ...] = (None,)

    def begin(self, *seasons: Season) -> None:
        """What follows is of those seasons, of the ordinary weeks where none is named.

        Raises UnclearHoursError where two overlap, or one before has no hours.
        """
        self._end_season()
        for season in seasons:
            taken = {day for other in self.weeks if other and other != season for day in other.days}
            if taken.intersection(season.days):
                raise UnclearHoursError(HoursDoubt.TWICE)
        self._now = seasons or (None,)

    def end(self) -> None:
        """Everything was read. Raises UnclearHoursError where a season would be lost or shut the ordinary days."""
        self._end_season()
        ordinary = _open_days(self.weeks.get(None, ()))
        for season in self.seasons:
            lines = self.weeks[season] = _changed(self.weeks.get(None, ()), self.weeks[season])
            days = _open_days(lines)
            is_one_of_many = len(lines) == len(days) == 1 and len(ordinary) > 2  # «летом сб 10-14»: and on the others?
            if ordinary and days and (is_one_of_many or not ordinary & days):
                raise UnclearHoursError(HoursDoubt.OTHER_DAYS, str(season))

    def _end_season(self) -> None:
        if self._now != (None,) and self._now[0] not in self.weeks:
            raise UnclearHoursError(HoursDoubt.NO_HOURS)

    def add(self, line: HoursLine) -> None:
        """Days with hours; they may be taken out of «ежедневно», a closed day out of any line."""
        for season in self._now:
            lines = self.weeks.setdefault(season, [])
            spans = _with_lunch_before(line, lines)
            _put(replace(line, spans=spans, whole=len(spans) != 1), lines)

    def shorten(self, until: int) -> None:
        """The ordinary weeks, but no longer than until then. Raises UnclearHoursError."""
        ordinary = self.weeks.get(None)
        if not ordinary:
            raise UnclearHoursError(HoursDoubt.NO_DAYS)
        for line in ordinary:
            spans = tuple((start, min(end, until)) for start, end in line.spans if start < until)
            if line.spans and not spans:
                raise UnclearHoursError(HoursDoubt.ORDER)
            self.add(replace(line, spans=spans))

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
        days = _LAST_DAYS if weekday is None else _nth(weekday, nths)
        self.monthly.append(f'{days} off "санитарный день"' if sanitary else f"{days} off")

    def open_monthly(self, weekday: int, nths: Sequence[int], spans: Sequence[Span]) -> None:
        """Hours on the nth weekdays of the month. Raises UnclearHoursError within a season."""
        if self._now != (None,):
            raise UnclearHoursError(HoursDoubt.WORD, _nth(weekday, nths))
        self.monthly.append(f"{_nth(weekday, nths)} {_times(spans)}")

    def close_holidays(self) -> None:
        """Public holidays are days off."""
        self.monthly.append("PH off")

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
        return [line for season in self._now for line in self.weeks.get(season, []) if not line.whole]


def _with_lunch_before(line: HoursLine, lines: Sequence[HoursLine]) -> tuple[Span, ...]:
    """«пн-пт 9-18, обед 13-14, в пятницу до 17»: only the end is another one, the lunch stays."""
    before = next((other for other in reversed(lines) if len(other.spans) > 1), None)
    if not (line.refines and before and len(line.spans) == 1 and line.spans[0][0] == before.spans[0][0]):
        return line.spans
    *first, (start, _) = before.spans
    return (*first, (start, line.spans[0][1])) if start < line.spans[0][1] else line.spans


def _put(line: HoursLine, lines: list[HoursLine]) -> None:
    for other in lines:
        if other.weeks and line.weeks and other.weeks != line.weeks:
            continue
        shared = set(other.days) & set(line.days)
        said_anew = not line.is_closed and not line.refines and len(other.days) < len(WEEKDAYS)
        if shared and (said_anew or other.weeks or line.weeks):
            raise UnclearHoursError(HoursDoubt.TWICE)
        other.days = tuple(day for day in other.days if day not in line.days)
    lines.append(line)


def _changed(ordinary: Iterable[HoursLine], season: list[HoursLine]) -> list[HoursLine]:
    """A season of days off and «сб до 15» alone is else as the ordinary weeks. Raises UnclearHoursError without."""
    if not all(line.is_closed or line.refines for line in season):
        return season
    named = {day for line in season for day in line.days}
    if not ordinary and len(named) < len(WEEKDAYS):
        raise UnclearHoursError(HoursDoubt.NO_HOURS)
    kept = [replace(line, days=tuple(day for day in line.days if day not in named)) for line in ordinary]
    return [*kept, *season]


def _open_days(lines: Iterable[HoursLine]) -> set[int]:
    return {day for line in lines if not line.is_closed for day in line.days}


def _open(lines: Iterable[HoursLine], dates: str) -> list[str]:
    return [
        f"{dates}{_WEEKS[line.weeks]}{_days(line.days)} {_hours(line)}"
        for line in lines
        if line.days and not line.is_closed
    ]


def _hours(line: HoursLine) -> str:
    return " ".join(filter(None, (_times(line.spans), BY_APPOINTMENT if line.by_appointment else "")))


def _nth(weekday: int, nths: Iterable[int]) -> str:
    return ",".join(f"{WEEKDAYS[weekday]}[{nth}]" for nth in nths)


def _closed(lines: Iterable[HoursLine]) -> list[str]:
    return [f"{_days(line.days)} off" for line in lines if line.days and line.is_closed and not line.weeks]


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
