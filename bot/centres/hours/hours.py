"""When a centre is open: an OpenStreetMap opening_hours expression, asked at a moment."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from opening_hours import OpeningHours, ParserError, State  # type: ignore[attr-defined]  # - its stub omits the error

from bot.centres.hours.rules import (
    AROUND_THE_CLOCK,
    Closing,
    HoursRule,
    MonthlyDay,
    SpecialOpening,
    forgets_leap_year,
    joined,
    rules_of,
)

HORIZON = timedelta(days=400)  # how far the next opening is looked for
LONG_CLOSED = timedelta(days=15)  # a centre closed longer than that is closed for a season
_COUNTRY = "RU"
_HOLIDAY_NOTE = "праздник"
_HOLIDAYS_OFF = (HoursRule(f'PH off "{_HOLIDAY_NOTE}"'), HoursRule(f'Jan 1-8 off "{_HOLIDAY_NOTE}"'))


class UnreadableHoursError(ValueError):
    """The expression cannot be used; carries the fault."""

    def __init__(self, fault: "HoursFault", near: str = "") -> None:
        super().__init__(f"{fault} {near}".strip())
        self.fault = fault
        self.near = near


class HoursFault(StrEnum):
    """What is wrong with an opening_hours expression."""

    SYNTAX = "syntax"
    NIGHT = "night"
    NEVER = "never"
    LEAP_YEAR = "leap year"


@dataclass(frozen=True, slots=True)
class OpenSpan:
    """Opening times of one day, in the centre's zone."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Day:
    """One day: when it is open and, where it is not, what the timetable says about it."""

    spans: tuple[OpenSpan, ...] = ()
    notes: tuple[str, ...] = ()
    unsure: bool = False
    perhaps: tuple[OpenSpan, ...] = ()  # the timetable says that it may be open then, «по записи»


@dataclass(frozen=True, slots=True)
class Hours:
    """A timetable with its zone; compared by what is written."""

    expression: str
    zone: ZoneInfo
    rules: tuple[HoursRule, ...] = field(compare=False, repr=False)
    _as_kept: OpeningHours = field(compare=False, repr=False)
    _as_written: OpeningHours = field(compare=False, repr=False)
    _holidays: OpeningHours = field(compare=False, repr=False)

    @classmethod
    def parse(cls, expression: str, zone: ZoneInfo) -> "Hours":
        """Reads an opening_hours expression. Raises UnreadableHoursError."""
        rules = rules_of(expression)
        written = [extended for rule in rules for extended in (rule, rule.for_long_holidays) if extended]
        kept = written if "PH" in expression or expression.strip() == AROUND_THE_CLOCK else [*rules, *_HOLIDAYS_OFF]
        hours = cls(
            expression,
            zone,
            rules,
            _compiled(joined(kept), zone, expression),
            _compiled(joined(written), zone, expression),
            _compiled("PH open; Jan 1-8 open", zone),
        )
        hours._refuse_nonsense()
        return hours

    @property
    def is_around_the_clock(self) -> bool:
        """Whether it is open day and night, on every day of the year."""
        return self.expression.strip() == AROUND_THE_CLOCK

    def on(self, day: date) -> Day:
        """The day as it is kept: on a holiday that the timetable does not mention, closed."""
        return _read(self._as_kept, day, self.zone)

    def as_written(self, day: date) -> Day:
        """The day as the timetable alone would have it."""
        return _read(self._as_written, day, self.zone)

    def without(self, closing: Closing, day: date) -> Day:
        """The day as it would be without the rules of that sort."""
        kept = [rule for rule in self.rules if rule.closes is not closing]
        return _read(_compiled(joined(kept), self.zone), day, self.zone) if kept else Day()

    def is_holiday(self, day: date) -> bool:
        """Whether the whole country has the day off (art. 112 of the Labour Code; moved days are not known)."""
        return self._holidays.is_open(datetime.combine(day, time(12), self.zone))

    def next_opening(self, moment: datetime) -> datetime | None:
        """The first opening after the moment."""
        return next((span.start for span in self._spans(moment) if span.start > moment), None)

    def monthly_days(self) -> tuple[MonthlyDay, ...]:
        """The closed days that come once a month."""
        return tuple(day for rule in self.rules for day in rule.monthly_days())

    def week(self, day: date) -> tuple[tuple[OpenSpan, ...], ...]:
        """The seven days of an ordinary week at that time of the year, Monday first."""
        return tuple(one.spans for one in self.week_of(day))

    def week_of(self, day: date) -> tuple[Day, ...]:
        """The same with what is by appointment."""
        ordinary = [rule for rule in self.rules if rule.closes in {None, Closing.WEEKLY} and rule.special is None]
        table = _compiled(joined(ordinary), self.zone) if ordinary else self._as_written
        monday = day - timedelta(days=day.weekday())
        return tuple(_read(table, monday + timedelta(days=n), self.zone) for n in range(7))

    def special_openings(self) -> tuple[SpecialOpening, ...]:
        """The hours of some weeks alone."""
        return tuple(special for rule in self.rules if (special := rule.special))

    def _spans(self, start: datetime) -> Iterator[OpenSpan]:
        for begin, end, state, _ in self._as_kept.intervals(start, start + HORIZON):
            if state == State.OPEN:
                yield OpenSpan(begin, end)

    def _refuse_nonsense(self) -> None:
        if forgets_leap_year(self.expression):
            raise UnreadableHoursError(HoursFault.LEAP_YEAR)
        if any(rule.is_nightly for rule in self.rules):
            raise UnreadableHoursError(HoursFault.NIGHT)
        if self.is_around_the_clock or any("unknown" in rule.text for rule in self.rules):
            return  # «по записи»: perhaps it is open
        if self.next_opening(datetime(2027, 1, 1, tzinfo=self.zone)) is None:
            raise UnreadableHoursError(HoursFault.NEVER)


def _compiled(expression: str, zone: ZoneInfo, shown: str | None = None) -> OpeningHours:
    try:
        return OpeningHours(
            expression,
            timezone=zone,
            country=_COUNTRY,
            auto_country=False,
            auto_timezone=False,
            max_interval_days=HORIZON.days,
        )
    except ParserError as error:
        raise UnreadableHoursError(HoursFault.SYNTAX, _near(str(error), shown or expression)) from error


def _near(message: str, expression: str) -> str:
    """The words where the reading stopped; the parser tells the column as «--> 1:7»."""
    _, _, tail = message.partition("--> 1:")
    column = tail.split("\n", 1)[0]
    return expression[int(column) - 1 :][:20] if column.isdigit() else ""


def _read(table: OpeningHours, day: date, zone: ZoneInfo) -> Day:
    start = datetime.combine(day, time(), zone)
    end = datetime.combine(day + timedelta(days=1), time(), zone)
    parts = list(table.intervals(start, end))
    spans: list[OpenSpan] = []
    for begin, finish, state, _ in parts:
        if state == State.OPEN and spans and spans[-1].end == begin:
            spans[-1] = OpenSpan(spans[-1].start, finish)
        elif state == State.OPEN:
            spans.append(OpenSpan(begin, finish))
    notes = tuple(dict.fromkeys(note for _, _, _, note in parts if note))
    perhaps = tuple(OpenSpan(begin, finish) for begin, finish, state, _ in parts if state == State.UNKNOWN)
    return Day(tuple(spans), notes, bool(perhaps), perhaps)
