"""A library that is open every day, for the measurements of booking."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.booking.booking_service import BookingService
from bot.booking.context import BookingContext
from bot.centres.centre import Centre, CentreId, CentreKind, Consultations
from bot.centres.hours.hours import Hours
from bot.centres.places.municipality import Municipality, MunicipalityId
from bot.people import Address
from bot.region.topics import Topic
from bot.storage.database import Database
from bot.storage.tables.unit_of_work import SqliteUnitOfWork

NOW = datetime(2026, 6, 30, 6, 0, tzinfo=UTC)  # before the longest stretch without a public holiday
ZONE = ZoneInfo("Europe/Moscow")
TOPIC = Topic("passport", "Паспорт", 30, (), ())
LIBRARIAN = Address("telegram", 900)
A_DAY = 20  # places, from ten to eight


class StoppedClock:
    def now(self) -> datetime:
        return NOW


class OneLibrarian:
    def notice_recipients(self, _: CentreId) -> tuple[Address, ...]:
        return (LIBRARIAN,)

    def works_at(self, person: Address, _: CentreId) -> bool:
        return person == LIBRARIAN


def centre(desks: int = 1, horizon_days: int = 120) -> Centre:
    hours = Hours.parse("Mo-Su 10:00-20:00", ZONE)
    municipality = Municipality(MunicipalityId("lipki"), "Липкинский округ", "Липки", "Липки")
    consultations = Consultations(hours, desks, 30, 0, horizon_days)
    return Centre(
        CentreId("lipki"), "Липки", "Липки", CentreKind.LIBRARY, municipality, ZONE, consultations=consultations
    )


def desk(database: Database, room: Centre) -> BookingService:
    return BookingService(
        BookingContext(
            SqliteUnitOfWork(database), lambda _: room, lambda _: TOPIC, OneLibrarian(), StoppedClock(), lambda: None
        )
    )


def place(number: int) -> datetime:
    """The places of the first day, then of the second."""
    day, half_hours = divmod(number, A_DAY)
    return datetime(2026, 7, 1, 7, 0, tzinfo=UTC) + timedelta(days=day, minutes=30 * half_hours)
