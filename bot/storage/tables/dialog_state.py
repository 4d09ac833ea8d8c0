"""The table of dialogue state: the awaited text, the meaning of typed numbers. Survives a restart, expires."""

import sqlite3
from dataclasses import replace
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.dialog_state import NOTHING_OFFERED, OPTIONS_FOR, SUSPENDED_FOR, Conversation, Prompt, TypedOptions
from bot.storage.database import Database
from bot.storage.tables import dialog_rows as rows
from bot.storage.tables.dialog_rows import DialogRow, RowKind

log = structlog.get_logger()


class DialogStateTable:
    """The dialogue state in memory, so that reading is free; each change is on disk before it is true."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._live: dict[Conversation, tuple[Prompt, datetime]] = {}
        self._left: dict[Conversation, tuple[Prompt, datetime]] = {}
        self._offers: dict[tuple[Conversation, RowKind], tuple[TypedOptions, datetime]] = {}
        self._on_disk: dict[Conversation, str] = {}
        self._asked_by: dict[Conversation, tuple[Prompt, str]] = {}  # a prompt, and the message that asked it

    async def load(self) -> None:
        """Reads what was asked before the restart; what a newer release has asked is passed over."""
        for conversation, row in await self._database.read(rows.all_rows):
            match row.kind:
                case RowKind.CHOICE | RowKind.NOTICE:
                    self._offers[conversation, row.kind] = (rows.read(row.context), row.expires_at)
                case RowKind.LEFT if left := row.prompt:
                    self._left[conversation] = (left, row.expires_at)
                case RowKind.PROMPT if prompt := row.prompt:
                    latest = self._clock.now() + prompt.rule.lifetime  # an older release meant to wait longer
                    self._live[conversation] = (prompt, min(row.expires_at, latest))
                    self._asked_by[conversation] = (prompt, row.message)
                case _:
                    pass
            if row.kind is RowKind.CHOICE:
                self._on_disk[conversation] = row.context

    def text(self, conversation: Conversation) -> Prompt | None:
        """What this person was asked in this chat."""
        prompt, expires_at = self._live.get(conversation, (None, None))
        return prompt if expires_at and expires_at >= self._clock.now() else None

    def asked_by(self, conversation: Conversation) -> str | None:
        """The message that asked what is asked here, as its messenger names it; None where it is not known."""
        prompt, message = self._asked_by.get(conversation, (None, ""))
        return message or None if prompt is not None and prompt is self.text(conversation) else None

    def left(self, conversation: Conversation) -> Prompt | None:
        """What was asked here until another screen was opened, or until its time was over."""
        now = self._clock.now()
        prompt, expires_at = self._live.get(conversation, (None, now))
        if prompt is None or expires_at >= now:
            prompt, expires_at = self._left.get(conversation, (None, now))
            return prompt if expires_at >= now else None
        return prompt.without_words() if expires_at + SUSPENDED_FOR >= now else None

    def offered(self, conversation: Conversation) -> TypedOptions:
        """What may be typed here instead of pressing."""
        return self._offer(conversation, RowKind.CHOICE)

    def noticed(self, conversation: Conversation) -> TypedOptions:
        """What a notice has asked for since the last message of the talk."""
        return self._offer(conversation, RowKind.NOTICE)

    async def put(self, conversation: Conversation, prompt: Prompt) -> None:
        """From now on this is asked here and nothing else; that words for another person were asked is remembered."""
        now, left, before = self._clock.now(), self.left(conversation), self._text_or_lapsed(conversation)
        row = rows.of_prompt(RowKind.PROMPT, prompt, now + prompt.rule.lifetime)
        gone = (RowKind.LEFT,) if left and left.is_like(prompt) else ()
        lost = before.suspended() if before and before.rule.to_others and type(before) is not type(prompt) else None
        lost_row = rows.of_prompt(RowKind.LEFT, lost, now + SUSPENDED_FOR) if lost else None

        def write(db: sqlite3.Connection) -> None:
            rows.put(db, conversation, row, gone)
            if lost_row:
                rows.put(db, conversation, lost_row)

        await self._database.write(write)
        self._live[conversation] = (prompt, row.expires_at)
        if gone:
            self._left.pop(conversation, None)
        if lost and lost_row:
            self._left[conversation] = (lost, lost_row.expires_at)

    def _text_or_lapsed(self, conversation: Conversation) -> Prompt | None:
        """What is asked, or was until its time was over and nothing else has been asked since."""
        prompt, _ = self._live.get(conversation, (None, None))
        return prompt if prompt is self.text(conversation) or prompt is None else self.left(conversation)

    async def leave(self, conversation: Conversation) -> None:
        """Suspends what is asked, for another screen was opened; that it was asked is remembered.

        What awaits no words is only dropped: a form that was suspended before it is still the one to go back to.
        """
        prompt = self.text(conversation)
        if prompt is None:
            return
        if not prompt.rule.awaits_words:
            await self._drop_prompt(conversation)
            return
        left, expires_at = prompt.suspended(), self._clock.now() + SUSPENDED_FOR
        row = rows.of_prompt(RowKind.LEFT, left, expires_at)
        self._left[conversation] = (left, expires_at)
        del self._live[conversation]
        try:
            await self._database.write(lambda db: rows.put(db, conversation, row, (RowKind.PROMPT,)))
        except sqlite3.Error:  # on a full disk it must be asked no longer all the same
            log.exception("awaited.not_left")

    async def _drop_prompt(self, conversation: Conversation) -> None:
        del self._live[conversation]
        try:
            await self._database.write(lambda db: rows.drop(db, conversation, (RowKind.PROMPT,)))
        except sqlite3.Error:  # on a full disk it must be asked no longer all the same
            log.exception("awaited.not_dropped")

    async def drop_left(self, conversation: Conversation) -> None:
        """It was told what was suspended; what is asked now still is."""
        if self.text(conversation) is None:
            await self.clear(conversation)
            return
        await self._database.write(lambda db: rows.drop(db, conversation, (RowKind.LEFT,)))
        self._left.pop(conversation, None)

    async def offer(self, conversation: Conversation, offered: TypedOptions, message: str | None = None) -> None:
        """Stores what may be typed after `message`; losing it is worth no failed answer on a full disk."""
        if offered.keeps_numbers:
            offered = replace(offered, numbered=self.offered(conversation).numbered)
        row = DialogRow(RowKind.CHOICE, rows.written(offered), self._clock.now() + OPTIONS_FOR)
        self._offers[conversation, RowKind.CHOICE] = (offered, row.expires_at)
        noticed = self._offers.pop((conversation, RowKind.NOTICE), None) is not None
        asked_by = self._first_after_prompt(conversation, message)
        if not (noticed or asked_by) and (offered.keeps_numbers or self._on_disk.get(conversation, "") == row.context):
            return
        if await self._is_kept(conversation, row, (RowKind.NOTICE,) if noticed else (), asked_by):
            self._on_disk[conversation] = row.context

    async def notice(self, conversation: Conversation, offered: TypedOptions) -> None:
        """Stores that a notice has asked something while something is asked here."""
        row = DialogRow(RowKind.NOTICE, rows.written(offered), self._clock.now() + OPTIONS_FOR)
        self._offers[conversation, RowKind.NOTICE] = (offered, row.expires_at)
        await self._is_kept(conversation, row)

    def _first_after_prompt(self, conversation: Conversation, message: str | None) -> str:
        """The message, where it is the first since the prompt was put: it is the one that asks."""
        prompt, known = self.text(conversation), self._asked_by.get(conversation)
        if prompt is None or message is None or (known and known[0] is prompt):
            return ""
        self._asked_by[conversation] = (prompt, message)
        return message

    async def _is_kept(
        self, conversation: Conversation, row: DialogRow, gone: tuple[RowKind, ...] = (), asked_by: str = ""
    ) -> bool:
        def write(db: sqlite3.Connection) -> None:
            rows.put(db, conversation, row, gone)
            if asked_by:
                rows.name_message(db, conversation, asked_by)

        try:
            await self._database.write(write)
        except sqlite3.Error:
            log.exception("choices.not_kept")
            return False
        return True

    async def clear(self, conversation: Conversation) -> bool:
        """Nothing is asked here any more, nor known to be suspended; whether something was."""
        was = conversation in self._live or conversation in self._left
        if was:
            await self._database.write(lambda db: rows.drop(db, conversation, (RowKind.PROMPT, RowKind.LEFT)))
            self._live.pop(conversation, None)
            self._left.pop(conversation, None)
        return was

    async def expire(self) -> None:
        """Drops what has outlived its time; of a prompt it is known for a day that it was asked."""
        now = self._clock.now()
        over = {key: value for key, value in self._live.items() if value[1] < now}
        lapsed = {key: (one.without_words(), ends + SUSPENDED_FOR) for key, (one, ends) in over.items()}
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
        self._asked_by = {key: value for key, value in self._asked_by.items() if key in self._live}
        self._on_disk = {key: value for key, value in self._on_disk.items() if (key, RowKind.CHOICE) in self._offers}

    def _offer(self, conversation: Conversation, kind: RowKind) -> TypedOptions:
        offer, expires_at = self._offers.get((conversation, kind), (NOTHING_OFFERED, None))
        return offer if expires_at and expires_at >= self._clock.now() else NOTHING_OFFERED
