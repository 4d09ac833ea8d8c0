"""A centre where two librarians work, on a real database."""

import sqlite3
from dataclasses import dataclass, field, replace
from datetime import date

from bot.booking.absences.absence_service import AbsenceService
from bot.booking.absences.notices import VISITS_TO_TAKE
from bot.booking.booking import Booking
from bot.booking.slots import BookableDays
from bot.centres.centre import CentreId
from bot.people import Address
from bot.storage.tables.absences import AbsenceTable
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI
from tests.booking.scene import TEN, THURSDAY, WEDNESDAY, Scene, Told, wish

COLLEAGUE = Address("telegram", 901)


STAFF = (LIBRARIAN, COLLEAGUE)


TWO_DAYS = BookableDays(WEDNESDAY, THURSDAY)


ONLY_WEDNESDAY = BookableDays(WEDNESDAY, WEDNESDAY)


ONLY_THURSDAY = BookableDays(THURSDAY, THURSDAY)


@dataclass
class TwoLibrarians:
    """Both work at the one centre; who is away is known from the table."""

    table: AbsenceTable
    people: list[Address] = field(default_factory=lambda: list(STAFF))
    off_duty: set[Address] = field(default_factory=set)
    over_district: set[Address] = field(default_factory=set)

    def centres_of(self, person: Address) -> tuple[CentreId, ...]:
        return (LIPKI,) if person in self.over_district else self.workplaces_of(person)

    def workplaces_of(self, person: Address) -> tuple[CentreId, ...]:
        return (LIPKI,) if person in self.people else ()

    def librarians_of(self, centre: CentreId) -> tuple[Address, ...]:
        return tuple(self.people) if centre == LIPKI else ()

    def works_at(self, person: Address, centre: CentreId) -> bool:
        return centre in self.centres_of(person)

    def notice_recipients(self, centre: CentreId) -> tuple[Address, ...]:
        return self.librarians_of(centre)

    def is_away(self, person: Address, day: date) -> bool:
        return self.table.is_away(person, day)

    def is_there(self, person: Address, day: date) -> bool:
        return person not in self.off_duty and not self.is_away(person, day)


@dataclass
class Desk:
    """The service with what stands around it."""

    scene: Scene
    service: AbsenceService
    colleagues: TwoLibrarians
    table: AbsenceTable

    async def told(self) -> list[Told]:
        return await self.scene.waiting(VISITS_TO_TAKE)


def _hire(db: sqlite3.Connection) -> None:
    rows = [(one.channel, one.id, "Имя", LIPKI, "librarian", "2026-11-01T09:00:00+00:00") for one in STAFF]
    db.executemany("insert into librarian (channel, person, name, centre, role, since) values (?, ?, ?, ?, ?, ?)", rows)


async def staffed_desk(built: Scene) -> Desk:
    table = AbsenceTable(built.database)
    colleagues = TwoLibrarians(table)
    await built.database.write(_hire)
    built.booking_context = replace(built.booking_context, staff=colleagues)
    return Desk(built, AbsenceService(built.booking_context, colleagues, table.load), colleagues, table)


async def both_at_ten(desk: Desk) -> tuple[Booking, Booking]:
    first = await desk.scene.desk.book(ANNA, wish(TEN))
    return first, await desk.scene.desk.book(BORIS, wish(TEN, "Борис"))
