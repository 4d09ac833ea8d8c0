"""A typed timetable written as an OpenStreetMap expression: the ordinary weeks, the seasons, the days of the month."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.hours_lines import (
    LAST_DAYS,
    HoursLine,
    Span,
    closing_rules,
    nth_days,
    opening_rules,
    written_times,
)
from bot.centres.hours.rules import WEEKDAYS
from bot.centres.hours.seasons import Season, rest_of_year

_FEW = 2  # days


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

    def shorten(self, until: int | None, less: int = 0) -> None:
        """The ordinary weeks, but no longer than until then, or so many minutes less. Raises UnclearHoursError."""
        ordinary = self.weeks.get(None)
        if not ordinary:
            raise UnclearHoursError(HoursDoubt.NO_DAYS)
        for line in ordinary:
            latest = line.spans[-1][1] - less if until is None and line.spans else until or 0
            spans = tuple((start, min(end, latest)) for start, end in line.spans if start < latest)
            if line.spans and not spans:
                raise UnclearHoursError(HoursDoubt.ORDER)
            self.add(replace(line, spans=spans))

    def lunch(self, span: Span, days: Collection[int] = ()) -> bool:
        """Takes the lunch out of the lines it may belong to, of those days where any are named; whether it could."""
        self._part(days)
        lines = [line for line in self._unsettled() if line.spans[0][0] < span[0] and span[1] < line.spans[0][1]]
        lines = [line for line in lines if not days or set(line.days) <= set(days)]
        for line in lines:
            (start, end), line.whole = line.spans[0], True
            line.spans = ((start, span[0]), (span[1], end))
        return bool(lines)

    def no_lunch(self, days: Collection[int] = ()) -> bool:
        """The line just read has none, or those days, whatever is said of others; whether there are such."""
        self._part(days)
        lines = [line for line in self._unsettled() if set(line.days) <= set(days)] if days else self._unsettled()[-1:]
        for line in lines:
            line.whole = True
        return bool(lines)

    def _part(self, days: Collection[int]) -> None:
        """Those days on lines of their own: «обед 13-14, кроме пятницы»."""
        for season in self._now:
            lines = self.weeks.get(season, [])
            for line in [one for one in lines if set(one.days) & set(days) and not set(one.days) <= set(days)]:
                rest = tuple(day for day in line.days if day not in days)
                lines.insert(lines.index(line) + 1, replace(line, days=rest))
                line.days = tuple(day for day in line.days if day in days)

    def close_monthly(self, weekday: int | None, nths: Sequence[int], *, sanitary: bool) -> None:
        """Closed days of the month: the nth weekday from the beginning or the end, or the last day."""
        days = LAST_DAYS if weekday is None else nth_days(weekday, nths)
        self.monthly.append(f'{days} off "санитарный день"' if sanitary else f"{days} off")

    def open_monthly(self, weekday: int, nths: Sequence[int], spans: Sequence[Span]) -> None:
        """Hours on the nth weekdays of the month. Raises UnclearHoursError within a season."""
        if self._now != (None,):
            raise UnclearHoursError(HoursDoubt.WORD, nth_days(weekday, nths))
        self.monthly.append(f"{nth_days(weekday, nths)} {written_times(spans)}")

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
        seasonal = [rule for season in self.seasons for rule in opening_rules(self.weeks[season], f"{season} ")]
        return "; ".join([*opening_rules(ordinary, rest), *closing_rules(ordinary), *seasonal, *self.monthly])

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
        said_anew = not (line.is_closed or line.refines or _is_exception(line, other))
        if shared and (said_anew or other.weeks or line.weeks):
            raise UnclearHoursError(HoursDoubt.TWICE)
        other.days = tuple(day for day in other.days if day not in line.days)
    lines.append(line)


def _is_exception(line: HoursLine, other: HoursLine) -> bool:
    """«пн-пт 10-19, ср 12-20», «ежедневно 10-18, вс 11-16»: a day or two of many have hours of their own.

    Not «пн-пт 9-13, ср 14-18»: those may be hours besides, and are asked about.
    """
    if line.spans and other.spans and not _overlap(line.spans, other.spans):
        return False
    is_few = len(line.days) <= _FEW and set(line.days) < set(other.days)
    return len(other.days) == len(WEEKDAYS) or (is_few and len(other.days) > _FEW)


def _overlap(these: Iterable[Span], those: Sequence[Span]) -> bool:
    return any(start < other_end and other_start < end for start, end in these for other_start, other_end in those)


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
