"""The tables of librarians and of their invitations."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from bot.audit import AuditedDeed, AuditEntry
from bot.centres.centre import CentreId
from bot.inbox.request_key import RequestKey
from bot.outbox.notice import Notice
from bot.people import Address
from bot.staff.invitations import Check, Invitation
from bot.staff.rights import Role
from bot.staff.roster import Member, MemberId
from bot.storage.database import Database
from bot.storage.tables import notices
from bot.storage.tables.audit_log import AuditTable
from bot.storage.tables.requests import keep_link_made

R = TypeVar("R")
Rows = tuple[Member, ...]


class StaffStore:
    """All librarians in memory, for rights are asked at each press; each change is on disk before it is true."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._all: Rows = ()
        self._of: dict[Address, Rows] = {}

    async def load(self) -> None:
        """Reads the librarians into memory."""
        self._keep(await self._database.read(_all))

    @property
    def all(self) -> tuple[Member, ...]:
        """Every librarian at every centre, in the order of joining."""
        return self._all

    def members_of(self, person: Address) -> tuple[Member, ...]:
        """The person at each of their centres."""
        return self._of.get(person, ())

    def centres_of(self, person: Address) -> tuple[CentreId, ...]:
        """The centres where the person is a librarian, in the order of joining."""
        return tuple(member.centre for member in self.members_of(person))

    async def invite(self, invitation: Invitation, at: datetime, request: RequestKey | None) -> None:
        """Stores an invitation of an admin. Raises LinkMadeBeforeError where the request has made one."""
        await self._database.write(lambda db: _invite(db, invitation, at, request))

    async def join(self, hash_: str, person: Address, name: str, at: datetime, check: Check) -> Member:
        """Uses the invitation up, unless `check` raises, and writes the librarian down."""
        return await self._change(lambda db: _join(db, hash_, person, name, at, check))

    async def remove(
        self, id_: MemberId, promises: Callable[[Member], Iterable[Notice]], by: Address, at: datetime
    ) -> Member | None:
        """The librarian who was taken off, or None where nobody of that number is left."""
        return await self._change(lambda db: _remove(db, id_, promises, by, at))

    async def set_duty(self, person: Address, at: datetime, *, on: bool) -> None:
        """Stores whether citizens' questions reach the person, at all of their centres."""
        await self._change(lambda db: _set_duty(db, person, at, on=on))

    def forget(self, person: Address) -> None:
        """Drops a person from memory after their rows were erased."""
        self._keep(tuple(member for member in self._all if member.person != person))

    async def _change(self, work: Callable[[sqlite3.Connection], R]) -> R:
        # The rows are read in the same transaction: memory follows the disk in the order of the commits.
        result, rows = await self._database.write(lambda db: (work(db), _all(db)))
        self._keep(rows)
        return result

    def _keep(self, rows: Rows) -> None:
        self._all = rows
        people = dict.fromkeys(member.person for member in rows)
        self._of = {person: tuple(one for one in rows if one.person == person) for person in people}


def _all(db: sqlite3.Connection) -> Rows:
    rows = db.execute("select id, channel, person, name, centre, since, role, on_duty from librarian order by id")
    return tuple(map(_member, rows))


def _member(row: tuple[int, str, int, str, str, str, str, int]) -> Member:
    id_, channel, person, name, centre, since, role, on_duty = row
    return Member(
        id=MemberId(id_),
        person=Address(channel, person),
        name=name,
        centre=CentreId(centre),
        since=datetime.fromisoformat(since),
        role=Role(role),
        on_duty=bool(on_duty),
    )


def _set_duty(db: sqlite3.Connection, person: Address, at: datetime, *, on: bool) -> None:
    sql = "update librarian set on_duty = ? where channel = ? and person = ? and on_duty <> ? returning centre"
    deed = AuditedDeed.DUTY_BEGUN if on else AuditedDeed.DUTY_ENDED
    for (centre,) in db.execute(sql, (int(on), person.channel, person.id, int(on))).fetchall():
        AuditTable(db).add(AuditEntry(at, person, deed, centre))


def _invite(db: sqlite3.Connection, one: Invitation, at: datetime, request: RequestKey | None) -> None:
    keep_link_made(db, request, at)
    db.execute(
        "insert into invitation (hash, centre, role, channel, made_by, expires_at) values (?, ?, ?, ?, ?, ?)",
        (one.hash, one.centre, one.role, one.made_by.channel, one.made_by.id, one.expires_at.isoformat()),
    )
    AuditTable(db).add(AuditEntry(at, one.made_by, AuditedDeed.LIBRARIAN_INVITED, one.centre))


def _join(db: sqlite3.Connection, hash_: str, person: Address, name: str, at: datetime, check: Check) -> Member:
    centres = db.execute("select centre from librarian where channel = ? and person = ?", (person.channel, person.id))
    invitation, promise = check(_invitation(db, hash_), tuple(CentreId(centre) for (centre,) in centres.fetchall()))
    db.execute("update invitation set used_at = ? where hash = ?", (at.isoformat(), hash_))
    (id_,) = db.execute(
        "insert into librarian (channel, person, name, centre, role, since) values (?, ?, ?, ?, ?, ?) returning id",
        (person.channel, person.id, name, invitation.centre, invitation.role, at.isoformat()),
    ).fetchone()
    notices.put(db, [promise])
    AuditTable(db).add(AuditEntry(at, person, AuditedDeed.LIBRARIAN_JOINED, invitation.centre))
    return Member(id_, person, name, invitation.centre, at, invitation.role)


def _invitation(db: sqlite3.Connection, hash_: str) -> Invitation | None:
    row = db.execute(
        "select centre, channel, made_by, expires_at, role, used_at from invitation where hash = ?", (hash_,)
    ).fetchone()
    if row is None:
        return None
    centre, channel, made_by, expires_at, role, used_at = row
    until = datetime.fromisoformat(expires_at)
    return Invitation(hash_, CentreId(centre), Address(channel, made_by), until, Role(role), used_at is not None)


def _remove(
    db: sqlite3.Connection,
    id_: MemberId,
    promises: Callable[[Member], Iterable[Notice]],
    by: Address,
    at: datetime,
) -> Member | None:
    removed = next((member for member in _all(db) if member.id == id_), None)
    if removed:
        db.execute("delete from librarian where id = ?", (id_,))
        notices.put(db, promises(removed))
        AuditTable(db).add(AuditEntry(at, by, AuditedDeed.LIBRARIAN_LEFT, removed.centre, removed.id))
    return removed
