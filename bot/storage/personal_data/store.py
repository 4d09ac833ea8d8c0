"""Erases what is kept of a person, shows it to him, and ends what is too old: all by the list of tables."""

import secrets
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.people import Address
from bot.privacy.own_data import OwnRows
from bot.stats.interaction import Pseudonyms
from bot.storage.database import Database
from bot.storage.personal_data.personal_columns import TABLES
from bot.storage.personal_data.table import Eraser, PersonalTable


class PersonalRows:
    """A person's rows of all tables inside an open transaction."""

    def __init__(self, db: sqlite3.Connection, pseudonyms: Pseudonyms | None = None) -> None:
        """Without pseudonyms nobody is counted, so nobody is looked for in the figures."""
        self._db = db
        self._pseudonyms = pseudonyms

    def erase(self, person: Address) -> None:
        """Leaves nothing by which the person could be known; what belongs to others and the figures stay."""
        found = self._found(person) | {"stranger": f"forgotten-{secrets.token_hex(8)}"}
        for table, eraser in _erasers():
            if eraser.instead != {}:
                self._db.execute(f"{_emptied(table.name, eraser.instead)} where {eraser.whose}", found)

    def of(self, person: Address) -> OwnRows:
        """What may be shown to the person, by sections; a section without a row is there too."""
        return {eraser.section: self._shown(table, eraser, person) for table, eraser in _erasers()}

    def _shown(self, table: PersonalTable, eraser: Eraser, person: Address) -> list[Mapping[str, object]]:
        names = eraser.shown.split()
        sql = f"select {', '.join(names)} from {table.name} where {eraser.whose} order by 1"  # noqa: S608 - constants of the list
        return [dict(zip(names, row, strict=True)) for row in self._db.execute(sql, self._found(person))]

    def _found(self, person: Address) -> dict[str, object]:
        name = self._pseudonyms.pseudonym_for(person) if self._pseudonyms else None
        return {"channel": person.channel, "person": person.id, "name": name}


class PersonalDataStore:
    """The same for those who have no transaction open."""

    def __init__(self, database: Database, pseudonyms: Pseudonyms | None = None) -> None:
        self._database = database
        self._pseudonyms = pseudonyms

    async def erase(self, person: Address) -> None:
        """Erases the person in one transaction."""
        await self._database.write(lambda db: PersonalRows(db, self._pseudonyms).erase(person))

    async def of(self, person: Address) -> OwnRows:
        """What is kept of the person as of one moment."""
        return await self._database.read(lambda db: _as_of_one_moment(db, PersonalRows(db, self._pseudonyms), person))

    async def end(self, before: datetime, settled_before: datetime) -> None:
        """Ends what people have left before a moment, and what was settled before another."""
        await self._database.write(lambda db: _end(db, before, settled_before))


def _erasers() -> list[tuple[PersonalTable, Eraser]]:
    return [(table, eraser) for table in TABLES for eraser in table.erasers]


def _as_of_one_moment(db: sqlite3.Connection, rows: PersonalRows, person: Address) -> OwnRows:
    db.execute("begin")
    try:
        return rows.of(person)
    finally:
        db.execute("commit")


def _end(db: sqlite3.Connection, before: datetime, settled_before: datetime) -> None:
    # Times are compared as text, so all of them stand in one zone.
    moments = {
        "before": before.astimezone(UTC).isoformat(),
        "day": before.date().isoformat(),
        "settled_before": settled_before.astimezone(UTC).isoformat(),
    }
    for table in TABLES:
        for ending in table.endings:
            db.execute(f"{_emptied(table.name, ending.instead)} where {ending.over}", moments)


def _emptied(table: str, instead: Mapping[str, str] | None) -> str:
    if instead is None:
        return f"delete from {table}"  # noqa: S608 - a constant of the list
    return f"update {table} set {', '.join(f'{column} = {value}' for column, value in instead.items())}"  # noqa: S608 - as above
