"""The outbox as an admin sees it: what is due, and failed notices that wait for a decision."""

import sqlite3
from datetime import UTC, datetime

from bot.maintenance.status import FailedNotice, OutboxStatus, UnreadUpdates
from bot.outbox.notice import NoticeId
from bot.storage.database import Database


class OutboxStatusTable:
    """Counts the outbox; only failed notices can be changed here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def outbox_status(self, now: datetime, shown: int) -> OutboxStatus:
        """The state of the outbox now, with the newest few failed notices."""
        return await self._database.read(lambda db: _debts(db, now.astimezone(UTC).isoformat(), shown))

    async def retry(self, notice: NoticeId, now: datetime) -> bool:
        """Makes a failed notice due now; False where it is no longer failed."""
        sql = (
            "update outbox set state = 'waiting', due_at = ?, attempts = 0, settled_at = null"
            " where id = ? and state = 'set_aside'"
        )
        row = (now.astimezone(UTC).isoformat(), notice)
        return await self._database.write(lambda db: db.execute(sql, row).rowcount) > 0

    async def discard(self, notice: NoticeId) -> bool:
        """Discards a failed notice for good; False where it is no longer failed."""
        sql = "update outbox set state = 'outlived', payload = '{}' where id = ? and state = 'set_aside'"
        return await self._database.write(lambda db: db.execute(sql, (notice,)).rowcount) > 0


def _debts(db: sqlite3.Connection, now: str, shown: int) -> OutboxStatus:
    (waiting,) = db.execute("select count(*) from outbox where state = 'waiting'").fetchone()
    due, oldest = db.execute(
        "select count(*), min(due_at) from outbox where state = 'waiting' and due_at <= ?", (now,)
    ).fetchone()
    (aside,) = db.execute("select count(*) from outbox where state = 'set_aside'").fetchone()
    (unreachable,) = db.execute("select count(*) from person where unreachable_since is not null").fetchone()
    rows = db.execute(
        "select id, kind, coalesce(reason, ''), settled_at from outbox where state = 'set_aside'"
        " order by settled_at desc, id desc limit ?",
        (shown,),
    )
    return OutboxStatus(
        waiting=waiting,
        due=due,
        oldest_due=datetime.fromisoformat(oldest) if oldest else None,
        set_aside=tuple(
            FailedNotice(NoticeId(id_), kind, reason, datetime.fromisoformat(at)) for id_, kind, reason, at in rows
        ),
        set_aside_in_all=aside,
        unreachable=unreachable,
        unread=_unread(db),
    )


def _unread(db: sqlite3.Connection) -> UnreadUpdates | None:
    """What was set aside; what is older than a month was swept."""
    row = db.execute(
        "select count(*) over (), kind, size, reason from set_aside order by at desc, key desc limit 1"
    ).fetchone()
    return UnreadUpdates(*row) if row else None
