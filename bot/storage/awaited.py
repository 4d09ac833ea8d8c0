"""What a conversation waits for: free text, or the meaning of typed numbers. Survives a restart, expires by itself."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.conversation import BOOKING_STEPS, NOTHING_OFFERED, TO_OTHERS, Awaited, Conversation, Offered, Wait
from bot.storage import awaited_rows as rows
from bot.storage.database import Database

# What is no free text that was asked for: choices, what was left, drafts, what a notice has asked.
_OTHERS = frozenset({Wait.CHOICE, Wait.LEFT, Wait.DRAFT, Wait.NOTICE})
_TEXTS = tuple(wait for wait in Wait if wait not in _OTHERS)
# How long each is awaited. What goes to somebody else, or changes what others read, has an hour.
_LIFE = {
    Wait.QUESTION: timedelta(hours=1),
    Wait.ANSWER: timedelta(hours=1),
    Wait.PLACE: timedelta(hours=1),
    Wait.CENTRE: timedelta(hours=1),
    Wait.CHANGE: timedelta(hours=1),
    Wait.VISIT_PLACE: timedelta(days=2),
    Wait.WHEN: timedelta(days=2),
    Wait.OTHER_TIME: timedelta(hours=12),
    Wait.CALLED: timedelta(days=2),
    Wait.REASON: timedelta(hours=1),
    Wait.DESK: timedelta(hours=1),
    Wait.EDIT: timedelta(hours=1),
    Wait.CLOSURE: timedelta(hours=1),
    Wait.PERIOD: timedelta(hours=1),
    Wait.CHOICE: timedelta(hours=12),
    Wait.NOTICE: timedelta(hours=12),
    Wait.LEFT: timedelta(days=1),
}

log = structlog.get_logger()


class AwaitedStore:
    """Every live row is in memory, so that reading costs nothing; each change is on disk before it is true."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._live: dict[Conversation, tuple[Awaited, datetime]] = {}
        self._left: dict[Conversation, tuple[Awaited, datetime]] = {}
        self._offers: dict[tuple[Conversation, Wait], tuple[Offered, datetime]] = {}
        self._on_disk: dict[Conversation, str] = {}

    async def load(self) -> None:
        """Reads what was awaited before the restart."""
        for channel, person, chat, what, context, ends in await self._database.read(rows.all_rows):
            conversation, expires_at = Conversation(channel, person, chat), datetime.fromisoformat(ends)
            match what:
                case Wait.CHOICE | Wait.NOTICE:
                    self._offers[conversation, Wait(what)] = (rows.read(context), expires_at)
                case Wait.LEFT if left := rows.read_left(context):
                    self._left[conversation] = (left, expires_at)
                case _ if what in _TEXTS:  # a newer program may have awaited what this one does not know
                    latest = self._clock.now() + _LIFE[Wait(what)]  # an older program may have meant to wait longer
                    self._live[conversation] = (Awaited(Wait(what), context), min(expires_at, latest))
            if what == Wait.CHOICE:
                self._on_disk[conversation] = context

    def text(self, conversation: Conversation) -> Awaited | None:
        """The free text that this person was asked for in this chat."""
        awaited, expires_at = self._live.get(conversation, (None, None))
        return awaited if expires_at and expires_at >= self._clock.now() else None

    def left(self, conversation: Conversation) -> Awaited | None:
        """The text that was asked for here until another screen was opened, or until its time was over."""
        now = self._clock.now()
        awaited, expires_at = self._live.get(conversation, (None, now))
        if awaited is None or expires_at >= now:
            awaited, expires_at = self._left.get(conversation, (None, now))
            return awaited if expires_at >= now else None
        return _without_words(awaited) if expires_at + _LIFE[Wait.LEFT] >= now else None

    def offered(self, conversation: Conversation) -> Offered:
        """What may be typed here instead of pressing."""
        return self._offer(conversation, Wait.CHOICE)

    def noticed(self, conversation: Conversation) -> Offered:
        """What a notice has asked for since the last message of the talk."""
        return self._offer(conversation, Wait.NOTICE)

    async def put(self, conversation: Conversation, awaited: Awaited) -> None:
        """From now on this text is awaited here, no other; of words for another person it is known that they were."""
        now, left, before = self._clock.now(), self.left(conversation), self.text(conversation)
        expires_at, left_until = now + _LIFE[awaited.what], now + _LIFE[Wait.LEFT]
        lost = _without_words(before) if before and before.what in TO_OTHERS - {awaited.what} else None
        gone = (*_TEXTS, Wait.LEFT) if left and _are_of_one_kind(left.what, awaited.what) else _TEXTS

        def write(db: sqlite3.Connection) -> None:
            rows.put(db, conversation, awaited, expires_at, gone)
            if lost:
                rows.put(db, conversation, Awaited(Wait.LEFT, rows.written_left(lost)), left_until, ())

        await self._database.write(write)
        self._live[conversation] = (awaited, expires_at)
        if Wait.LEFT in gone:
            self._left.pop(conversation, None)
        if lost:
            self._left[conversation] = (lost, left_until)

    async def leave(self, conversation: Conversation) -> None:
        """Another screen was opened: the text is awaited no longer, and it is known that it was."""
        awaited = self.text(conversation)
        if awaited is None:
            return
        left, expires_at = _without_words(awaited), self._clock.now() + _LIFE[Wait.LEFT]
        row = Awaited(Wait.LEFT, rows.written_left(left))
        self._left[conversation] = (left, expires_at)
        del self._live[conversation]
        try:
            await self._database.write(lambda db: rows.put(db, conversation, row, expires_at, _TEXTS))
        except sqlite3.Error:  # on a full disk it must be awaited no longer all the same
            log.exception("awaited.not_left")

    async def drop_left(self, conversation: Conversation) -> None:
        """It was told that a text was left; what is awaited now still is."""
        if self.text(conversation) is None:
            await self.clear(conversation)
            return
        await self._database.write(lambda db: rows.drop(db, conversation, (Wait.LEFT,)))
        self._left.pop(conversation, None)

    async def offer(self, conversation: Conversation, offered: Offered) -> None:
        """These may be typed from now on; what keeps the numbers is worth no write, a full disk costs no talk."""
        expires_at = self._clock.now() + _LIFE[Wait.CHOICE]
        if offered.keeps_numbers:
            offered = replace(offered, numbered=self.offered(conversation).numbered)
        self._offers[conversation, Wait.CHOICE] = (offered, expires_at)
        noticed = self._offers.pop((conversation, Wait.NOTICE), None) is not None
        awaited = Awaited(Wait.CHOICE, rows.written(offered))
        if not noticed and (offered.keeps_numbers or self._on_disk.get(conversation, "") == awaited.context):
            return
        gone = (Wait.NOTICE,) if noticed else ()
        try:
            await self._database.write(lambda db: rows.put(db, conversation, awaited, expires_at, gone))
            self._on_disk[conversation] = awaited.context
        except sqlite3.Error:
            log.exception("choices.not_kept")

    async def notice(self, conversation: Conversation, offered: Offered) -> None:
        """A notice has asked something while a text is awaited here."""
        expires_at = self._clock.now() + _LIFE[Wait.NOTICE]
        self._offers[conversation, Wait.NOTICE] = (offered, expires_at)
        awaited = Awaited(Wait.NOTICE, rows.written(offered))
        try:
            await self._database.write(lambda db: rows.put(db, conversation, awaited, expires_at, ()))
        except sqlite3.Error:
            log.exception("choices.not_kept")

    async def clear(self, conversation: Conversation) -> bool:
        """No text is awaited here any more, nor is one known to be left; whether one was."""
        was = conversation in self._live or conversation in self._left
        if was:
            await self._database.write(lambda db: rows.drop(db, conversation, (*_TEXTS, Wait.LEFT)))
            self._live.pop(conversation, None)
            self._left.pop(conversation, None)
        return was

    async def expire(self) -> None:
        """Drops what has outlived its time; of a text it is known for a day that it was asked for."""
        now = self._clock.now()
        over = {key: value for key, value in self._live.items() if value[1] < now}
        lapsed = {key: (_without_words(one), ends + _LIFE[Wait.LEFT]) for key, (one, ends) in over.items()}
        await self._database.write(lambda db: rows.expire(db, now, lapsed))
        # What was asked or cleared while the disk wrote stays so.
        lapsed = {key: value for key, value in lapsed.items() if self._live.get(key) is over[key]}
        self._live = {key: value for key, value in self._live.items() if key not in lapsed}
        self._left = {key: value for key, value in (self._left | lapsed).items() if value[1] >= now}
        self._offers = {key: value for key, value in self._offers.items() if value[1] >= now}
        self._keep_known()

    def forget(self, channel: str, person: int) -> None:
        """Drops a person from memory after his rows were erased."""
        who = (channel, person)
        self._live = {key: value for key, value in self._live.items() if (key.channel, key.person) != who}
        self._left = {key: value for key, value in self._left.items() if (key.channel, key.person) != who}
        self._offers = {key: value for key, value in self._offers.items() if (key[0].channel, key[0].person) != who}
        self._keep_known()

    def _keep_known(self) -> None:
        self._on_disk = {key: value for key, value in self._on_disk.items() if (key, Wait.CHOICE) in self._offers}

    def _offer(self, conversation: Conversation, wait: Wait) -> Offered:
        offer, expires_at = self._offers.get((conversation, wait), (NOTHING_OFFERED, None))
        return offer if expires_at and expires_at >= self._clock.now() else NOTHING_OFFERED


def _are_of_one_kind(left: Wait, awaited: Wait) -> bool:
    return left is awaited or {left, awaited} <= BOOKING_STEPS


def _without_words(awaited: Awaited) -> Awaited:
    """What was asked, without a name, a text or a reason that was typed meanwhile."""
    context = awaited.context.partition("\n")[0]
    if awaited.what is Wait.DESK and context.startswith("why:"):
        context = ":".join(context.split(":")[:2])
    return Awaited(awaited.what, context)
