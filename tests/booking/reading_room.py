"""A centre with consultation hours that tests can reason about, and the people around it."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.centres.centre import Centre, CentreId, CentreKind, Consultations
from bot.centres.hours.hours import Hours
from bot.centres.places.municipality import Municipality, MunicipalityId
from bot.people import Address

MOSCOW = ZoneInfo("Europe/Moscow")
LIPKI = CentreId("lipki-main")

ANNA, BORIS, VERA, GLEB = (Address("telegram", number) for number in (1, 2, 3, 4))
LIBRARIAN = Address("telegram", 900)


def reading_room(
    hours: str = "Mo-Fr 10:00-13:00,14:00-17:00",
    desks: int = 1,
    minutes: int = 30,
    notice_hours: int = 2,
    horizon_days: int = 14,
    zone: ZoneInfo = MOSCOW,
) -> Centre:
    return Centre(
        id=LIPKI,
        name="Липкинская библиотека",
        short_name="Липки",
        kind=CentreKind.LIBRARY,
        municipality=Municipality(MunicipalityId("lipki"), "Липкинский округ", "Липки", "Липки"),
        zone=zone,
        consultations=Consultations(Hours.parse(hours, zone), desks, minutes, notice_hours, horizon_days),
    )


def open_by(centre: Centre, hours: str) -> Centre:
    """The same centre whose doors are open by these hours."""
    return replace(centre, hours=Hours.parse(hours, centre.zone))


def local(text: str, zone: ZoneInfo = MOSCOW) -> datetime:
    """A moment of the centre, in UTC: «2026-11-25 10:00»."""
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)
