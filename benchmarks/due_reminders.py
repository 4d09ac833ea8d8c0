"""Visits with a reminder due now, written into the database before the program starts."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.killed_program import FIRST
from bot.booking.booking import Booking, BookingId, BookingState, Origin, VisitCode, Visitor
from bot.booking.notices import REMINDER_SOON
from bot.centres.centre import CentreId
from bot.outbox.notice import Notice
from bot.people import Address
from bot.storage.database import Database
from bot.storage.tables.unit_of_work import SqliteUnitOfWork, Tables


async def promise(file: Path, good_until: datetime, people: int, outlived: int) -> None:
    """Everybody is booked for the same time two hours from now; the last few should have been told an hour ago."""
    now = datetime.now(UTC)
    promises = [
        (_booking(FIRST + number, good_until, now), good_until if number < people else now - timedelta(hours=1))
        for number in range(people + outlived)
    ]

    def write(tables: Tables) -> None:
        for draft, until in promises:
            booking = tables.bookings.take(draft, people + outlived)
            payload: dict[str, str | int] = {"booking": booking.id, "revision": 0}
            to = booking.citizen or Address("telegram", 0)
            tables.outbox.put([Notice(to, REMINDER_SOON, f"reminder:{booking.id}:0", now, payload, until)])

    async with await Database.open(file) as database:
        await SqliteUnitOfWork(database).write(write)  # type: ignore[arg-type]  # - the tables themselves, not their protocol


def _booking(person: int, starts_at: datetime, now: datetime) -> Booking:
    ends_at = starts_at + timedelta(minutes=30)
    return Booking(
        id=BookingId(0),
        code=VisitCode(""),
        centre=CentreId("pskov-pounb"),
        topic="other",
        citizen=Address("telegram", person),
        visitor=Visitor("Анна"),
        origin=Origin.CHAT,
        starts_at=starts_at,
        ends_at=ends_at,
        free_at=ends_at,
        state=BookingState.BOOKED,
        made_at=now,
    )
