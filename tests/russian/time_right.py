"""What typed words of the cases mean, as the readers would give it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.booking.booking import Interval
from bot.centres.hours.hours import Hours
from bot.centres.hours.typed_hours import read_hours
from bot.stats.period import Period
from tests.booking.reading_room import MOSCOW
from tests.centres.small_region import ZONE

DAY = timedelta(days=1)
_PARTS = {  # a part of the day is whatever the reader shows for it
    "morning": (None, time(12)),
    "afternoon": (time(13), None),
    "evening": (time(17), None),
    "lunch": (time(12), time(15)),
}
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_YEAR = [date(2027, 1, 1) + n * DAY for n in range(365)]


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
    visit: str = ""


def right(case: Case) -> object:
    """The value that is right; of a question there is none."""
    return _RIGHT[case.use](case)


def _right_visit(case: Case) -> object:
    right = case.right
    since, until = _PARTS.get(right.get("p", ""), (None, None))
    return (
        _right_days(case),
        _time(right.get("t")),
        _time(right.get("s")) or since,
        _time(right.get("u")) or until,
    )


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


def _right_closure(case: Case) -> object:
    right = case.right
    if "at" in right:
        return tuple(_at(one) for one in right["at"].split(", "))
    days = sorted(_right_days(case) or ())
    runs = [day for day in days if day - DAY not in days], [day for day in days if day + DAY not in days]
    return tuple(_whole(first, last, right) for first, last in zip(*runs, strict=True))


def _at(said: str) -> Interval:
    first, last = (datetime.fromisoformat(end).replace(tzinfo=MOSCOW) for end in said.split(".."))
    return Interval(first, last)


def _whole(first: date, last: date, right: Mapping[str, str]) -> Interval:
    until = _time(right.get("u"))
    ends = datetime.combine(last, until, MOSCOW) if until else datetime.combine(last + DAY, time(), MOSCOW)
    return Interval(datetime.combine(first, _time(right.get("s")) or time(), MOSCOW), ends)


def _right_hours(case: Case) -> object:
    if case.right.get("ohx", "").startswith("lastday "):
        return opened(read_hours("последний день месяца санитарный", ZONE, Hours.parse(case.right["ohx"][8:], ZONE)))
    return opened(Hours.parse(case.right["oh"], ZONE)) if "oh" in case.right else case.right


def _right_period(case: Case) -> object:
    days = _days(case.right.get("d"), case.now.date())
    return Period(*days) if days else None


def _days(said: str | None, today: date) -> tuple[date, date] | None:
    """Both ends of «12-28..2027-01-10»."""
    first, _, last = (said or "").partition("..")
    return (_date(first, today), _date(last or first, today)) if said else None


def _date(said: str, today: date) -> date:
    return date.fromisoformat(said if len(said) > 5 else f"{today.year}-{said}")


def _time(said: str | None) -> time | None:
    return time.fromisoformat(said) if said else None


def opened(hours: Hours) -> object:
    """When it is open on each day of a year, however it was written."""
    return [[(span.start.time(), span.end.time()) for span in hours.on(day).spans] for day in _YEAR]


_RIGHT: Mapping[str, Callable[[Case], object]] = {
    "visit": _right_visit,
    "move": _right_visit,
    "close": _right_closure,
    "absence": _right_closure,
    "hours": _right_hours,
    "consultations": _right_hours,
    "period": _right_period,
    "announcement": _right_days,
}
