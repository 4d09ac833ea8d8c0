"""Answers: shown at once, or queued in the outbox while Telegram cannot be reached."""

import secrets
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import structlog

from bot.clock import Clock
from bot.handlers.messenger import MessageId
from bot.inbox.update import STALE, NotToldError
from bot.outbox.delivery_worker import LONGEST_PAUSE, Render
from bot.outbox.notice import ANSWER, ANSWERED_LATE, Notice, Payload, answered_late
from bot.people import Address
from bot.screens.home import unsupported
from bot.screens.screen import Screen
from bot.screens.stored_screen import dump_screen, load_screen
from bot.telegram.api_session import patience_of
from bot.telegram.messenger import NotShownError, TelegramMessenger

PATIENCE_SECONDS = 4.0  # that a chat waits for the line before its answer is owed

log = structlog.get_logger()


class OwedAnswers(Protocol):
    """The part of the outbox that holds owed answers."""

    async def promise(self, promises: Iterable[Notice]) -> int: ...

    async def owes_answer(self, to: Address) -> bool: ...

    async def chats_owed(self) -> set[Address]: ...


class Answers:
    """Shows answers in the order of the updates: behind an owed answer of a chat the next one is owed too."""

    def __init__(
        self, messenger: TelegramMessenger, owed: OwedAnswers, clock: Clock, wake: Callable[[], None] = lambda: None
    ) -> None:
        """`wake` tells the delivery worker that an answer is owed."""
        self._messenger = messenger
        self._owed = owed
        self._clock = clock
        self._wake = wake
        self._chats: set[Address] = set()  # those that may be owed an answer; asked before each answer there

    async def load(self) -> None:
        """Reads which chats an earlier run owes answers."""
        self._chats = await self._owed.chats_owed()

    async def show(
        self, reader: Address, chat: int, screen: Screen, reply_to: MessageId | None = None
    ) -> MessageId | None:
        """Shows a screen, or queues it. Raises NotToldError where neither is possible."""
        to = Address(reader.channel, chat)
        if await self._is_owed(to):
            await self._owe(to, screen, None)
            return None
        try:
            with patience_of(PATIENCE_SECONDS):
                return await self._messenger.show(reader, chat, screen, reply_to)
        except NotShownError as error:
            await self._owe(to, error.rest, error.seconds)
            return None

    async def replace(self, reader: Address, chat: int, message: MessageId, screen: Screen) -> bool:
        """False where that message cannot be changed now, or ever: the screen is to be shown as a new one."""
        if await self._is_owed(Address(reader.channel, chat)):
            return False
        try:
            with patience_of(PATIENCE_SECONDS):
                return await self._messenger.replace(reader, chat, message, screen)
        except NotShownError as error:
            await self._owe(Address(reader.channel, chat), screen, error.seconds)
            return True

    async def drop_buttons(self, chat: int, message: MessageId) -> None:
        """The buttons of an earlier message go, where that can be done now."""
        with suppress(NotShownError), patience_of(PATIENCE_SECONDS):
            await self._messenger.drop_buttons(chat, message)

    async def _is_owed(self, to: Address) -> bool:
        if to in self._chats and not await self._owed.owes_answer(to):
            self._chats.discard(to)
        return to in self._chats

    async def _owe(self, to: Address, screen: Screen, seconds: float | None) -> None:
        now = self._clock.now()
        due = now + timedelta(seconds=min(seconds or 1.0, LONGEST_PAUSE))
        payload: Payload = {
            "channel": to.channel,
            "chat": to.id,
            "screen": dump_screen(screen),
            "since": now.isoformat(),
        }
        try:
            await self._owed.promise([Notice(to, ANSWER, f"{ANSWER}:{secrets.token_hex(8)}", due, payload)])
        except sqlite3.Error as error:
            raise NotToldError from error
        self._chats.add(to)
        self._wake()
        log.info("answer.owed")


TopicOf = Callable[[Address], int | None]


def _chat_of(payload: Payload) -> Address:
    return Address(str(payload["channel"]), int(payload["chat"]))


def answer_renders(owed: OwedAnswers, clock: Clock, topic_of: TopicOf) -> Mapping[str, Render[Screen]]:
    """Renders owed answers as they were; of those too old one word a day, that they come no more.

    `topic_of` tells the topic of a group in which its centre was linked: there the word goes where none is known.
    """

    async def answer(payload: Payload) -> Screen | None:
        if "screen" not in payload:  # set aside and asked for again after its words were erased
            return None
        since, now = datetime.fromisoformat(str(payload["since"])), clock.now()
        screen = load_screen(str(payload["screen"]))
        if now - since <= STALE:
            return replace(screen, is_late=True)
        await owed.promise([answered_late(_chat_of(payload), now, screen.forum_topic)])
        return None

    async def late(payload: Payload) -> Screen:
        if "chat" not in payload:  # of an earlier version
            return unsupported.answered_late()
        topic = int(payload["topic"]) if "topic" in payload else topic_of(_chat_of(payload))
        return replace(unsupported.answered_late(), forum_topic=topic)

    return {ANSWER: answer, ANSWERED_LATE: late}
