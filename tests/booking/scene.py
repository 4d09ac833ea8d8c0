"""What tests of booking share: a centre, its librarians, the unit of work, and the notices it queued."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.booking.booking import Booking, BookingId, DayWish, Visitor, Wish
from bot.booking.booking_service import BookingService
from bot.booking.closures.closure_service import ClosureService
from bot.booking.context import BookingContext
from bot.booking.librarian_service import LibrarianService
from bot.booking.limits import BookingLimits
from bot.booking.waitlist.waitlist import Waitlist
from bot.centres.centre import Centre, CentreId
from bot.inbox.request_key import RequestKey
from bot.people import Address
from bot.region.topics import Topic
from bot.stats.interaction import Pseudonyms
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.unit_of_work import SqliteUnitOfWork
from bot.storage.tables.visit_stats import VisitStatsTable
from tests.booking.reading_room import ANNA, LIBRARIAN, LIPKI, MOSCOW, local, reading_room
from tests.hand_clock import HandClock

TOPICS = {
    "passport": Topic("passport", "Паспорт", 30, (), ()),
    "benefits": Topic("benefits", "Пособия", 60, (), ()),
}
TUESDAY, WEDNESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26)
TEN, HALF_PAST_TEN, ELEVEN, HALF_PAST_ELEVEN = (
    local(f"{WEDNESDAY} {time}") for time in ("10:00", "10:30", "11:00", "11:30")
)

ONE_HOUR = "Mo-Fr 10:00-11:00"  # two visits a day


@dataclass(frozen=True, slots=True)
class Told:
    """One waiting promise: whom, what, when (in UTC)."""

    to: int
    kind: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class OneLibrarian:
    """Works at one centre."""

    centre: CentreId
    librarian: Address

    def notice_recipients(self, centre: CentreId) -> tuple[Address, ...]:
        return (self.librarian,) if centre == self.centre else ()

    def works_at(self, person: Address, centre: CentreId) -> bool:
        return person in self.notice_recipients(centre)


PSEUDONYMS = Pseudonyms(b"key")


class Scene:
    """One centre; `centre` and `topics` may be changed by a test, as the files may be by people."""

    def __init__(self, database: Database, centre: Centre, clock: HandClock, limits: BookingLimits) -> None:
        self.database = database
        self.centre: Centre | None = centre
        self.topics = dict(TOPICS)
        self.clock = clock
        self.wakes = 0
        self.unit_of_work = SqliteUnitOfWork(database, VisitStatsTable(PSEUDONYMS, MOSCOW).record, PSEUDONYMS, MOSCOW)
        self.booking_context = BookingContext(
            self.unit_of_work,
            lambda id_: self.centre if id_ == LIPKI else None,
            self.topics.get,
            OneLibrarian(LIPKI, LIBRARIAN),
            clock,
            self._wake,
            limits,
        )
        self.desk = BookingService(self.booking_context)
        self.line = Waitlist(self.booking_context)
        self.closing = ClosureService(self.booking_context)
        self.visits = LibrarianService(self.booking_context)

    async def waiting(self, kind: str = "") -> list[Told]:
        """What is promised and not said yet, in the order of time."""
        rows = await self.database.read(
            lambda db: db.execute(
                "select recipient, kind, due_at from outbox where state = 'waiting' and kind like ? || '%'"
                " order by due_at, id",
                (kind,),
            ).fetchall()
        )
        return [Told(to, kind, datetime.fromisoformat(due_at)) for to, kind, due_at in rows]

    async def table(self) -> list[Booking]:
        """Every booking ever made."""
        (count,) = await self.database.read(lambda db: db.execute("select count(*) from booking").fetchone())
        found = [await self.desk.told_of(BookingId(number + 1)) for number in range(count)]
        return [booking for booking in found if booking]

    async def end(self, before: datetime) -> None:
        """What retention does with what is older."""
        await PersonalDataStore(self.database).end(before, before)

    def _wake(self) -> None:
        self.wakes += 1


@asynccontextmanager
async def scene(
    file: Path, centre: Centre | None = None, clock: HandClock | None = None, limits: BookingLimits | None = None
) -> AsyncIterator[Scene]:
    async with await Database.open(file) as database:
        yield Scene(database, centre or reading_room(), clock or HandClock(), limits or BookingLimits())


def wish(starts_at: datetime, called: str = "Анна", topic: str = "passport", *, for_other: bool = False) -> Wish:
    return Wish(LIPKI, topic, starts_at, Visitor(called, for_other=for_other))


def day_wish(day: date, called: str = "Анна", topic: str = "passport") -> DayWish:
    return DayWish(LIPKI, topic, day, Visitor(called))


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def press(update: str, button: str = "") -> RequestKey:
    """One press of the librarian, or without a button a message."""
    return RequestKey(LIBRARIAN, update, button)


async def full(stage: Scene) -> BookingId:
    """Wednesday is full; the booking at ten, which Anna can give up."""
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(Address("telegram", 50), wish(HALF_PAST_TEN))
    return booking.id
