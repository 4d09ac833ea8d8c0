"""The log of contacts and the opinions on answers."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from bot.stats.contact import Contact
from bot.storage.database import Database


class ContactStore:
    """Rows for the figures."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, contacts: Sequence[Contact]) -> None:
        """Writes a batch in one transaction."""
        rows = [(c.at.isoformat(), c.channel, c.kind, c.person, c.article, c.detail) for c in contacts]
        sql = "insert into contact (at, channel, kind, person, article, detail) values (?, ?, ?, ?, ?, ?)"
        await self._database.write(lambda db: db.executemany(sql, rows))

    async def rate(self, person: str, article: str, at: datetime, *, helped: bool) -> bool:
        """Keeps the opinion of the day; whether it is new or changed."""
        return await self._database.write(lambda db: _rate(db, (person, article, at.date().isoformat(), helped)))


def _rate(db: sqlite3.Connection, row: tuple[str, str, str, bool]) -> bool:
    changed = db.execute(
        "insert into opinion (person, article, day, helped) values (?, ?, ?, ?)"
        " on conflict (person, article, day) do update set helped = excluded.helped where helped <> excluded.helped",
        row,
    ).rowcount
    return changed > 0
