"""The table of the inbox."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypeVar

from bot.inbox.update import (
    HandledUpdate,
    LaneName,
    Leftover,
    NotStoredError,
    ReceivedUpdate,
    StoredUpdate,
    UpdateKey,
)
from bot.outbox.notice import answered_late
from bot.people import Address
from bot.storage.database import Database, LostDatabaseError, Work
from bot.storage.tables import notices

R = TypeVar("R")


class InboxStore:
    """The stored inbox; a handled row keeps no words: neither the text, nor who wrote it, nor where."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def leftover(self, most_handled: int) -> Leftover:
        """The unhandled updates at the start, and the newest handled keys."""
        return await self._read(lambda db: _leftover(db, most_handled))

    async def add(self, updates: Sequence[StoredUpdate]) -> None:
        """Stores updates in one transaction; a known key stays as it is."""
        await self._write(lambda db: _add(db, updates))

    async def lanes(self, after: int, limit: int) -> Sequence[tuple[int, LaneName]]:
        """The lanes of the next unhandled updates after a number, with their numbers."""
        return await self._read(lambda db: _lanes(db, after, limit))

    async def begin(self, key: UpdateKey) -> int:
        """Counts that an update of an earlier run is begun; how often it was."""
        sql = "update inbox set begun = begun + 1 where channel = ? and key = ? returning begun"
        row = await self._write(lambda db: db.execute(sql, key).fetchone())
        return int(row[0]) if row else 0

    async def stale(self, before: datetime, limit: int) -> Sequence[ReceivedUpdate]:
        """Unhandled updates said before a moment, without their words."""
        return await self._read(lambda db: _stale(db, before, limit))

    async def abandon(self, updates: Sequence[ReceivedUpdate], at: datetime) -> None:
        """Marks updates as handled that get no answer; in the same transaction their chats are owed a word of it."""
        handled = [HandledUpdate(update.key, at) for update in updates]
        chats = {chat for update in updates if update.said_at and (chat := _chat(update.lane))}

        def work(db: sqlite3.Connection) -> None:
            notices.put(db, [answered_late(chat, at) for chat in chats])
            _settle(db, handled)

        await self._write(work)

    async def waiting(self, lane: LaneName, after: int, limit: int) -> Sequence[StoredUpdate]:
        """The next unhandled updates of a lane."""
        return await self._read(lambda db: _waiting(db, lane, after, limit))

    async def settle(self, updates: Sequence[HandledUpdate]) -> None:
        """Marks updates of the inbox as handled."""
        await self._write(lambda db: _settle(db, updates))

    async def sweep(self, before: datetime) -> None:
        """Forgets the keys of what was handled before a moment."""
        sql = "delete from inbox where handled_at < ?"
        await self._write(lambda db: db.execute(sql, (_text(before),)))

    async def _read(self, work: Work[R]) -> R:
        try:
            return await self._database.read(work)
        except (sqlite3.Error, LostDatabaseError) as error:
            raise NotStoredError(str(error)) from error

    async def _write(self, work: Work[R]) -> R:
        try:
            return await self._database.write(work)
        except (sqlite3.Error, LostDatabaseError) as error:
            raise NotStoredError(str(error)) from error


def _leftover(db: sqlite3.Connection, most_handled: int) -> Leftover:
    (last,) = db.execute("select coalesce(max(number), 0) from inbox where handled_at is null").fetchone()
    handled = db.execute(
        "select channel, key from inbox where handled_at is not null order by handled_at desc limit ?", (most_handled,)
    ).fetchall()
    return Leftover(int(last), tuple((channel, key) for channel, key in reversed(handled)))


def _lanes(db: sqlite3.Connection, after: int, limit: int) -> list[tuple[int, LaneName]]:
    sql = "select number, channel, lane from inbox where handled_at is null and number > ? order by number limit ?"
    return [(number, (channel, lane)) for number, channel, lane in db.execute(sql, (after, limit))]


def _stale(db: sqlite3.Connection, before: datetime, limit: int) -> list[ReceivedUpdate]:
    rows = db.execute(
        "select channel, key, lane, sender, said_at from inbox"
        " where handled_at is null and said_at < ? order by said_at limit ?",
        (_text(before), limit),
    )
    return [
        ReceivedUpdate((channel, key), (channel, lane), sender, {}, datetime.fromisoformat(said_at))
        for channel, key, lane, sender, said_at in rows
    ]


def _chat(lane: LaneName) -> Address | None:
    """The chat of a lane; None for an update that belongs to none."""
    channel, chat = lane
    return Address(channel, int(chat)) if chat.removeprefix("-").isdecimal() else None


def _add(db: sqlite3.Connection, updates: Sequence[StoredUpdate]) -> None:
    db.executemany(
        "insert into inbox (channel, key, number, lane, sender, raw, said_at) values (?, ?, ?, ?, ?, ?, ?)"
        " on conflict (channel, key) do nothing",
        [
            (
                *row.update.key,
                row.number,
                row.update.lane[1],
                row.update.sender,
                json.dumps(row.update.raw),
                _text(row.update.said_at) if row.update.said_at else None,
            )
            for row in updates
        ],
    )


def _waiting(db: sqlite3.Connection, lane: LaneName, after: int, limit: int) -> list[StoredUpdate]:
    rows = db.execute(
        "select key, number, sender, raw, said_at from inbox"
        " where handled_at is null and channel = ? and lane = ? and number > ? order by number limit ?",
        (*lane, after, limit),
    )
    return [
        StoredUpdate(
            number,
            ReceivedUpdate(
                (lane[0], key), lane, sender, json.loads(raw), datetime.fromisoformat(said_at) if said_at else None
            ),
        )
        for key, number, sender, raw, said_at in rows
    ]


def _settle(db: sqlite3.Connection, updates: Sequence[HandledUpdate]) -> None:
    db.executemany(
        "insert into inbox (channel, key, handled_at) values (?, ?, ?) on conflict (channel, key) do update"
        " set handled_at = excluded.handled_at, number = null, lane = null, sender = null, raw = null,"
        " said_at = null",
        [(*handled.key, _text(handled.at)) for handled in updates],
    )


def _text(moment: datetime) -> str:
    # Times are compared as text, so all of them stand in one zone.
    return moment.astimezone(UTC).isoformat()
