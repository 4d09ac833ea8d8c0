"""The table of group chats of centres."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from bot.centres.centre import CentreId
from bot.outbox.notice import Notice
from bot.people import Address
from bot.staff.group_chats import GroupChat
from bot.storage.database import Database
from bot.storage.tables import notices

R = TypeVar("R")
Rows = tuple[GroupChat, ...]
Promises = Callable[[Sequence[GroupChat]], Iterable[Notice]]

# What the group was to read about a booking or a day, once for each librarian of the centre; the key is the one that
# a notice to this librarian has, so who was told personally is not told again. Others' rows stay as they are.
_HAND_OVER = """
insert into outbox (channel, recipient, kind, payload, dedupe_key, due_at, good_until)
select librarian.channel, librarian.person, kind, payload,
    substr(dedupe_key, 1, length(dedupe_key) - length(suffix)) || librarian.channel || ':' || librarian.person,
    due_at, good_until
from (select *, outbox.channel || ':' || recipient as suffix from outbox) as owed
left join booking on booking.id = payload ->> 'booking'
join librarian on librarian.centre = coalesce(booking.centre, payload ->> 'centre')
where owed.channel = ? and recipient = ? and owed.state in ('waiting', 'unreachable') and good_until > ?
on conflict (dedupe_key) do nothing
"""


class GroupChatTable:
    """All group chats in memory, for each booking asks; each change is on disk before it is true."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._all: Rows = ()

    async def load(self) -> None:
        """Reads the group chats into memory."""
        self._all = await self._database.read(_all)

    def chat_of(self, centre: CentreId) -> GroupChat | None:
        """The group chat of a centre."""
        return next((desk for desk in self._all if desk.centre == centre), None)

    def address_of(self, centre: CentreId) -> Address | None:
        """The address where the centre's group is written to."""
        desk = self.chat_of(centre)
        return desk.chat if desk else None

    def has_topics(self) -> bool:
        """Whether any centre was linked in a topic of a group."""
        return any(desk.forum_topic is not None for desk in self._all)

    def groups(self) -> list[tuple[Address, CentreId]]:
        """Every group with each of its centres."""
        return [(desk.chat, desk.centre) for desk in self._all]

    def of_chat(self, chat: Address) -> tuple[GroupChat, ...]:
        """The centres whose notices go to the group."""
        return tuple(desk for desk in self._all if desk.chat == chat)

    async def link(self, desk: GroupChat) -> None:
        """Links the centre to this group and no other."""
        await self._change(lambda db: _link(db, desk))

    async def unlink(self, chat: Address, centre: CentreId) -> bool:
        """Unlinks the group; whether it was linked to the centre."""
        return await self._change(lambda db: _unlink(db, chat, centre))

    async def lose(self, chat: Address, now: datetime, promises: Promises) -> tuple[GroupChat, ...]:
        """Drops a lost group: its centres; their undelivered notices go to the librarians."""
        return await self._change(lambda db: _lose(db, chat, now, promises))

    async def move(self, old: Address, new: Address) -> None:
        """Changes the number of a group, with all its undelivered notices."""
        await self._change(lambda db: _move(db, old, new))

    async def lose_topic(self, chat: Address, forum_topic: int) -> bool:
        """The group's centres are written to in its general topic from now on; whether any was written to in this."""
        return await self._change(lambda db: _lose_topic(db, chat, forum_topic))

    async def _change(self, work: Callable[[sqlite3.Connection], R]) -> R:
        result, self._all = await self._database.write(lambda db: (work(db), _all(db)))
        return result


def _all(db: sqlite3.Connection) -> Rows:
    rows = db.execute("select centre, channel, chat, title, linked_at, topic from desk_chat order by centre")
    return tuple(
        GroupChat(CentreId(centre), Address(channel, chat), title, datetime.fromisoformat(at), topic)
        for centre, channel, chat, title, at, topic in rows
    )


def _link(db: sqlite3.Connection, desk: GroupChat) -> None:
    db.execute(
        "insert into desk_chat (centre, channel, chat, title, linked_at, topic) values (?, ?, ?, ?, ?, ?)"
        " on conflict (centre) do update set channel = excluded.channel, chat = excluded.chat,"
        " title = excluded.title, linked_at = excluded.linked_at, topic = excluded.topic",
        (desk.centre, desk.chat.channel, desk.chat.id, desk.title, desk.linked_at.isoformat(), desk.forum_topic),
    )


def _unlink(db: sqlite3.Connection, chat: Address, centre: CentreId) -> bool:
    sql = "delete from desk_chat where channel = ? and chat = ? and centre = ?"
    return bool(db.execute(sql, (chat.channel, chat.id, centre)).rowcount)


def _lose_topic(db: sqlite3.Connection, chat: Address, forum_topic: int) -> bool:
    sql = "update desk_chat set topic = null where channel = ? and chat = ? and topic = ?"
    return bool(db.execute(sql, (chat.channel, chat.id, forum_topic)).rowcount)


def _lose(db: sqlite3.Connection, chat: Address, now: datetime, promises: Promises) -> Rows:
    lost = tuple(desk for desk in _all(db) if desk.chat == chat)
    if lost:
        db.execute("delete from desk_chat where channel = ? and chat = ?", (chat.channel, chat.id))
        db.execute(_HAND_OVER, (chat.channel, chat.id, now.astimezone(UTC).isoformat()))
        notices.put(db, promises(lost))
    return lost


def _move(db: sqlite3.Connection, old: Address, new: Address) -> None:
    for sql in (
        "update desk_chat set chat = ? where channel = ? and chat = ?",
        "update outbox set recipient = ? where channel = ? and recipient = ? and state = 'waiting'",
    ):
        db.execute(sql, (new.id, old.channel, old.id))
