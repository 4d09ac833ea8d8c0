"""The unit of work of booking in SQLite: its tables together, one transaction at a time."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.booking.unit_of_work import Transaction
from bot.outbox.notice import Notice
from bot.stats.interaction import Pseudonyms
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalRows
from bot.storage.tables import notices
from bot.storage.tables.absences import AbsenceRows, CapacityRows
from bot.storage.tables.audit_log import AuditTable
from bot.storage.tables.bookings import BookingTable, Record, unrecorded
from bot.storage.tables.consultation_log import ConsultationLogTable
from bot.storage.tables.extra_hours import ExtraHoursTable
from bot.storage.tables.requests import RequestTable
from bot.storage.tables.waitlist_closures import ClosureTable, WaitlistTable

R = TypeVar("R")
_UTC = ZoneInfo("UTC")


class OutboxTable:
    """The outbox inside an open transaction: notices are queued or lost together with it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def put(self, promises: Iterable[Notice]) -> None:
        """Queues notices; one already queued stays as it is."""
        notices.put(self._db, promises)

    def waiting(self, prefix: str) -> list[Notice]:
        """The unsent notices whose key begins so, in the order of queuing."""
        return notices.waiting(self._db, prefix)

    def withdraw(self, prefix: str) -> None:
        """Deletes the unsent notices whose key begins so."""
        sql = "delete from outbox where dedupe_key >= ? and dedupe_key < ? and state = 'waiting'"
        self._db.execute(sql, notices.keys_with(prefix))


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one transaction."""

    bookings: BookingTable
    line: WaitlistTable
    closures: ClosureTable
    absences: AbsenceRows
    capacity: CapacityRows
    extra: ExtraHoursTable
    outbox: OutboxTable
    requests: RequestTable
    audit: AuditTable
    log: ConsultationLogTable
    personal_rows: PersonalRows

    @classmethod
    def of(
        cls,
        db: sqlite3.Connection,
        record: Record = unrecorded,
        pseudonyms: Pseudonyms | None = None,
        zone: ZoneInfo = _UTC,
    ) -> "Tables":
        """The tables on one connection."""
        return cls(
            *(BookingTable(db, record=record), WaitlistTable(db), ClosureTable(db), AbsenceRows(db), CapacityRows(db)),
            *(ExtraHoursTable(db), OutboxTable(db), RequestTable(db)),
            AuditTable(db),
            ConsultationLogTable(db, zone),
            PersonalRows(db, pseudonyms),
        )


class SqliteUnitOfWork:
    """Opens transactions on the one database; `record` keeps the figures of each booking written."""

    def __init__(
        self,
        database: Database,
        record: Record = unrecorded,
        pseudonyms: Pseudonyms | None = None,
        zone: ZoneInfo = _UTC,
    ) -> None:
        """`zone` is that of the region, whose days and hours the figures count."""
        self._zone = zone
        self._database = database
        self._record = record
        self._pseudonyms = pseudonyms

    async def write(self, work: Callable[[Transaction], R]) -> R:
        """Runs the function while nobody else writes; an exception rolls back."""
        return await self._database.write(lambda db: work(Tables.of(db, self._record, self._pseudonyms, self._zone)))

    async def read(self, work: Callable[[Transaction], R]) -> R:
        """Runs the function on what was committed."""
        return await self._database.read(lambda db: work(Tables.of(db)))
