"""Questions without an answer, and updates that could not be read."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from bot.faq.unanswered import UnansweredQuestion
from bot.storage.database import Database


class UnansweredTable:
    """The editors' list of work: what people asked in vain, masked, with how often."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, gaps: Sequence[UnansweredQuestion]) -> None:
        """Counts the questions; the same words are one row."""
        sql = (
            "insert into gap (text, decision, first_at, last_at) values (?, ?, ?, ?)"
            " on conflict (text) do update"
            " set times = times + 1, last_at = excluded.last_at, decision = excluded.decision"
        )
        rows = [(gap.text, gap.decision, gap.at.isoformat(), gap.at.isoformat()) for gap in gaps]
        await self._database.write(lambda db: db.executemany(sql, rows))

    async def most_asked(self, limit: int) -> Sequence[tuple[str, int]]:
        """The questions asked most often, with how often."""
        return await self._database.read(lambda db: _most_asked(db, limit))

    async def drop(self, text: str) -> None:
        """Deletes a question that has found its answer."""
        await self._database.write(lambda db: db.execute("delete from gap where text = ?", (text,)))

    async def sweep(self, before: datetime) -> None:
        """Deletes questions last asked before a moment."""
        await self._database.write(lambda db: db.execute("delete from gap where last_at < ?", (before.isoformat(),)))


class UnparsedUpdateTable:
    """Updates the bot could not read: their kind and the reason, never the words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, update_id: int, at: datetime, kind: str, reason: str) -> None:
        """Stores an unparsed update; a redelivered one is the same row."""
        sql = "insert or ignore into set_aside (update_id, at, kind, reason) values (?, ?, ?, ?)"
        await self._database.write(lambda db: db.execute(sql, (update_id, at.isoformat(), kind, reason)))


def _most_asked(db: sqlite3.Connection, limit: int) -> list[tuple[str, int]]:
    return db.execute(
        "select text, times from gap order by decision = 'suggest', times desc, last_at desc limit ?", (limit,)
    ).fetchall()
