"""How a reader has done with typed words: right, asked (or refused), or wrong."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from bot.booking.booking import Interval
from bot.booking.typed.typed_closure import read_closure
from bot.booking.typed.typed_time import When, read_when
from bot.centres.card_edits import CardPart, UnclearChangeError, read_change
from bot.centres.hours.hours import Hours
from bot.centres.hours.hours_tokens import UnclearHoursError
from bot.centres.hours.typed_consultations import UnclearNumberError, read_consultations
from bot.centres.hours.typed_hours import read_hours
from bot.stats.period import Period
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, typed_period
from tests.booking.reading_room import MOSCOW, reading_room
from tests.centres.small_region import ZONE

LIPKI = reading_room()
DAY = timedelta(days=1)
_PARTS = {  # a part of the day is whatever the reader shows for it
    "morning": (None, time(12)),
    "afternoon": (time(13), None),
    "evening": (time(17), None),
    "lunch": (time(12), time(15)),
}
_SOONEST, _NONE = (date.min, date.max), (date.max, date.min)
_YEAR = [date(2027, 1, 1) + n * DAY for n in range(365)]


class Mark(StrEnum):
    """What came of it."""

    RIGHT = "right"
    ASKED = "asked"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Case:
    """Words somebody types for something, and what they mean."""

    id: str
    use: str
    text: str
    now: datetime
    right: Mapping[str, str]
    severity: str = ""
    was: str = ""


def cases(file: str) -> list[Case]:
    """Those of a file beside this one."""
    lines = (Path(__file__).parent / file).read_text().splitlines()
    return [_case(json.loads(line)) for line in lines]


def marked(case: Case) -> Mark:
    """A value where a question was right is wrong, like any other value."""
    found = _READERS[case.use](case)
    if found is None:
        return Mark.ASKED
    return Mark.RIGHT if "ask" not in case.right and found == _RIGHT[case.use](case) else Mark.WRONG


def _case(read: Mapping[str, str]) -> Case:
    now = datetime.fromisoformat(read["now"]).replace(tzinfo=MOSCOW)
    right = read["right"]
    assert isinstance(right, dict)
    return Case(read["id"], read["use"], read["text"], now, right, read.get("severity", ""), read.get("was", ""))


def _visit(case: Case) -> object:
    read = read_when(case.text, case.now)
    if not isinstance(read, When) or not read.sure:
        return None
    days = (read.days.first, read.days.last) if read.days else None
    if days == (case.now.date(), case.now.date() + 366 * DAY):
        days = _SOONEST
    return days, read.at, read.since, read.until


def _right_visit(case: Case) -> object:
    right = case.right
    since, until = _PARTS.get(right.get("p", ""), (None, None))
    return (
        _days(right.get("d"), case.now.date()),
        _time(right.get("t")),
        _time(right.get("s")) or since,
        _time(right.get("u")) or until,
    )


def _closure(case: Case) -> object:
    read = read_closure(case.text, LIPKI, case.now)
    return read if isinstance(read, Interval) else None


def _right_closure(case: Case) -> object:
    right = case.right
    if "at" in right:
        first, last = (datetime.fromisoformat(end).replace(tzinfo=MOSCOW) for end in right["at"].split(".."))
        return Interval(first, last)
    days = _days(right.get("d"), case.now.date())
    if days is None or "not" in right:
        return right
    begins = datetime.combine(days[0], _time(right.get("s")) or time(), MOSCOW)
    until = _time(right.get("u"))
    ends = datetime.combine(days[1], until, MOSCOW) if until else datetime.combine(days[1] + DAY, time(), MOSCOW)
    return Interval(begins, ends)


def _hours(case: Case) -> object:
    try:
        return _open(read_hours(case.text, ZONE))
    except UnclearHoursError:
        return None


def _consultations(case: Case) -> object:
    try:
        return _open(read_consultations(case.text, ZONE).hours)
    except (UnclearHoursError, UnclearNumberError):
        return None


def _right_hours(case: Case) -> object:
    if case.right.get("ohx", "").startswith("lastday "):
        return _open(read_hours("последний день месяца санитарный", ZONE, Hours.parse(case.right["ohx"][8:], ZONE)))
    return _open(Hours.parse(case.right["oh"], ZONE)) if "oh" in case.right else case.right


def _open(hours: Hours) -> object:
    """When it is open on each day of a year, however it was written."""
    return [[(span.start.time(), span.end.time()) for span in hours.on(day).spans] for day in _YEAR]


def _period(case: Case) -> object:
    try:
        return typed_period(case.text, case.now.date())
    except (UnclearPeriodError, BackwardsPeriodError):
        return None


def _right_period(case: Case) -> object:
    days = _days(case.right.get("d"), case.now.date())
    return Period(*days) if days else None


def _announcement(case: Case) -> object:
    """Closed at once, or None where it closes nothing by itself."""
    try:
        notice = read_change(CardPart.ANNOUNCEMENT, case.text, LIPKI, case.now.date())["notice"]
    except UnclearChangeError:
        return None
    return notice if isinstance(notice, Mapping) and notice["closed"] else None


def _days(said: str | None, today: date) -> tuple[date, date] | None:
    """«12-10», «12-28..2027-01-10», neighbours «12-05,12-06»; other lists and open ends our readers do not have."""
    if said is None or said == "soonest":
        return _SOONEST if said else None
    if not said or not set(said) <= set("0123456789-.,") or said.endswith(".."):
        return _NONE
    ends = [_date(end, today) for end in said.replace("..", ",").split(",")]
    neighbours = ".." in said or len(ends) == 1 or (len(ends) == 2 and ends[1] - ends[0] == DAY)
    return (ends[0], ends[-1]) if neighbours else _NONE


def _date(said: str, today: date) -> date:
    return date.fromisoformat(said if len(said) > 5 else f"{today.year}-{said}")


def _time(said: str | None) -> time | None:
    return time.fromisoformat(said) if said else None


_READERS: Mapping[str, Callable[[Case], object]] = {
    "visit": _visit,
    "close": _closure,
    "absence": _closure,
    "hours": _hours,
    "consultations": _consultations,
    "period": _period,
    "announcement": _announcement,
}
_RIGHT: Mapping[str, Callable[[Case], object]] = {
    "visit": _right_visit,
    "close": _right_closure,
    "absence": _right_closure,
    "hours": _right_hours,
    "consultations": _right_hours,
    "period": _right_period,
    "announcement": _right_visit,
}
