"""Lines of a timetable, and how an OpenStreetMap expression writes them."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass

from bot.centres.hours.rules import WEEKDAYS
from bot.centres.hours.seasons import MONTHS

Span = tuple[int, int]  # minutes of the day

LAST_DAYS = ",".join(
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


def opening_rules(lines: Iterable[HoursLine], dates: str) -> list[str]:
    """Rules for the days that are open, each with its dates before it."""
    return [
        f"{dates}{_WEEKS[line.weeks]}{_days(line.days)} {_hours(line)}"
        for line in lines
        if line.days and not line.is_closed
    ]


def _hours(line: HoursLine) -> str:
    return " ".join(filter(None, (written_times(line.spans), BY_APPOINTMENT if line.by_appointment else "")))


def nth_days(weekday: int, nths: Iterable[int]) -> str:
    """«Fr[-1]», «Th[1],Th[3]»."""
    return ",".join(f"{WEEKDAYS[weekday]}[{nth}]" for nth in nths)


def closing_rules(lines: Iterable[HoursLine]) -> list[str]:
    """Rules for the closed weekdays."""
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


def written_times(spans: Iterable[Span]) -> str:
    """Stretches as an expression writes them: «09:00-13:00,14:00-18:00»."""
    return ",".join(f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}" for start, end in spans)
