"""The table of the outbox."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta

from bot.outbox.delivery_worker import LONGEST_PAUSE
from bot.outbox.notice import ClaimedNotice, Notice, NoticeId, NoticeState
from bot.people import Address
from bot.storage.database import Database

_LONGEST_PAUSE = timedelta(seconds=LONGEST_PAUSE)

Row = tuple[int, str, int, str, str, str, str, str | None, int]
Queued = tuple[str, int, str, str, str, str, str | None]


def put(db: sqlite3.Connection, promises: Iterable[Notice]) -> None:
    """Queues notices inside the transaction that makes them true; one already queued stays as it is."""
    db.executemany(
        "insert into outbox (channel, recipient, kind, payload, dedupe_key, due_at, good_until)"
        " values (?, ?, ?, ?, ?, ?, ?) on conflict (dedupe_key) do nothing",
        [
            (p.to.channel, p.to.id, p.kind, json.dumps(p.payload), p.dedupe_key, _text(p.due_at), _text(p.expires_at))
            for p in promises
        ],
    )


def waiting(db: sqlite3.Connection, prefix: str) -> list[Notice]:
    """The unsent notices whose key begins so, in the order of queuing."""
    sql = (
        "select channel, recipient, kind, dedupe_key, due_at, payload, good_until from outbox"
        " where dedupe_key >= ? and dedupe_key < ? and state = 'waiting' and json_valid(payload) order by id"
    )
    return [_queued(row) for row in db.execute(sql, keys_with(prefix))]


def keys_with(prefix: str) -> tuple[str, str]:
    """From which key, and up to which, all keys begin so."""
    return prefix, prefix[:-1] + chr(ord(prefix[-1]) + 1)


def revive(db: sqlite3.Connection, to: Address, now: datetime, kinds: Collection[str] | None = None) -> None:
    """Makes notices that failed for an unreachable person due again, as long as they have not expired.

    With `kinds`, of those alone.
    """
    db.execute(
        "update outbox set state = 'waiting', due_at = ?1, settled_at = null, reason = null, attempts = 0"
        " where channel = ?2 and recipient = ?3 and state = 'unreachable' and payload <> '{}'"
        " and (good_until is null or good_until > ?1)"
        " and (?4 is null or kind in (select value from json_each(?4)))",
        (_text(now), to.channel, to.id, None if kinds is None else json.dumps(sorted(kinds))),
    )


class NoticeStore:
    """The stored outbox; a notice whose delivery worker was killed is claimed again after its lease."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def promise(self, promises: Iterable[Notice]) -> int:
        """Queues the notices not queued yet; how many they are."""
        wanted = {promise.dedupe_key: promise for promise in promises}
        before = await self._database.read(lambda db: _promised(db, wanted))
        new = [promise for key, promise in wanted.items() if key not in before]
        if new:
            await self._database.write(lambda db: put(db, new))
        return len(new)

    async def claim(self, now: datetime, until: datetime, limit: int) -> list[ClaimedNotice]:
        """Claims due notices for this delivery worker until the lease ends; the longest due first."""
        return await self._database.write(lambda db: _claim(db, now, until, limit))

    async def mark(self, notice: NoticeId, state: NoticeState, at: datetime, reason: str | None = None) -> None:
        """Marks the result of a notice; its content is kept only for one that may still be sent.

        An answer's words are never kept.
        """
        sql = (
            "update outbox set state = ?1, settled_at = ?2, reason = ?3, leased_until = null,"
            " payload = iif(?1 in ('set_aside', 'unreachable') and kind <> 'answer', payload, '{}') where id = ?4"
        )
        await self._database.write(lambda db: db.execute(sql, (state, _text(at), reason, notice)))

    async def retry_later(self, notice: NoticeId, due_at: datetime, reason: str) -> None:
        """Makes a notice due again later, as one that was tried."""
        sql = "update outbox set due_at = ?, reason = ?, leased_until = null where id = ?"
        await self._database.write(lambda db: db.execute(sql, (_text(due_at), reason, notice)))

    async def defer(self, notice: NoticeId, due_at: datetime) -> None:
        """Makes a notice due later, as one that was not tried."""
        sql = (
            "update outbox set due_at = ?, reason = 'put off', leased_until = null, attempts = attempts - 1"
            " where id = ?"
        )
        await self._database.write(lambda db: db.execute(sql, (_text(due_at), notice)))

    async def unclaim(self, notices: Iterable[NoticeId]) -> None:
        """Gives claimed notices back untried."""
        rows = [(notice,) for notice in notices]
        if rows:
            sql = "update outbox set leased_until = null, attempts = attempts - 1 where id = ?"
            await self._database.write(lambda db: db.executemany(sql, rows))

    async def next_due(self, after: datetime) -> datetime | None:
        """The next moment after a moment at which a notice is due, or the lease of a due one ends; None for none."""
        sql = (
            "select min(at) from (select min(due_at) as at from outbox where state = 'waiting' and due_at > ?1"
            " union all select min(leased_until) from outbox"
            " where state = 'waiting' and due_at <= ?1 and leased_until > ?1)"
        )
        (due,) = await self._database.read(lambda db: db.execute(sql, (_text(after),)).fetchone())
        return datetime.fromisoformat(due) if due else None

    async def owes_answer(self, to: Address) -> bool:
        """Whether an answer to this chat waits."""
        sql = (
            "select 1 from outbox where state = 'waiting' and kind = 'answer' and channel = ? and recipient = ? limit 1"
        )
        row = await self._database.read(lambda db: db.execute(sql, (to.channel, to.id)).fetchone())
        return row is not None

    async def chats_owed(self) -> set[Address]:
        """The chats for which answers wait."""
        sql = "select distinct channel, recipient from outbox where state = 'waiting' and kind = 'answer'"
        rows = await self._database.read(lambda db: db.execute(sql).fetchall())
        return {Address(channel, to) for channel, to in rows}


def _promised(db: sqlite3.Connection, keys: Iterable[str]) -> set[str]:
    sql = "select dedupe_key from outbox where dedupe_key in (select value from json_each(?))"
    return {key for (key,) in db.execute(sql, (json.dumps(list(keys)),))}


def _claim(db: sqlite3.Connection, now: datetime, until: datetime, limit: int) -> list[ClaimedNotice]:
    rows = db.execute(
        "update outbox set leased_until = ?, attempts = attempts + 1 where id in ("
        # An answer, and what is to be tried again, wait for an hour at most: due later, they were noted before the
        # clock was set back.
        " select id from outbox as due"
        " where state = 'waiting' and (due_at <= ? or ((reason is not null or kind = 'answer') and due_at > ?))"
        # A lease that ends later than one given now was given before the clock was set back.
        " and (leased_until is null or leased_until < ? or leased_until > ?)"
        " and (kind <> 'answer' or not exists (select 1 from outbox as earlier where earlier.state = 'waiting'"
        " and earlier.kind = 'answer' and earlier.channel = due.channel and earlier.recipient = due.recipient"
        " and earlier.id < due.id))"
        " order by due_at, id limit ?)"
        " returning id, channel, recipient, kind, dedupe_key, due_at, payload, good_until, attempts",
        (_text(until), _text(now), _text(now + _LONGEST_PAUSE), _text(now), _text(until), limit),
    ).fetchall()
    read = (_read(db, row, now) for row in sorted(rows, key=lambda row: (row[5], row[0])))
    return [notice for notice in read if notice is not None]


def _read(db: sqlite3.Connection, row: Row, now: datetime) -> ClaimedNotice | None:
    """The notice of a row; an unreadable row, edited by hand perhaps, fails alone and stops nobody behind it."""
    try:
        return _notice(row)
    except (ValueError, RecursionError) as error:
        sql = "update outbox set state = 'set_aside', settled_at = ?, reason = ?, leased_until = null where id = ?"
        db.execute(sql, (_text(now), f"unreadable: {error}", row[0]))
        return None


def _notice(row: Row) -> ClaimedNotice:
    return ClaimedNotice(NoticeId(row[0]), _queued(row[1:8]), row[8])


def _queued(row: Queued) -> Notice:
    channel, to, kind, key, due_at, payload, good_until = row
    until = _moment(good_until) if good_until else None
    return Notice(Address(channel, to), kind, key, _moment(due_at), json.loads(payload), until)


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no zone")
    return moment


def _text(moment: datetime | None) -> str | None:
    # Times are compared as text, so all of them stand in one zone.
    return moment.astimezone(UTC).isoformat() if moment else None
