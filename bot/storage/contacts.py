"""The log of contacts and the opinions on answers; triggers of the schema keep the sums of both."""

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple
from datetime import date, datetime

from bot.stats.contact import Contact, Visit
from bot.storage.bookings import text
from bot.storage.database import Database

_ADD = (
    "insert into contact (at, day, hour, channel, kind, person, first, centre, topic, article, detail,"
    " booking, state, outcome, minutes, lead_days, rating) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NO_VISIT = (None,) * 6


class ContactStore:
    """Rows for the figures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, contacts: Sequence[Contact]) -> None:
        """Writes a batch in one transaction."""
        await self._database.write(lambda db: _add_all(db, contacts))

    async def rate(self, person: str, article: str, at: datetime, *, helped: bool) -> bool:
        """Keeps the opinion of the day; whether it is new or changed."""
        return await self._database.write(lambda db: rate(db, person, article, at, helped=helped))

    async def sweep(self, before: datetime) -> None:
        """Drops the rows of the days before a moment; their sums stay, and nothing is added to such days any more."""
        await self._database.write(lambda db: close_days(db, before.date()))


def add(db: sqlite3.Connection, contact: Contact, visit: Visit | None = None) -> None:
    """Writes one row, inside a transaction."""
    day, at = contact.at.date().isoformat(), text(contact.at)
    person, first = _known(db, contact.person, day) if contact.person else (None, None)
    where = (contact.centre, contact.topic, contact.article, contact.detail)
    more = astuple(visit) if visit else _NO_VISIT
    db.execute(_ADD, (at, day, contact.at.hour, contact.channel, contact.kind, person, first, *where, *more))


def rate(db: sqlite3.Connection, person: str, article: str, at: datetime, *, helped: bool) -> bool:
    """Keeps the opinion of the day, inside a transaction; whether it is new or changed."""
    changed = db.execute(
        "insert into opinion (person, article, day, helped) values (?, ?, ?, ?)"
        " on conflict (person, article, day) do update set helped = excluded.helped where helped <> excluded.helped",
        (person, article, at.date().isoformat(), helped),
    ).rowcount
    return changed > 0


def close_days(db: sqlite3.Connection, before: date) -> None:
    """Drops the rows of the days before one, inside a transaction; their sums are final."""
    day = (before.isoformat(),)
    db.execute("update figures_closed set before = max(before, ?)", day)
    db.execute("delete from contact where day < ?", day)
    db.execute("delete from opinion where day < ?", day)


def _add_all(db: sqlite3.Connection, contacts: Sequence[Contact]) -> None:
    for contact in contacts:
        add(db, contact)


def _known(db: sqlite3.Connection, name: str, day: str) -> tuple[int, bool]:
    """The person's number, and whether he is new."""
    if known := db.execute("select id, since from pseudonym where name = ?", (name,)).fetchone():
        if day < known[1]:  # rows come nearly in order: the last minute before midnight may be written after it
            db.execute("update pseudonym set since = ? where id = ?", (day, known[0]))
        return known[0], False
    new = db.execute("insert into pseudonym (name, since) values (?, ?) returning id", (name, day)).fetchone()
    return new[0], True
