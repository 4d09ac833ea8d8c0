"""The table of people: their settings, and whether they can be reached."""

import sqlite3
from datetime import datetime

from bot.people import Address, Reminders
from bot.storage.database import Database


class PeopleStore:
    """The settings of people; read at every message, so the few listeners are kept in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listeners: set[Address] | None = None  # None until the first look

    async def reads_aloud(self, person: Address) -> bool:
        """Whether messages to this person are read aloud by a machine."""
        if self._listeners is None:
            self._listeners = await self._database.read(_all_listeners)
        return person in self._listeners

    async def set_reading_aloud(self, person: Address, *, on: bool) -> None:
        """Stores whether this person wants screen-reader mode."""
        sql = (
            "insert into person (channel, id, reading_aloud) values (?, ?, ?)"
            " on conflict (channel, id) do update set reading_aloud = excluded.reading_aloud"
        )
        await self._database.write(lambda db: db.execute(sql, (person.channel, person.id, int(on))))
        if self._listeners is not None:
            (self._listeners.add if on else self._listeners.discard)(person)

    async def reminders(self, person: Address) -> Reminders:
        """Which reminders this person wants: both, unless set otherwise."""
        row = await self._database.read(lambda db: _reminders(db, person))
        return Reminders(*map(bool, row)) if row else Reminders()

    async def set_reminders(self, person: Address, wish: Reminders) -> None:
        """Stores which reminders this person wants."""
        sql = (
            "insert into person (channel, id, reminder_eve, reminder_soon) values (?, ?, ?, ?)"
            " on conflict (channel, id) do update set reminder_eve = excluded.reminder_eve,"
            " reminder_soon = excluded.reminder_soon"
        )
        row = (person.channel, person.id, int(wish.eve), int(wish.soon))
        await self._database.write(lambda db: db.execute(sql, row))

    async def reachable(self, person: Address) -> bool:
        """Whether messages reach this person, who has not stopped the bot."""
        sql = "select 1 from person where channel = ? and id = ? and unreachable_since is not null"
        row = await self._database.read(lambda db: db.execute(sql, (person.channel, person.id)).fetchone())
        return row is None

    async def set_reachable(self, person: Address, *, since: datetime | None) -> None:
        """Stores the moment the person stopped the bot; None when they are back."""
        sql = (
            "insert into person (channel, id, unreachable_since) values (?, ?, ?)"
            " on conflict (channel, id) do update set unreachable_since = excluded.unreachable_since"
        )
        row = (person.channel, person.id, since.isoformat() if since else None)
        await self._database.write(lambda db: db.execute(sql, row))

    def forget(self, person: Address) -> None:
        """Drops a person from memory after their rows were erased."""
        if self._listeners is not None:
            self._listeners.discard(person)


def _all_listeners(db: sqlite3.Connection) -> set[Address]:
    return {Address(*row) for row in db.execute("select channel, id from person where reading_aloud = 1")}


def _reminders(db: sqlite3.Connection, person: Address) -> tuple[int, int] | None:
    sql = "select reminder_eve, reminder_soon from person where channel = ? and id = ?"
    row: tuple[int, int] | None = db.execute(sql, (person.channel, person.id)).fetchone()
    return row
