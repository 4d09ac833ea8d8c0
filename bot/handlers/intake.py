"""The one door for updates: parsed one by one, in order within a chat, chats side by side."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.clock import Clock

Raw = Mapping[str, Any]
Lane = tuple[str, int]

log = structlog.get_logger()


class SetAside(Protocol):
    """Keeps that an update could not be read: its kind and the reason, never the words."""

    async def add(self, update_id: int, at: datetime, kind: str, reason: str) -> None: ...


class Intake:
    """Takes raw updates; a taken one is done when its task is."""

    def __init__(self, dispatcher: Dispatcher, bot: Bot, set_aside: SetAside, clock: Clock) -> None:
        self._dispatcher = dispatcher
        self._bot = bot
        self._set_aside = set_aside
        self._clock = clock
        self._lanes: dict[Lane, asyncio.Task[None]] = {}

    def take(self, raw: Raw) -> asyncio.Task[None]:
        """Begins the update as soon as the earlier ones of its chat have ended."""
        lane = _lane(raw)
        task = asyncio.create_task(self._in_turn(raw, self._lanes.get(lane)))
        self._lanes[lane] = task
        task.add_done_callback(lambda done: self._leave(lane, done))
        return task

    async def _in_turn(self, raw: Raw, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except (ValidationError, RecursionError, ValueError) as error:
            await self._lay_aside(raw, type(error).__name__)
            return
        await self._guarded(lambda: self._dispatcher.feed_update(self._bot, update), raw)

    async def _guarded(self, handle: Callable[[], Awaitable[object]], raw: Raw) -> None:
        try:
            if _kind(raw) in _KINDS:
                await handle()
            else:
                log.info("update.unknown_kind", kind=_kind(raw))
        except Exception:  # the last guard: one update must never stop those behind it
            log.exception("update.lost", kind=_kind(raw))

    async def _lay_aside(self, raw: Raw, reason: str) -> None:
        log.warning("update.set_aside", kind=_kind(raw), reason=reason)
        await self._guarded_store(raw, reason)

    async def _guarded_store(self, raw: Raw, reason: str) -> None:
        try:
            await self._set_aside.add(int(raw.get("update_id", 0)), self._clock.now(), _kind(raw), reason)
        except Exception:  # as above
            log.exception("update.not_kept")

    def _leave(self, lane: Lane, done: asyncio.Task[None]) -> None:
        if self._lanes.get(lane) is done:
            del self._lanes[lane]


_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
ALLOWED_UPDATES = list(_KINDS)


def _kind(raw: Raw) -> str:
    return next((str(key) for key in raw if key != "update_id"), "empty")


def _lane(raw: Raw) -> Lane:
    """The chat an update belongs to; what has none waits for nobody."""
    body = raw.get(_kind(raw))
    message = body.get("message") if isinstance(body, dict) and "chat" not in body else body
    chat = message.get("chat") if isinstance(message, dict) else None
    id_ = chat.get("id") if isinstance(chat, dict) else None
    return ("chat", id_) if isinstance(id_, int) else ("update", int(raw.get("update_id", 0)))


def read(body: bytes) -> Raw:
    """A webhook's body; raises ValueError for anything but a JSON object with a number."""
    raw = json.loads(body)
    if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
        raise ValueError("not an update")  # noqa: TRY004 - of the body, not of a type
    return raw
