"""The rules of an opening-hours expression: which of them close a day, and why."""

import re
from dataclasses import dataclass
from enum import StrEnum

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
AROUND_THE_CLOCK = "24/7"  # day and night, on holidays too

_SPLIT = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_COMMENT = re.compile(r'"([^"]*)"')
_NTH = re.compile(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)\[(-?\d)\]")
_NTH_OPEN = re.compile(r"^((?:[A-Z][a-z]\[-?\d\],?)+) (\d.*)$")
_IN_WEEKS = re.compile(r"^week 0?([12])-5[23]/2 ([A-Z][\w,-]*) (\d.*)$")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_DATE = re.compile(rf"^(?:\d{{4}}\s*)?{_MONTH}")
# A whole month or a range of dates; «Mar 1 -1 day» is a date, not a range.
_STRETCH = re.compile(rf"^(?:\d{{4}}\s*)?{_MONTH}(?:(?!\s*\d)|\s*\d+\s*-(?!\d+ days?\b))")
_HOLIDAY = re.compile(r"^(?:[\w\[\],-]*,)?PH(?:,[\w\[\],-]*)?(?=\s)")
_TIMES = re.compile(r"(\d{1,2}):(\d\d)\s*-\s*(\d{1,2}):(\d\d)")
_OFF = re.compile(r"\b(?:off|closed)\b")
_LAST_DAYS = (
    *("Jan 31", "Mar 31", "Apr 30", "May 31", "Jun 30", "Jul 31"),
    *("Aug 31", "Sep 30", "Oct 31", "Nov 30", "Dec 31"),
)


class Closing(StrEnum):
    """What sort of days a rule takes away."""

    SANITARY = "sanitary"
    SEASON = "season"
    DATE = "date"
    HOLIDAY = "holiday"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class MonthlyDay:
    """A closed day that comes once a month: the nth weekday (from the end where negative), or the last day."""

    weekday: int | None  # 0 is Monday; None: whatever weekday the last day falls on
    nth: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class SpecialOpening:
    """Hours of some weeks alone: of the nth weekdays of a month, or of even or odd weeks."""

    times: str  # as the expression writes them
    nths: tuple[tuple[int, int], ...] = ()  # weekday, 0 is Monday, and which one of the month
    weeks: str = ""  # "even", "odd"
    days: str = ""  # as the expression writes them


@dataclass(frozen=True, slots=True)
class HoursRule:
    """One rule of an opening_hours expression."""

    text: str

    @property
    def selector(self) -> str:
        """The rule without its comment."""
        return _COMMENT.sub("", self.text).strip()

    @property
    def comment(self) -> str | None:
        """The comment of the rule: its words in quotes."""
        found = _COMMENT.search(self.text)
        return found.group(1).strip() or None if found else None

    @property
    def closes(self) -> Closing | None:
        """What sort of days the rule closes; None for a rule that opens."""
        selector = self.selector
        if not _OFF.search(selector):
            return None
        if _HOLIDAY.match(selector):
            return Closing.HOLIDAY
        if _STRETCH.match(selector):
            return Closing.SEASON
        if _NTH.search(selector):
            return Closing.SANITARY
        if _DATE.match(selector):
            return Closing.SANITARY if "," in selector else Closing.DATE
        return Closing.WEEKLY

    @property
    def for_long_holidays(self) -> "HoursRule | None":
        """The same rule for the days that the holiday calendar of the library does not know."""
        found = _HOLIDAY.match(self.text)
        # Art. 112 of the Labour Code: 1 to 8 January are holidays; the calendar has 1 and 7 January alone.
        return HoursRule("Jan 1-8" + self.text[found.end() :]) if found else None

    @property
    def is_nightly(self) -> bool:
        """Whether it opens over midnight, or all day and night for want of times."""
        selector = self.selector
        if selector.strip() == AROUND_THE_CLOCK:
            return False
        if _OFF.search(selector) or "unknown" in selector:
            return False
        times = [tuple(map(int, found)) for found in _TIMES.findall(selector)]
        return not times or any(not (hour, minute) < (to, past) <= (24, 0) for hour, minute, to, past in times)

    @property
    def special(self) -> SpecialOpening | None:
        """The hours of some weeks alone; None for a rule of every week, or one that closes."""
        if self.closes is not None:
            return None
        if found := _NTH_OPEN.match(self.selector):
            nths = tuple((WEEKDAYS.index(day), int(nth)) for day, nth in _NTH.findall(found[1]))
            return SpecialOpening(found[2], nths)
        if found := _IN_WEEKS.match(self.selector):
            return SpecialOpening(found[3], weeks="even" if found[1] == "2" else "odd", days=found[2])
        return None

    def monthly_days(self) -> tuple[MonthlyDay, ...]:
        """The days of the month that the rule closes."""
        selector = self.selector
        if self.closes is not Closing.SANITARY:
            return ()
        if all(day in selector for day in _LAST_DAYS):
            return (MonthlyDay(None, -1, self.comment),)
        return tuple(MonthlyDay(WEEKDAYS.index(day), int(nth), self.comment) for day, nth in _NTH.findall(selector))


def rules_of(expression: str) -> tuple[HoursRule, ...]:
    """The rules of an expression in their order."""
    return tuple(HoursRule(part.strip()) for part in _SPLIT.split(expression) if part.strip())


def joined(rules: "tuple[HoursRule, ...] | list[HoursRule]") -> str:
    """The rules joined into one expression."""
    return "; ".join(rule.text for rule in rules)


def forgets_leap_year(expression: str) -> bool:
    """Whether 28 February is closed as a last day of the month, which in a leap year is the 29th."""
    lists = (rule.selector for rule in rules_of(expression) if rule.closes is Closing.SANITARY)
    return any(
        re.search(r"\bFeb 28\b", days) and "Jan 31" in days and "Mar 1 -1 day" not in days and "Feb 29" not in days
        for days in lists
    )
