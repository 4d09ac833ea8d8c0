"""What a conversation waits for: free text, or the meaning of typed numbers. Survives a restart, expires by itself."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.conversation import NOTHING_OFFERED, Awaited, Conversation, Offered, Wait
from bot.storage.database import Database

_TEXTS = tuple(wait for wait in Wait if wait is not Wait.CHOICE)
_LIFE = {
    Wait.QUESTION: timedelta(days=1),
    Wait.ANSWER: timedelta(days=7),
    Wait.PLACE: timedelta(hours=1),
    Wait.CENTRE: timedelta(hours=1),
    Wait.CHANGE: timedelta(days=1),
    Wait.VISIT_PLACE: timedelta(days=2),
    Wait.WHEN: timedelta(days=2),
    Wait.OTHER_TIME: timedelta(hours=12),
    Wait.CALLED: timedelta(days=2),
    Wait.REASON: timedelta(hours=12),
    Wait.DESK: timedelta(hours=12),
    Wait.EDIT: timedelta(days=1),
    Wait.CLOSURE: timedelta(hours=12),
    Wait.PERIOD: timedelta(hours=1),
    Wait.CHOICE: timedelta(hours=12),
}

log = structlog.get_logger()


class AwaitedStore:
    """Every live row is in memory, so that reading costs nothing; each change is on disk before it is true."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._live: dict[tuple[Conversation, Wait], tuple[Awaited, datetime]] = {}
        self._offers: dict[Conversation, tuple[Offered, datetime]] = {}
        self._on_disk: dict[Conversation, str] = {}

    async def load(self) -> None:
        """Reads what was awaited before the restart."""
        for channel, person, chat, what, context, expires_at in await self._database.read(_all):
            conversation = Conversation(channel, person, chat)
            if what == Wait.CHOICE:
                self._offers[conversation] = (_read(context), datetime.fromisoformat(expires_at))
                self._on_disk[conversation] = context
            elif what in _LIFE:  # a newer program may have awaited what this one does not know
                self._live[conversation, Wait(what)] = (
                    Awaited(Wait(what), context),
                    datetime.fromisoformat(expires_at),
                )

    def text(self, conversation: Conversation) -> Awaited | None:
        """The free text that this person was asked for in this chat."""
        return next((found for wait in _TEXTS if (found := self._get(conversation, wait))), None)

    def offered(self, conversation: Conversation) -> Offered:
        """What may be typed here instead of pressing."""
        offer, expires_at = self._offers.get(conversation, (NOTHING_OFFERED, None))
        return offer if expires_at and expires_at >= self._clock.now() else NOTHING_OFFERED

    async def put(self, conversation: Conversation, awaited: Awaited) -> None:
        """From now on this text is awaited here; another that was awaited no longer is."""
        expires_at = self._clock.now() + _LIFE[awaited.what]
        await self._database.write(lambda db: _put(db, conversation, awaited, expires_at))
        for wait in _TEXTS:
            self._live.pop((conversation, wait), None)
        self._live[conversation, awaited.what] = (awaited, expires_at)

    async def offer(self, conversation: Conversation, offered: Offered) -> None:
        """These may be typed from now on; what keeps the numbers is worth no write, a full disk costs no talk."""
        expires_at = self._clock.now() + _LIFE[Wait.CHOICE]
        if offered.keeps_numbers:
            offered = replace(offered, numbered=self.offered(conversation).numbered)
        self._offers[conversation] = (offered, expires_at)
        awaited = Awaited(Wait.CHOICE, _written(offered))
        if offered.keeps_numbers or self._on_disk.get(conversation, "") == awaited.context:
            return
        try:
            await self._database.write(lambda db: _put(db, conversation, awaited, expires_at))
            self._on_disk[conversation] = awaited.context
        except sqlite3.Error:
            log.exception("choices.not_kept")

    async def clear(self, conversation: Conversation) -> bool:
        """No text is awaited here any more; whether one was."""
        if not any((conversation, wait) in self._live for wait in _TEXTS):
            return False
        await self._database.write(lambda db: _drop(db, conversation))
        for wait in _TEXTS:
            self._live.pop((conversation, wait), None)
        return True

    async def expire(self) -> None:
        """Drops what has outlived its time."""
        now = self._clock.now()
        await self._database.write(
            lambda db: db.execute("delete from awaited where expires_at < ?", (now.isoformat(),))
        )
        self._live = {key: value for key, value in self._live.items() if value[1] >= now}
        self._offers = {key: value for key, value in self._offers.items() if value[1] >= now}
        self._on_disk = {key: value for key, value in self._on_disk.items() if key in self._offers}

    def forget(self, channel: str, person: int) -> None:
        """Drops a person from memory after his rows were erased."""
        self._live = {
            key: value for key, value in self._live.items() if (key[0].channel, key[0].person) != (channel, person)
        }
        self._offers = {
            key: value for key, value in self._offers.items() if (key.channel, key.person) != (channel, person)
        }
        self._on_disk = {key: value for key, value in self._on_disk.items() if key in self._offers}

    def _get(self, conversation: Conversation, wait: Wait) -> Awaited | None:
        awaited, expires_at = self._live.get((conversation, wait), (None, None))
        return awaited if expires_at and expires_at >= self._clock.now() else None


def _written(offered: Offered) -> str:
    """Numbered lines, an empty line, then each button's action and words."""
    named = (f"{action}\t{label}" for action, label in offered.named)
    return "\n".join((*offered.numbered, "", *named)) if offered.named else "\n".join(offered.numbered)


def _read(context: str) -> Offered:
    numbered, _, named = f"\n{context}".partition("\n\n")
    pairs = (line.partition("\t") for line in named.splitlines())
    return Offered(tuple(numbered.split()), tuple((action, label) for action, _, label in pairs))


def _all(db: sqlite3.Connection) -> list[tuple[str, int, int, str, str, str]]:
    return db.execute("select channel, person, chat, what, context, expires_at from awaited").fetchall()


def _put(db: sqlite3.Connection, conversation: Conversation, awaited: Awaited, expires_at: datetime) -> None:
    if awaited.what in _TEXTS:
        _drop(db, conversation)
    db.execute(
        "insert or replace into awaited (channel, person, chat, what, context, expires_at) values (?, ?, ?, ?, ?, ?)",
        (
            conversation.channel,
            conversation.person,
            conversation.chat,
            awaited.what,
            awaited.context,
            expires_at.isoformat(),
        ),
    )


def _drop(db: sqlite3.Connection, conversation: Conversation) -> None:
    db.executemany(
        "delete from awaited where channel = ? and person = ? and chat = ? and what = ?",
        [(conversation.channel, conversation.person, conversation.chat, wait) for wait in _TEXTS],
    )
