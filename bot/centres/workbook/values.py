"""The value of a centre behind each column, in one spelling: equal texts tell that nothing has changed."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.centres.centre import Centre
from bot.centres.closed_days import written_runs
from bot.centres.hours.hours import Hours
from bot.centres.workbook.table import CentreColumn

_YEAR = 400  # days, so that every monthly day comes


def value_of(centre: Centre, column: CentreColumn) -> str:
    """The value, empty where it is not known; of the whole reception at once under its hours."""
    value = _VALUES.get(column)
    return value(centre) if value else ""


def same_hours(ours: Hours | None, theirs: Hours | None, today: date) -> bool:
    """Whether two ways of writing a timetable open and close alike on every day of the year ahead."""
    if ours is None or theirs is None:
        return False
    return all(ours.as_written(day) == theirs.as_written(day) for day in (today + timedelta(n) for n in range(_YEAR)))


def _phones(centre: Centre) -> str:
    return "; ".join(f"{one.dialled} {one.note or ''}".strip() for one in centre.phones)


def _hours(centre: Centre) -> str:
    return centre.hours.expression if centre.hours else ""


def _reception(centre: Centre) -> str:
    if (received := centre.consultations) is None:
        return ""
    numbers = (received.desks, received.minutes, received.notice_hours, received.horizon_days)
    return f"{received.hours.expression} | {' '.join(map(str, numbers))}"


def _announcement(centre: Centre) -> str:
    if (one := centre.announcement) is None:
        return ""
    closed = f"{'closed' if one.closed else ''} {written_runs(one.runs)}"
    return f"{one.text} | {one.since or ''} {one.until or ''} {closed}".strip()


_VALUES: Mapping[CentreColumn, Callable[[Centre], str]] = {
    CentreColumn.ADDRESS: lambda centre: centre.address or "",
    CentreColumn.PHONE: _phones,
    CentreColumn.SITE: lambda centre: centre.site or "",
    CentreColumn.HOURS: _hours,
    CentreColumn.SERVICES: lambda centre: " ".join(sorted(centre.services)),
    CentreColumn.RECEPTION: _reception,
    CentreColumn.ANNOUNCEMENT: _announcement,
}
