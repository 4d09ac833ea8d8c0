"""The tables of district admins and methodists, and of the links by which they come."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from bot.audit import AuditedDeed, AuditEntry
from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice
from bot.people import Address
from bot.staff.appointments import Appointment, AppointmentId, CheckOffer, RoleOffer
from bot.staff.rights import Role
from bot.storage.database import Database
from bot.storage.moments import moment, text
from bot.storage.tables import notices
from bot.storage.tables.audit_log import AuditTable
from bot.storage.tables.requests import keep_link_made

R = TypeVar("R")
Rows = tuple[Appointment, ...]
_SELECT = "select id, channel, person, name, role, district, since from appointment"
_TAKE = (
    "insert into appointment (channel, person, name, role, district, since) values (?, ?, ?, ?, ?, ?)"
    " on conflict (channel, person, role, district) do update set name = excluded.name"
    " returning id, channel, person, name, role, district, since"
)


class AppointmentTable:
    """All appointments in memory, for rights are asked at each press; each change is on disk before it is true."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.all: Rows = ()

    async def load(self) -> None:
        """Reads the appointments into memory."""
        self.all = await self._database.read(_all)

    def of(self, person: Address) -> Rows:
        """The roles of one person."""
        return tuple(one for one in self.all if one.person == person)

    async def offer(
        self, offer: RoleOffer, promised: Iterable[Notice], at: datetime, request: RequestKey | None
    ) -> None:
        """Stores the offer of a role. Raises LinkMadeBeforeError where the request has made one."""
        sql = "insert into role_offer (hash, role, district, channel, made_by, expires_at) values (?, ?, ?, ?, ?, ?)"
        by = (offer.made_by.channel, offer.made_by.id)

        def store(db: sqlite3.Connection) -> None:
            keep_link_made(db, request, at)
            db.execute(sql, (offer.hash, offer.role, offer.district, *by, text(offer.expires_at)))
            notices.put(db, promised)
            AuditTable(db).add(AuditEntry(at, offer.made_by, AuditedDeed.ROLE_OFFERED))

        await self._database.write(store)

    async def take(self, hash_: str, person: Address, name: str, at: datetime, check: CheckOffer) -> Appointment:
        """Uses the offer up, unless `check` raises, and writes the person down; twice in one role is once."""
        return await self._change(lambda db: _take(db, hash_, person, name, at, check))

    async def end(
        self, id_: AppointmentId, promises: Callable[[Appointment], Iterable[Notice]], by: Address, at: datetime
    ) -> Appointment | None:
        """The appointment that was ended, or None where there is none of that number."""
        return await self._change(lambda db: _end(db, id_, promises, by, at))

    def forget(self, person: Address) -> None:
        """Drops a person from memory after their rows were erased."""
        self.all = tuple(one for one in self.all if one.person != person)

    async def _change(self, work: Callable[[sqlite3.Connection], R]) -> R:
        # The rows are read in the same transaction: memory follows the disk in the order of the commits.
        result, self.all = await self._database.write(lambda db: (work(db), _all(db)))
        return result


def _all(db: sqlite3.Connection) -> Rows:
    return tuple(map(_appointment, db.execute(f"{_SELECT} order by id")))


def _appointment(row: tuple[int, str, int, str, str, str, str]) -> Appointment:
    id_, channel, person, name, role, district, since = row
    return Appointment(AppointmentId(id_), Address(channel, person), name, Role(role), district, moment(since))


def _take(
    db: sqlite3.Connection, hash_: str, person: Address, name: str, at: datetime, check: CheckOffer
) -> Appointment:
    offer, promised = check(_offer(db, hash_))
    db.execute("update role_offer set used_at = ? where hash = ?", (text(at), hash_))
    values = (person.channel, person.id, name, offer.role, offer.district, text(at))
    row = db.execute(_TAKE, values).fetchone()
    notices.put(db, promised)
    AuditTable(db).add(AuditEntry(at, person, AuditedDeed.ROLE_TAKEN))
    return _appointment(row)


def _offer(db: sqlite3.Connection, hash_: str) -> RoleOffer | None:
    row = db.execute(
        "select role, district, channel, made_by, expires_at, used_at from role_offer where hash = ?", (hash_,)
    ).fetchone()
    if row is None:
        return None
    role, district, channel, made_by, expires_at, used_at = row
    return RoleOffer(hash_, Role(role), district, Address(channel, made_by), moment(expires_at), used_at is not None)


def _end(
    db: sqlite3.Connection,
    id_: AppointmentId,
    promises: Callable[[Appointment], Iterable[Notice]],
    by: Address,
    at: datetime,
) -> Appointment | None:
    ended = next((one for one in _all(db) if one.id == id_), None)
    if ended:
        db.execute("delete from appointment where id = ?", (id_,))
        notices.put(db, promises(ended))
        AuditTable(db).add(AuditEntry(at, by, AuditedDeed.ROLE_ENDED))
    return ended
