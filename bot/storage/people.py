"""What people want otherwise, whether they can be reached, and erasing them."""

import secrets
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable
from datetime import datetime

from bot.people import Address
from bot.storage.database import Database

REMEMBERED = 20_000


class PeopleStore:
    """Wishes are read at every message, so the latest readers' stay in memory."""

    def __init__(self, database: Database, remembered: Iterable[Callable[[Address], None]] = ()) -> None:
        """`remembered` are those who must drop a person from memory when he is forgotten."""
        self._database = database
        self._remembered = tuple(remembered)
        self._aloud: OrderedDict[Address, bool] = OrderedDict()

    async def reads_aloud(self, person: Address) -> bool:
        """Whether messages to this person are read aloud by a machine."""
        known = self._aloud.get(person)
        if known is None:
            known = await self._database.read(lambda db: _reads_aloud(db, person))
            self._remember(person, aloud=known)
        return known

    async def set_reading_aloud(self, person: Address, *, on: bool) -> None:
        """Keeps the wish."""
        sql = (
            "insert into person (channel, id, reading_aloud) values (?, ?, ?)"
            " on conflict (channel, id) do update set reading_aloud = excluded.reading_aloud"
        )
        await self._database.write(lambda db: db.execute(sql, (person.channel, person.id, int(on))))
        self._remember(person, aloud=on)

    async def set_reachable(self, person: Address, *, since: datetime | None) -> None:
        """`since` is the moment the person stopped the bot, None when he is back."""
        sql = (
            "insert into person (channel, id, unreachable_since) values (?, ?, ?)"
            " on conflict (channel, id) do update set unreachable_since = excluded.unreachable_since"
        )
        row = (person.channel, person.id, since.isoformat() if since else None)
        await self._database.write(lambda db: db.execute(sql, row))

    async def forget(self, person: Address, pseudonym: str) -> None:
        """Erases the person; the figures stay right, for a throw-away name takes the place of the pseudonym."""
        await self._database.write(lambda db: _forget(db, person, pseudonym))
        self._aloud.pop(person, None)
        for drop in self._remembered:
            drop(person)

    def _remember(self, person: Address, *, aloud: bool) -> None:
        self._aloud[person] = aloud
        self._aloud.move_to_end(person)
        if len(self._aloud) > REMEMBERED:
            self._aloud.popitem(last=False)


def _reads_aloud(db: sqlite3.Connection, person: Address) -> bool:
    row = db.execute(
        "select reading_aloud from person where channel = ? and id = ?", (person.channel, person.id)
    ).fetchone()
    return bool(row and row[0])


def _forget(db: sqlite3.Connection, person: Address, pseudonym: str) -> None:
    who = (person.channel, person.id)
    stranger = f"forgotten-{secrets.token_hex(8)}"
    db.execute("delete from person where channel = ? and id = ?", who)
    db.execute("delete from awaited where channel = ? and person = ?", who)
    db.execute("delete from question where channel = ? and citizen = ?", who)
    db.execute("delete from librarian where channel = ? and person = ?", who)
    db.execute("delete from centre_change where stage = 'draft' and channel = ? and author = ?", who)
    db.execute("update centre_change set channel = null, author = null where channel = ? and author = ?", who)
    db.execute("delete from outbox where channel = ? and recipient = ?", who)
    db.execute("update contact set person = ? where person = ?", (stranger, pseudonym))
    db.execute("update opinion set person = ? where person = ?", (stranger, pseudonym))
