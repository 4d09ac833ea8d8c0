"""The table of people: their settings, whether they can be reached, and erasing them."""

import secrets
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime

from bot.people import Address, Reminders
from bot.storage.database import Database
from bot.storage.tables.inbox import forget_updates


class PeopleStore:
    """The settings of people; read at every message, so the few listeners are kept in memory."""

    def __init__(self, database: Database, remembered: Iterable[Callable[[Address], None]] = ()) -> None:
        """`remembered` are the stores that must drop a person from memory when they are forgotten."""
        self._database = database
        self._remembered = tuple(remembered)
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

    async def forget(self, person: Address, pseudonym: str) -> None:
        """Erases the person; the figures stay right, for a throw-away name takes the place of the pseudonym."""
        await self._database.write(lambda db: _forget(db, person, pseudonym))
        if self._listeners is not None:
            self._listeners.discard(person)
        for drop in self._remembered:
            drop(person)


def _all_listeners(db: sqlite3.Connection) -> set[Address]:
    return {Address(*row) for row in db.execute("select channel, id from person where reading_aloud = 1")}


def _reminders(db: sqlite3.Connection, person: Address) -> tuple[int, int] | None:
    sql = "select reminder_eve, reminder_soon from person where channel = ? and id = ?"
    row: tuple[int, int] | None = db.execute(sql, (person.channel, person.id)).fetchone()
    return row


def _forget(db: sqlite3.Connection, person: Address, pseudonym: str) -> None:
    who = (person.channel, person.id)
    stranger = f"forgotten-{secrets.token_hex(8)}"
    db.execute("delete from person where channel = ? and id = ?", who)
    db.execute("delete from awaited where channel = ? and person = ?", who)
    db.execute("delete from request where channel = ? and person = ?", who)
    db.execute("delete from question where channel = ? and citizen = ?", who)
    db.execute("delete from librarian where channel = ? and person = ?", who)
    db.execute("delete from centre_change where stage = 'draft' and channel = ? and author = ?", who)
    db.execute("update centre_change set channel = null, author = null where channel = ? and author = ?", who)
    db.execute("delete from outbox where channel = ? and recipient = ?", who)
    forget_updates(db, *who)
    db.execute("update pseudonym set name = ? where name = ?", (stranger, pseudonym))
    db.execute("update opinion set person = ? where person = ?", (stranger, pseudonym))
