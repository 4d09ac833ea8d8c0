"""The table of card edits that librarians reported."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.audit import AuditedDeed, AuditEntry
from bot.centres.card_edits import CardPart
from bot.centres.centre import CentreId
from bot.outbox.notice import Notice
from bot.people import Address
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId
from bot.storage.database import Database
from bot.storage.tables import notices
from bot.storage.tables.audit_log import AuditTable

Promises = Callable[[CardEdit], Iterable[Notice]]
_DEEDS = {
    CardEditStage.SENT: AuditedDeed.CARD_EDIT_SENT,
    CardEditStage.TAKEN: AuditedDeed.CARD_EDIT_TAKEN,
    CardEditStage.REFUSED: AuditedDeed.CARD_EDIT_REFUSED,
}


class CardEditTable:
    """The centre_change table; a step and the notices about it are written together."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, draft: CardEdit) -> CardEdit:
        """The draft with its number; an author has one draft of a part of a card, the latest."""
        return await self._database.write(lambda db: _add(db, draft))

    async def find_edit(self, id_: ChangeId) -> CardEdit | None:
        """The card edit of that number."""
        return await self._database.read(lambda db: _find(db, id_))

    async def waiting(self) -> list[CardEdit]:
        """The edits that wait for an admin, the oldest first."""
        return await self._database.read(lambda db: _select(db, "stage = 'sent' order by at, id"))

    async def accepted_after(self, change: CardEdit) -> datetime | None:
        """When another edit of the same part was last accepted after this one was written; None where none was."""
        return await self._database.read(lambda db: _accepted_after(db, change))

    async def move(self, change: CardEdit, to: CardEditStage, by: Address, at: datetime, promises: Promises) -> bool:
        """Moves the edit to the next stage; False where it had left its stage before."""
        return await self._database.write(lambda db: _move(db, change, to, by, at, promises))


def _add(db: sqlite3.Connection, draft: CardEdit) -> CardEdit:
    who = (draft.author.channel, draft.author.id) if draft.author else (None, None)
    db.execute(
        "delete from centre_change where stage = 'draft' and channel = ? and author = ? and centre = ? and part = ?",
        (*who, draft.centre, draft.part),
    )
    (id_,) = db.execute(
        "insert into centre_change (centre, part, words, fields, channel, author, at) values (?, ?, ?, ?, ?, ?, ?)"
        " returning id",
        (draft.centre, draft.part, draft.words, json.dumps(draft.fields), *who, draft.at.isoformat()),
    ).fetchone()
    return replace(draft, id=ChangeId(id_))


def _find(db: sqlite3.Connection, id_: ChangeId) -> CardEdit | None:
    found = _select(db, "id = ?", id_)
    return found[0] if found else None


def _select(db: sqlite3.Connection, where: str, *values: object) -> list[CardEdit]:
    sql = f"select id, centre, part, words, fields, channel, author, at, stage from centre_change where {where}"  # noqa: S608 - constants of this file
    return [_edit(row) for row in db.execute(sql, values)]


def _edit(row: tuple[Any, ...]) -> CardEdit:
    id_, centre, part, words, fields, channel, author, at, stage = row
    by = Address(channel, author) if channel else None
    moment = datetime.fromisoformat(at)
    return CardEdit(
        *(ChangeId(id_), CentreId(centre), CardPart(part), words, json.loads(fields), by, moment, CardEditStage(stage))
    )


def _accepted_after(db: sqlite3.Connection, change: CardEdit) -> datetime | None:
    (found,) = db.execute(
        "select max(decided_at) from centre_change where centre = ? and part = ? and stage = 'taken' and id <> ?"
        " and decided_at > ?",
        (change.centre, change.part, change.id, change.at.isoformat()),
    ).fetchone()
    return datetime.fromisoformat(found) if found else None


def _move(
    db: sqlite3.Connection, change: CardEdit, to: CardEditStage, by: Address, at: datetime, promises: Promises
) -> bool:
    decided = (by.channel, by.id, at.isoformat()) if to is not CardEditStage.SENT else (None,) * 3
    moved = db.execute(
        "update centre_change set stage = ?, decided_channel = ?, decided_by = ?, decided_at = ?"
        " where id = ? and stage = ?",
        (to, *decided, change.id, change.stage),
    ).rowcount
    if moved:
        notices.put(db, promises(change))
        AuditTable(db).add(AuditEntry(at, by, _DEEDS[to], change.centre, change.id))
    return bool(moved)
