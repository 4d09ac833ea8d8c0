"""The table of important messages that stand above answers."""

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.audit import AuditedDeed, AuditEntry
from bot.banner.banner import Banner, BannerId, BannerState, Promises
from bot.people import Address
from bot.storage.database import Database
from bot.storage.moments import moment, text
from bot.storage.tables import notices
from bot.storage.tables.audit_log import AuditTable

_COLUMNS = "id, text, until, channel, author, at, scope, name, state"


class BannerTable:
    """Those shown are in memory, for each answer asks; each change is on disk before it is true."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._shown: tuple[Banner, ...] = ()

    async def load(self) -> None:
        """Reads the messages that are shown into memory."""
        self._shown = await self._database.read(_shown)

    @property
    def shown(self) -> Sequence[Banner]:
        """Those in the state of being shown, also where the end has passed."""
        return self._shown

    def forget(self, person: Address) -> None:
        """Drops the name of an erased author from memory."""
        self._shown = tuple(replace(one, author=None, name="") if one.author == person else one for one in self._shown)

    async def draft(self, draft: Banner) -> Banner:
        """The draft with its number; an author has one draft, the latest."""
        return await self._database.write(lambda db: _draft(db, draft))

    async def find_banner(self, id_: BannerId) -> Banner | None:
        """The message of that number."""
        return await self._database.read(lambda db: _find(db, id_))

    async def show(self, banner: Banner, ended: Collection[BannerId], promises: Promises) -> bool:
        """Shows the draft in place of those that ended; False where others are shown there, or it is no draft."""
        try:
            done = await self._database.write(lambda db: _show(db, banner, ended, promises))
        except sqlite3.IntegrityError:  # one_banner_above_the_same_answers
            done = False
        await self.load()
        return done

    async def remove(self, banner: Banner, by: Address, at: datetime, promises: Promises) -> bool:
        """Removes the message; False where it was not shown any more."""
        done = await self._database.write(lambda db: _remove(db, banner, by, at, promises))
        await self.load()
        return done


def _draft(db: sqlite3.Connection, draft: Banner) -> Banner:
    who = (draft.author.channel, draft.author.id) if draft.author else (None, None)
    db.execute("delete from banner where state = 'draft' and channel = ? and author = ?", who)
    (id_,) = db.execute(
        "insert into banner (text, until, channel, author, at, scope) values (?, ?, ?, ?, ?, ?) returning id",
        (draft.text, text(draft.until), *who, text(draft.at), draft.scope),
    ).fetchone()
    return replace(draft, id=BannerId(id_))


def _find(db: sqlite3.Connection, id_: BannerId) -> Banner | None:
    row = db.execute(f"select {_COLUMNS} from banner where id = ?", (id_,)).fetchone()  # noqa: S608 - a constant
    return _banner(row) if row else None


def _shown(db: sqlite3.Connection) -> tuple[Banner, ...]:
    rows = db.execute(f"select {_COLUMNS} from banner where state = 'shown'")  # noqa: S608 - a constant
    return tuple(map(_banner, rows))


def _show(db: sqlite3.Connection, banner: Banner, ended: Collection[BannerId], promises: Promises) -> bool:
    db.executemany("update banner set state = 'replaced' where id = ? and state = 'shown'", [(one,) for one in ended])
    shown = db.execute(
        "update banner set state = 'shown', scope = ?, name = ?, at = ? where id = ? and state = 'draft'",
        (banner.scope, banner.name, text(banner.at), banner.id),
    ).rowcount
    if shown:
        notices.put(db, promises(banner))
        AuditTable(db).add(AuditEntry(banner.at, banner.author, AuditedDeed.BANNER_SHOWN, number=banner.id))
    return bool(shown)


def _remove(db: sqlite3.Connection, banner: Banner, by: Address, at: datetime, promises: Promises) -> bool:
    removed = db.execute(
        "update banner set state = 'removed', removed_channel = ?, removed_by = ?, removed_at = ?"
        " where id = ? and state = 'shown'",
        (by.channel, by.id, text(at), banner.id),
    ).rowcount
    if removed:
        notices.put(db, promises(banner))
        AuditTable(db).add(AuditEntry(at, by, AuditedDeed.BANNER_REMOVED, number=banner.id))
    return bool(removed)


def _banner(row: Sequence[Any]) -> Banner:
    id_, words, until, channel, author, at, scope, name, state = row
    by = Address(channel, author) if channel else None
    return Banner(BannerId(id_), words, moment(until), by, moment(at), scope, name, BannerState(state))
