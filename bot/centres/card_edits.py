"""What is wrong on a card, typed by a librarian, becomes fields of the centre's record."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from bot.centres.centre import Centre, Consultations, Service
from bot.centres.centre_fields import is_plain
from bot.centres.hours.hours import Hours
from bot.centres.hours.hours_doubt import UnclearHoursError
from bot.centres.hours.typed_consultations import Limit, UnclearNumberError, read_consultations
from bot.centres.hours.typed_hours import read_hours
from bot.centres.none_said import says_none
from bot.centres.phones import read_phones, without_label
from bot.centres.typed_announcement import announcement_of, read_announcement
from bot.centres.typed_services import UnclearServicesError, read_services

LONGEST = 1000  # characters of a report; a value of the card is shorter by itself

# As it is kept until it is decided: nothing that JSON cannot hold.
NewFields: TypeAlias = Mapping[str, str | list[str] | Mapping[str, str | int | None] | None]


class CardPart(StrEnum):
    """The parts of a card that a librarian can name."""

    HOURS = "hours"
    CONSULTATIONS = "consultations"
    PHONE = "phone"
    ADDRESS = "address"
    SITE = "site"
    SERVICES = "services"
    ANNOUNCEMENT = "announcement"
    OTHER = "other"  # in words, for people alone


class UnclearChangeError(ValueError):
    """Not understood as a value of that part; of hours it is told where the reading stopped, or which number failed."""

    def __init__(self, part: CardPart, hours: UnclearHoursError | None = None, limit: Limit | None = None) -> None:
        super().__init__(part)
        self.part = part
        self.hours = hours
        self.limit = limit


_HOST = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}(?::\d+)?(?:[/?#]\S*)?$")
_LABEL = re.compile(r"^(?:наш\w* |новый )?(?:телефон|тел|адрес|сайт|объявление)\s*[.:–—-]*\s+", re.IGNORECASE)


def read_change(part: CardPart, typed: str, centre: Centre, today: date, *, shown: bool = True) -> NewFields:
    """The fields that the words mean; none for words alone. Raises UnclearChangeError.

    `shown`: a preview follows that names the words passed over; without one every word must be understood.
    """
    text = typed.strip()
    if not text or len(text) > LONGEST:
        raise UnclearChangeError(part)
    if part is CardPart.OTHER:
        return {}
    if part is CardPart.HOURS:
        return {"opening_hours": _hours(text, centre, shown=shown)}
    line = " ".join(text.split())
    if says_none(line):
        return {_FIELD[part]: [] if part is CardPart.SERVICES else None}
    if part is CardPart.CONSULTATIONS:
        return {"consultations": _consultations(text, centre, shown=shown)}
    if not is_plain(line):
        raise UnclearChangeError(part)
    return _READ[part](_LABEL.sub("", line), today)


def changed(centre: Centre, fields: NewFields) -> Centre:
    """The centre with the edited fields, for the preview before anything is written."""
    for name, value in fields.items():
        match name, value:
            case "opening_hours", str(expression):
                centre = replace(centre, hours=Hours.parse(expression, centre.zone))
            case "phone", _:
                centre = replace(centre, phones=read_phones(value) or () if isinstance(value, str) else ())
            case "address", str() | None:
                centre = replace(centre, address=value)
            case "site", str() | None:
                centre = replace(centre, site=value)
            case "services", list():
                centre = replace(centre, services=tuple(map(Service, value)))
            case "consultations", _:
                centre = replace(centre, consultations=_received(value, centre))
            case _:
                centre = replace(centre, announcement=announcement_of(value))
    return centre


def _hours(text: str, centre: Centre, *, shown: bool) -> str:
    try:
        return read_hours(text, centre.zone, centre.hours, shown=shown).expression
    except UnclearHoursError as unclear:
        raise UnclearChangeError(CardPart.HOURS, unclear) from unclear


def _consultations(text: str, centre: Centre, *, shown: bool) -> Mapping[str, str | int | None]:
    try:
        read = read_consultations(text, centre.zone, centre.consultations, shown=shown)
    except UnclearHoursError as unclear:
        raise UnclearChangeError(CardPart.CONSULTATIONS, unclear) from unclear
    except UnclearNumberError as unclear:
        raise UnclearChangeError(CardPart.CONSULTATIONS, limit=unclear.limit) from unclear
    return {
        "hours": read.hours.expression,
        "desks": read.desks,
        "minutes": read.minutes,
        "notice_hours": read.notice_hours,
        "horizon_days": read.horizon_days,
    }


def _received(value: object, centre: Centre) -> Consultations | None:
    match value:
        case {
            "hours": str(hours),
            "desks": int(desks),
            "minutes": int(minutes),
            "notice_hours": int(notice),
            "horizon_days": int(horizon),
        }:
            return Consultations(Hours.parse(hours, centre.zone), desks, minutes, notice, horizon)
        case _:
            return None


def _phone(line: str, _: date) -> NewFields:
    if not read_phones(line := without_label(line)):
        raise UnclearChangeError(CardPart.PHONE)
    return {"phone": line}


def _address(line: str, _: date) -> NewFields:
    if not re.search(r"[^\W\d_]{2}", line):
        raise UnclearChangeError(CardPart.ADDRESS)
    return {"address": line}


def _site(line: str, _: date) -> NewFields:
    scheme, mark, rest = line.partition("://")
    scheme, host = (scheme.lower(), rest) if mark else ("https", line)
    if scheme not in {"http", "https"} or not _HOST.match(host):
        raise UnclearChangeError(CardPart.SITE)
    return {"site": f"{scheme}://{host}"}


def _services(line: str, _: date) -> NewFields:
    try:
        return {"services": [service.value for service in read_services(line)]}
    except UnclearServicesError as unclear:
        raise UnclearChangeError(CardPart.SERVICES) from unclear


def _notice(line: str, today: date) -> NewFields:
    if (notice := read_announcement(line, today)) is None:
        raise UnclearChangeError(CardPart.ANNOUNCEMENT)
    return {"notice": notice}


_FIELD = {
    CardPart.CONSULTATIONS: "consultations",
    CardPart.PHONE: "phone",
    CardPart.ADDRESS: "address",
    CardPart.SITE: "site",
    CardPart.SERVICES: "services",
    CardPart.ANNOUNCEMENT: "notice",
}
_READ: Mapping[CardPart, Callable[[str, date], NewFields]] = {
    CardPart.PHONE: _phone,
    CardPart.ADDRESS: _address,
    CardPart.SITE: _site,
    CardPart.SERVICES: _services,
    CardPart.ANNOUNCEMENT: _notice,
}
