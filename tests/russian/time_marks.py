"""How a reader has done with typed words: right, asked (or refused), or wrong."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path

from bot.booking.booking import Interval
from bot.booking.typed.typed_closure import read_closure
from bot.centres.card_edits import CardPart, UnclearChangeError, announcement_of, read_change
from bot.centres.hours.hours import Hours
from bot.centres.hours.hours_doubt import UnclearHoursError
from bot.centres.hours.typed_consultations import UnclearNumberError, read_consultations
from bot.centres.hours.typed_hours import read_hours
from bot.russian.time.doubts import Unsure
from bot.russian.time.values import Days
from bot.russian.time.visits import read_when
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
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
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
    if isinstance(read, Unsure) or not read.sure:
        return None
    return _ahead(case, read.days), read.at, read.since, read.until


def _right_visit(case: Case) -> object:
    right = case.right
    since, until = _PARTS.get(right.get("p", ""), (None, None))
    return (
        _right_days(case),
        _time(right.get("t")),
        _time(right.get("s")) or since,
        _time(right.get("u")) or until,
    )


def _ahead(case: Case, days: Days | None) -> frozenset[date] | None:
    """Those of the next months that are meant: however it was said, the same days are the same."""
    if days is None:
        return None
    return frozenset(day for n in range(-60, 330) if (day := case.now.date() + n * DAY) in days)


def _right_days(case: Case) -> frozenset[date] | None:
    said, today = case.right.get("d"), case.now.date()
    if said is None:
        return None
    meant = [today + n * DAY for n in range(-60, 330) if _is_said(today + n * DAY, said, today)]
    weekdays, out = case.right.get("wd", ""), case.right.get("not", "")
    return frozenset(
        day
        for day in meant
        if (not weekdays or _WEEKDAYS[day.weekday()] in weekdays)
        and _WEEKDAYS[day.weekday()] not in out
        and f"{day:%m-%d}" not in out
    )


def _is_said(day: date, said: str, today: date) -> bool:
    """«12-10», «12-28..2027-01-10», «12-10..», «12-02,12-04», «any», «every», «soonest»."""
    if said in {"any", "every", "soonest"}:
        return day >= today
    ends = (one.partition("..") for one in said.split(","))
    return any(
        _date(first, today) <= day <= (_date(last, today) if last else date.max if dots else _date(first, today))
        for first, dots, last in ends
    )


def _closure(case: Case) -> object:
    read = read_closure(case.text, LIPKI, case.now)
    return None if isinstance(read, Unsure) else read


def _right_closure(case: Case) -> object:
    right = case.right
    if "at" in right:
        first, last = (datetime.fromisoformat(end).replace(tzinfo=MOSCOW) for end in right["at"].split(".."))
        return (Interval(first, last),)
    days = sorted(_right_days(case) or ())
    runs = [day for day in days if day - DAY not in days], [day for day in days if day + DAY not in days]
    return tuple(_whole(first, last, right) for first, last in zip(*runs, strict=True))


def _whole(first: date, last: date, right: Mapping[str, str]) -> Interval:
    until = _time(right.get("u"))
    ends = datetime.combine(last, until, MOSCOW) if until else datetime.combine(last + DAY, time(), MOSCOW)
    return Interval(datetime.combine(first, _time(right.get("s")) or time(), MOSCOW), ends)


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
    """The days on which it shows the centre closed, or None where it closes nothing by itself."""
    try:
        notice = announcement_of(read_change(CardPart.ANNOUNCEMENT, case.text, LIPKI, case.now.date())["notice"])
    except UnclearChangeError:
        return None
    closed = frozenset(day for n in range(330) if notice and notice.closes(day := case.now.date() + n * DAY))
    return closed or None


def _days(said: str | None, today: date) -> tuple[date, date] | None:
    """Both ends of «12-28..2027-01-10»."""
    first, _, last = (said or "").partition("..")
    return (_date(first, today), _date(last or first, today)) if said else None


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
    "announcement": _right_days,
}
