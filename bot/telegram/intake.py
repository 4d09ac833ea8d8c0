"""The intake of updates from Telegram: whether it is an update, whose it is, and its queue."""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.clock import Clock
from bot.inbox.inbox import GRACE, Inbox
from bot.inbox.lane import HeldUpdate
from bot.inbox.update import InboxTable, ReceivedUpdate
from bot.telegram.begin_talk import CHANNEL

Raw = Mapping[str, Any]

MOST_NUMBER = 2**53  # of an update; beyond it JSON has no whole numbers

log = structlog.get_logger()


class UnparsedUpdates(Protocol):
    """Keeps that an update could not be read: its kind and the reason, never the words."""

    async def add(self, update_id: int, at: datetime, kind: str, reason: str) -> None: ...


class Intake:
    """Takes raw updates, one by one or as they were delivered together."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        bot: Bot,
        set_aside: UnparsedUpdates,
        clock: Clock,
        table: InboxTable,
        arrived: Callable[[Raw], None] = lambda _: None,
    ) -> None:
        """`arrived` is told of every update as it comes, though its turn may be far."""
        self._arrived = arrived
        self._dispatcher = dispatcher
        self._bot = bot
        self._set_aside = set_aside
        self._clock = clock
        self.inbox = Inbox(table, self._handle, clock)

    def accept(self, raw: Raw) -> HeldUpdate:
        """Begins an update that has a number; awaiting the result waits until it is handled."""
        self._arrived(raw)
        return self.inbox.take(_received(raw, self._bot.id))

    async def secure(self, held: Collection[HeldUpdate], grace: float = GRACE) -> None:
        """Waits until each is handled or stored."""
        await self.inbox.secure(held, grace)

    async def _handle(self, received: ReceivedUpdate) -> None:
        """Handles one update. Raises NotToldError."""
        raw = received.raw
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except (ValidationError, RecursionError, ValueError) as error:
            await self._lay_aside(raw, type(error).__name__)
            return
        if _kind(raw) in _KINDS:
            await self._dispatcher.feed_update(self._bot, update)
        else:
            log.info("update.unknown_kind", kind=_kind(raw))

    async def _lay_aside(self, raw: Raw, reason: str) -> None:
        log.warning("update.set_aside", kind=_kind(raw), reason=reason)
        try:
            await self._set_aside.add(int(raw["update_id"]), self._clock.now(), _kind(raw), reason)
        except Exception:  # it would not be readable the next time either
            log.exception("update.not_kept")


_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
ALLOWED_UPDATES = list(_KINDS)


def update_number(raw: object) -> int | None:
    """The number of an update, None for anything that is none."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    is_number = isinstance(number, int) and not isinstance(number, bool) and 0 <= number < MOST_NUMBER
    return number if is_number else None


def read(body: bytes) -> Raw:
    """A webhook's body; raises ValueError for anything but a JSON object with a number."""
    try:
        raw = json.loads(body)
    except RecursionError as error:
        raise ValueError("brackets without end") from error
    if update_number(raw) is None:
        raise ValueError("not an update")
    return raw  # type: ignore[no-any-return]  # - a dict, as `update_number` has seen


def _received(raw: Raw, bot: int) -> ReceivedUpdate:
    # Another bot on the same database counts its updates anew.
    number = f"{bot}:{raw['update_id']}"
    body = raw.get(_kind(raw))
    return ReceivedUpdate((CHANNEL, number), (CHANNEL, _lane(body) or f"update {number}"), _sender(body), raw)


def _kind(raw: Raw) -> str:
    return next((str(key) for key in raw if key != "update_id"), "empty")


def _lane(body: object) -> str | None:
    """The chat an update belongs to; what has none waits for nobody."""
    message = body.get("message") if isinstance(body, dict) and "chat" not in body else body
    return _id(message, "chat")


def _sender(body: object) -> str:
    return _id(body, "from") or ""


def _id(body: object, field: str) -> str | None:
    value = body.get(field) if isinstance(body, dict) else None
    id_ = value.get("id") if isinstance(value, dict) else None
    return str(id_) if isinstance(id_, int) else None
