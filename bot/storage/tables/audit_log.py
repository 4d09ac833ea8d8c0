"""The audit log: written inside the transaction of the deed, read by admins, kept for thirty days."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from bot.audit import KEPT, AuditedDeed, AuditEntry
from bot.people import Address
from bot.storage.database import Database
from bot.storage.moments import moment, text


class AuditTable:
    """The audit log inside an open transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, entry: AuditEntry) -> None:
        """Writes the deed down, and ends what is older than is kept."""
        who = (entry.by.channel, entry.by.id) if entry.by else (None, None)
        self._db.execute(
            "insert into audit_entry (at, channel, person, deed, centre, number, day, subject)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(text(entry.at), *who, entry.deed, entry.centre, entry.number),
                *(entry.day and entry.day.isoformat(), entry.subject),
            ),
        )
        self._db.execute("delete from audit_entry where at < ?", (text(entry.at - KEPT),))


class AuditLog:
    """The audit log as admins read it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def note(self, entry: AuditEntry) -> None:
        """Writes down what was done in files, in a transaction of its own."""
        await self._database.write(lambda db: AuditTable(db).add(entry))

    async def latest(self, since: datetime) -> Sequence[AuditEntry]:
        """The entries from a moment on, the newest first; a deed that only another release knows is left out."""
        sql = (
            "select at, channel, person, deed, centre, number, day, subject from audit_entry where at >= ?"
            " order by at desc, id desc"
        )
        rows = await self._database.read(lambda db: db.execute(sql, (text(since),)).fetchall())
        return [_entry(row) for row in rows if row[3] in set(AuditedDeed)]


def _entry(row: tuple[str, str | None, int, str, str, int, str | None, str]) -> AuditEntry:
    at, channel, person, deed, centre, number, day, subject = row
    by = Address(channel, person) if channel else None
    of_day = date.fromisoformat(day) if day else None
    return AuditEntry(moment(at), by, AuditedDeed(deed), centre, number, of_day, subject)
