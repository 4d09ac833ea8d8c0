"""The table of updates set aside: unreadable ones, and those that ended the process again and again."""

from datetime import UTC, datetime

from bot.inbox.update import UpdateKey
from bot.storage.database import Database


class UnparsedUpdateTable:
    """Their kind, their size and the reason, never the words."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, key: UpdateKey, at: datetime, kind: str, size: int, reason: str) -> None:
        """Stores an update set aside; a redelivered one is the same row."""
        sql = "insert or ignore into set_aside (channel, key, at, kind, size, reason) values (?, ?, ?, ?, ?, ?)"
        await self._database.write(lambda db: db.execute(sql, (*key, _text(at), kind, size, reason)))


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat()
