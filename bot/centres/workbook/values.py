"""The value of a centre behind each column, in one spelling: equal texts tell that nothing has changed."""

from collections.abc import Callable, Mapping

from bot.centres.centre import Centre
from bot.centres.workbook.table import CentreColumn


def value_of(centre: Centre, column: CentreColumn) -> str:
    """The value, empty where it is not known; of the whole reception at once under its hours."""
    value = _VALUES.get(column)
    return value(centre) if value else ""


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
    return f"{one.text} | {one.since or ''} {one.until or ''} {'closed' if one.closed else ''}".strip()


_VALUES: Mapping[CentreColumn, Callable[[Centre], str]] = {
    CentreColumn.ADDRESS: lambda centre: centre.address or "",
    CentreColumn.PHONE: _phones,
    CentreColumn.SITE: lambda centre: centre.site or "",
    CentreColumn.HOURS: _hours,
    CentreColumn.SERVICES: lambda centre: " ".join(sorted(centre.services)),
    CentreColumn.RECEPTION: _reception,
    CentreColumn.ANNOUNCEMENT: _announcement,
}
