"""The tables of absences and of other numbers of desks."""

import sqlite3
from dataclasses import replace
from datetime import date

from bot.booking.absences.absence import Absence
from bot.booking.capacity import AbsenceId, Capacity, CapacityChange, CapacityChangeId, LibrarianAway
from bot.booking.slots import BookableDays
from bot.centres.centre import CentreId
from bot.people import Address
from bot.storage.database import Database
from bot.storage.moments import moment, text

_ABSENCE = "select id, channel, person, first_day, last_day, made_at, keeps_desks from absence"
_CHANGE = "select id, centre, first_day, last_day, desks, channel, made_by, made_at from capacity_change"
_AWAY = """select absence.id, first_day, last_day from absence join librarian using (channel, person)
    where centre = ? and last_day >= ? and first_day <= ? and not keeps_desks order by first_day, absence.id"""


class AbsenceRows:
    """The absences inside an open transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, absence: Absence) -> Absence:
        """Stores an absence."""
        (id_,) = self._db.execute(
            "insert into absence (channel, person, first_day, last_day, made_at, keeps_desks)"
            " values (?, ?, ?, ?, ?, ?) returning id",
            (
                *(absence.person.channel, absence.person.id),
                *(absence.days.first.isoformat(), absence.days.last.isoformat(), text(absence.made_at)),
                absence.keeps_desks,
            ),
        ).fetchone()
        return replace(absence, id=AbsenceId(id_))

    def find_absence(self, id_: AbsenceId) -> Absence | None:
        """The absence of that number."""
        return next(map(_absence, self._db.execute(f"{_ABSENCE} where id = ?", (id_,))), None)

    def of_person(self, person: Address, since: date) -> list[Absence]:
        """The person's absences that are not over on that day, the soonest first."""
        sql = f"{_ABSENCE} where channel = ? and person = ? and last_day >= ? order by first_day, id"
        return [_absence(row) for row in self._db.execute(sql, (person.channel, person.id, since.isoformat()))]

    def shorten(self, id_: AbsenceId, last: date) -> None:
        """Ends an absence on an earlier or a later day."""
        self._db.execute("update absence set last_day = ? where id = ?", (last.isoformat(), id_))

    def set_keeps_desks(self, id_: AbsenceId, *, keeps: bool) -> None:
        """Says anew whether as many people are received as without the absence."""
        self._db.execute("update absence set keeps_desks = ? where id = ?", (keeps, id_))

    def remove(self, id_: AbsenceId) -> None:
        """Deletes an absence as if it had never been noted."""
        self._db.execute("delete from absence where id = ?", (id_,))


class CapacityRows:
    """The other numbers of desks inside an open transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, change: CapacityChange) -> CapacityChange:
        """Stores another number of desks for some days."""
        by = change.made_by
        (id_,) = self._db.execute(
            "insert into capacity_change (centre, first_day, last_day, desks, channel, made_by, made_at)"
            " values (?, ?, ?, ?, ?, ?, ?) returning id",
            (
                *(change.centre, change.first.isoformat(), change.last.isoformat(), change.desks),
                *(by and by.channel, by and by.id, text(change.made_at)),
            ),
        ).fetchone()
        return replace(change, id=CapacityChangeId(id_))

    def within(self, centre: CentreId, days: BookableDays) -> list[CapacityChange]:
        """The changes of a centre that hold on some of the days."""
        sql = f"{_CHANGE} where centre = ? and last_day >= ? and first_day <= ? order by first_day, id"
        found = self._db.execute(sql, (centre, days.first.isoformat(), days.last.isoformat()))
        return [_change(row) for row in found]

    def on_days(self, centre: CentreId, days: BookableDays) -> Capacity:
        """What the desks of a centre depend on, on those days."""
        away = self._db.execute(_AWAY, (centre, days.first.isoformat(), days.last.isoformat()))
        (librarians,) = self._db.execute("select count(*) from librarian where centre = ?", (centre,)).fetchone()
        return Capacity(
            self.within(centre, days),
            [LibrarianAway(id_, date.fromisoformat(first), date.fromisoformat(last)) for id_, first, last in away],
            librarians,
        )

    def find_change(self, id_: CapacityChangeId) -> CapacityChange | None:
        """The change of that number."""
        return next(map(_change, self._db.execute(f"{_CHANGE} where id = ?", (id_,))), None)

    def remove(self, id_: CapacityChangeId) -> None:
        """Deletes a change: the desks are as they were."""
        self._db.execute("delete from capacity_change where id = ?", (id_,))


class AbsenceTable:
    """All absences in memory, for duty is asked at each question; read anew after each change."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._all: tuple[Absence, ...] = ()

    async def load(self) -> None:
        """Reads the absences into memory."""
        self._all = await self._database.read(_all)

    def is_away(self, person: Address, day: date) -> bool:
        """Whether the person is away on that day."""
        return any(one.person == person and one.covers(day) for one in self._all)

    def forget(self, person: Address) -> None:
        """Drops a person from memory after their rows were erased."""
        self._all = tuple(one for one in self._all if one.person != person)


def _all(db: sqlite3.Connection) -> tuple[Absence, ...]:
    return tuple(map(_absence, db.execute(f"{_ABSENCE} order by id")))


def _absence(row: tuple[int, str, int, str, str, str, int]) -> Absence:
    id_, channel, person, first, last, made_at, keeps_desks = row
    days = BookableDays(date.fromisoformat(first), date.fromisoformat(last))
    return Absence(AbsenceId(id_), Address(channel, person), days, moment(made_at), bool(keeps_desks))


def _change(row: tuple[int, str, str, str, int, str | None, int | None, str]) -> CapacityChange:
    id_, centre, first, last, desks, channel, made_by, made_at = row
    return CapacityChange(
        id=CapacityChangeId(id_),
        centre=CentreId(centre),
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        desks=desks,
        made_by=Address(channel, made_by) if channel and made_by is not None else None,
        made_at=moment(made_at),
    )
