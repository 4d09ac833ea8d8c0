"""A centre as a row of the workbook: every cell in words that can be read back."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.centres.centre import Centre
from bot.centres.workbook.table import CentreColumn
from bot.russian.calendar_words import MONTHS
from bot.screens.centres.centre_card import OFFERS
from bot.screens.centres.timetable import opening_days, timetable

SERVICES_BETWEEN = "; "


def shown(centre: Centre, column: CentreColumn, now: datetime) -> str:
    """The words of the cell; empty where we do not know."""
    return _SHOWN[column](centre, now)


def _phones(centre: Centre, _: datetime) -> str:
    return "; ".join(f"{one.written} ({one.note})" if one.note else one.written for one in centre.phones)


def _hours(centre: Centre, now: datetime) -> str:
    return "; ".join(timetable(centre.hours, centre.day(now))) if centre.hours else ""


def _reception(centre: Centre, now: datetime) -> str:
    received = centre.consultations
    return "; ".join(opening_days(received.hours, centre.day(now))) if received else ""


def _announcement(centre: Centre, now: datetime) -> str:
    announcement = centre.announces(now)
    if announcement is None:
        return ""
    return announcement.text + (f" до {_day(announcement.until)}" if announcement.until else "")


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


_SHOWN: Mapping[CentreColumn, Callable[[Centre, datetime], str]] = {
    CentreColumn.ID: lambda centre, _: centre.id,
    CentreColumn.NAME: lambda centre, _: centre.short_name,
    CentreColumn.MUNICIPALITY: lambda centre, _: centre.municipality.name,
    CentreColumn.SETTLEMENT: lambda centre, _: centre.settlement or "",
    CentreColumn.ADDRESS: lambda centre, _: centre.address or "",
    CentreColumn.PHONE: _phones,
    CentreColumn.SITE: lambda centre, _: centre.site or "",
    CentreColumn.HOURS: _hours,
    CentreColumn.SERVICES: lambda centre, _: SERVICES_BETWEEN.join(OFFERS[service] for service in centre.services),
    CentreColumn.RECEIVES: lambda centre, _: "да" if centre.consultations else "",
    CentreColumn.RECEPTION: _reception,
    CentreColumn.DESKS: lambda centre, _: str(centre.consultations.desks) if centre.consultations else "",
    CentreColumn.MINUTES: lambda centre, _: str(centre.consultations.minutes) if centre.consultations else "",
    CentreColumn.ANNOUNCEMENT: _announcement,
    CentreColumn.REMARK: lambda _, __: "",
}
