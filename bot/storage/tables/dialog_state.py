"""The table of dialogue state: the awaited text, the meaning of typed numbers. Survives a restart, expires."""

import sqlite3
from dataclasses import replace
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.dialog_state import (
    BOOKING_STEPS,
    LIFETIMES,
    NOTHING_OFFERED,
    TO_OTHERS,
    Conversation,
    PendingPrompt,
    Prompt,
    TypedOptions,
)
from bot.storage.database import Database
from bot.storage.tables import dialog_rows as rows

# What is no free text that was asked for: choices, what was left, drafts, what a notice has asked.
_OTHERS = frozenset({Prompt.CHOICE, Prompt.LEFT, Prompt.DRAFT, Prompt.NOTICE})
_TEXTS = tuple(wait for wait in Prompt if wait not in _OTHERS)

log = structlog.get_logger()


class DialogStateTable:
    """The dialogue state in memory, so that reading is free; each change is on disk before it is true."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._live: dict[Conversation, tuple[PendingPrompt, datetime]] = {}
        self._left: dict[Conversation, tuple[PendingPrompt, datetime]] = {}
        self._offers: dict[tuple[Conversation, Prompt], tuple[TypedOptions, datetime]] = {}
        self._on_disk: dict[Conversation, str] = {}

    async def load(self) -> None:
        """Reads what was awaited before the restart."""
        for channel, person, chat, what, context, ends in await self._database.read(rows.all_rows):
            conversation, expires_at = Conversation(channel, person, chat), datetime.fromisoformat(ends)
            match what:
                case Prompt.CHOICE | Prompt.NOTICE:
                    self._offers[conversation, Prompt(what)] = (rows.read(context), expires_at)
                case Prompt.LEFT if left := rows.read_left(context):
                    self._left[conversation] = (left, expires_at)
                case _ if what in _TEXTS:  # a newer program may have awaited what this one does not know
                    latest = self._clock.now() + LIFETIMES[Prompt(what)]  # an older program meant to wait longer
                    self._live[conversation] = (PendingPrompt(Prompt(what), context), min(expires_at, latest))
                case _:
                    pass
            if what == Prompt.CHOICE:
                self._on_disk[conversation] = context

    def text(self, conversation: Conversation) -> PendingPrompt | None:
        """The free text that this person was asked for in this chat."""
        awaited, expires_at = self._live.get(conversation, (None, None))
        return awaited if expires_at and expires_at >= self._clock.now() else None

    def left(self, conversation: Conversation) -> PendingPrompt | None:
        """The text that was asked for here until another screen was opened, or until its time was over."""
        now = self._clock.now()
        awaited, expires_at = self._live.get(conversation, (None, now))
        if awaited is None or expires_at >= now:
            awaited, expires_at = self._left.get(conversation, (None, now))
            return awaited if expires_at >= now else None
        return _without_words(awaited) if expires_at + LIFETIMES[Prompt.LEFT] >= now else None

    def offered(self, conversation: Conversation) -> TypedOptions:
        """What may be typed here instead of pressing."""
        return self._offer(conversation, Prompt.CHOICE)

    def noticed(self, conversation: Conversation) -> TypedOptions:
        """What a notice has asked for since the last message of the talk."""
        return self._offer(conversation, Prompt.NOTICE)

    async def put(self, conversation: Conversation, awaited: PendingPrompt) -> None:
        """From now on this text is awaited here, no other; of words for another person it is known that they were."""
        now, left, before = self._clock.now(), self.left(conversation), self.text(conversation)
        expires_at, left_until = now + LIFETIMES[awaited.what], now + LIFETIMES[Prompt.LEFT]
        lost = _without_words(before) if before and before.what in TO_OTHERS - {awaited.what} else None
        gone = (*_TEXTS, Prompt.LEFT) if left and _are_of_one_kind(left.what, awaited.what) else _TEXTS

        def write(db: sqlite3.Connection) -> None:
            rows.put(db, conversation, awaited, expires_at, gone)
            if lost:
                rows.put(db, conversation, PendingPrompt(Prompt.LEFT, rows.written_left(lost)), left_until, ())

        await self._database.write(write)
        self._live[conversation] = (awaited, expires_at)
        if Prompt.LEFT in gone:
            self._left.pop(conversation, None)
        if lost:
            self._left[conversation] = (lost, left_until)

    async def leave(self, conversation: Conversation) -> None:
        """Awaits the text no longer, for another screen was opened; that it was awaited is remembered."""
        awaited = self.text(conversation)
        if awaited is None:
            return
        left, expires_at = _without_words(awaited), self._clock.now() + LIFETIMES[Prompt.LEFT]
        row = PendingPrompt(Prompt.LEFT, rows.written_left(left))
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
        await self._database.write(lambda db: rows.drop(db, conversation, (Prompt.LEFT,)))
        self._left.pop(conversation, None)

    async def offer(self, conversation: Conversation, offered: TypedOptions) -> None:
        """Stores what may be typed from now on; losing it is worth no failed answer on a full disk."""
        expires_at = self._clock.now() + LIFETIMES[Prompt.CHOICE]
        if offered.keeps_numbers:
            offered = replace(offered, numbered=self.offered(conversation).numbered)
        self._offers[conversation, Prompt.CHOICE] = (offered, expires_at)
        noticed = self._offers.pop((conversation, Prompt.NOTICE), None) is not None
        awaited = PendingPrompt(Prompt.CHOICE, rows.written(offered))
        if not noticed and (offered.keeps_numbers or self._on_disk.get(conversation, "") == awaited.context):
            return
        gone = (Prompt.NOTICE,) if noticed else ()
        try:
            await self._database.write(lambda db: rows.put(db, conversation, awaited, expires_at, gone))
            self._on_disk[conversation] = awaited.context
        except sqlite3.Error:
            log.exception("choices.not_kept")

    async def notice(self, conversation: Conversation, offered: TypedOptions) -> None:
        """Stores that a notice has asked something while a text is awaited here."""
        expires_at = self._clock.now() + LIFETIMES[Prompt.NOTICE]
        self._offers[conversation, Prompt.NOTICE] = (offered, expires_at)
        awaited = PendingPrompt(Prompt.NOTICE, rows.written(offered))
        try:
            await self._database.write(lambda db: rows.put(db, conversation, awaited, expires_at, ()))
        except sqlite3.Error:
            log.exception("choices.not_kept")

    async def clear(self, conversation: Conversation) -> bool:
        """No text is awaited here any more, nor is one known to be left; whether one was."""
        was = conversation in self._live or conversation in self._left
        if was:
            await self._database.write(lambda db: rows.drop(db, conversation, (*_TEXTS, Prompt.LEFT)))
            self._live.pop(conversation, None)
            self._left.pop(conversation, None)
        return was

    async def expire(self) -> None:
        """Drops what has outlived its time; of a text it is known for a day that it was asked for."""
        now = self._clock.now()
        over = {key: value for key, value in self._live.items() if value[1] < now}
        lapsed = {key: (_without_words(one), ends + LIFETIMES[Prompt.LEFT]) for key, (one, ends) in over.items()}
        await self._database.write(lambda db: rows.expire(db, now, lapsed))
        # What was asked or cleared while the disk wrote stays so.
        lapsed = {key: value for key, value in lapsed.items() if self._live.get(key) is over[key]}
        self._live = {key: value for key, value in self._live.items() if key not in lapsed}
        self._left = {key: value for key, value in (self._left | lapsed).items() if value[1] >= now}
        self._offers = {key: value for key, value in self._offers.items() if value[1] >= now}
        self._keep_known()

    def forget(self, channel: str, person: int) -> None:
        """Drops a person from memory after their rows were erased."""
        who = (channel, person)
        self._live = {key: value for key, value in self._live.items() if (key.channel, key.person) != who}
        self._left = {key: value for key, value in self._left.items() if (key.channel, key.person) != who}
        self._offers = {key: value for key, value in self._offers.items() if (key[0].channel, key[0].person) != who}
        self._keep_known()

    def _keep_known(self) -> None:
        self._on_disk = {key: value for key, value in self._on_disk.items() if (key, Prompt.CHOICE) in self._offers}

    def _offer(self, conversation: Conversation, wait: Prompt) -> TypedOptions:
        offer, expires_at = self._offers.get((conversation, wait), (NOTHING_OFFERED, None))
        return offer if expires_at and expires_at >= self._clock.now() else NOTHING_OFFERED


def _are_of_one_kind(left: Prompt, awaited: Prompt) -> bool:
    return left is awaited or {left, awaited} <= BOOKING_STEPS


def _without_words(awaited: PendingPrompt) -> PendingPrompt:
    """What was asked, without a name, a text or a reason that was typed meanwhile."""
    context = awaited.context.partition("\n")[0]
    if awaited.what is Prompt.DESK and context.startswith("why:"):
        context = ":".join(context.split(":")[:2])
    return PendingPrompt(awaited.what, context)
