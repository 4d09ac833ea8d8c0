"""The table of questions that the FAQ had no answer to."""

import sqlite3
from collections.abc import Sequence

from bot.faq.unanswered import UnansweredQuestion
from bot.storage.database import Database


class UnansweredTable:
    """The editors' list of work: what people asked in vain, masked, with how often.

    A row is one person's, so that it can be erased; editors see the words of all together.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, gaps: Sequence[UnansweredQuestion]) -> None:
        """Counts the questions; the same words of a person are one row."""
        sql = (
            "insert into gap (text, person, decision, first_at, last_at) values (?, ?, ?, ?, ?)"
            " on conflict (text, person) do update"
            " set times = times + 1, last_at = excluded.last_at, decision = excluded.decision"
        )
        rows = [(gap.text, gap.person, gap.decision, gap.at.isoformat(), gap.at.isoformat()) for gap in gaps]
        await self._database.write(lambda db: db.executemany(sql, rows))

    async def most_asked(self, limit: int) -> Sequence[tuple[str, int]]:
        """The questions asked most often, with how often."""
        return await self._database.read(lambda db: _most_asked(db, limit))

    async def drop(self, text: str) -> None:
        """Deletes a question that has found its answer."""
        await self._database.write(lambda db: db.execute("delete from gap where text = ?", (text,)))


def _most_asked(db: sqlite3.Connection, limit: int) -> list[tuple[str, int]]:
    return db.execute(
        "select text, asked from (select text, sum(times) as asked, decision, max(last_at) as last"
        " from gap group by text)"
        " order by decision = 'suggest', asked desc, last desc limit ?",  # the decision is that of the last row
        (limit,),
    ).fetchall()
