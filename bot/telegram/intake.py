"""The intake of updates from Telegram: whether it is an update, whose it is, and its queue."""

import json
from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Update
from pydantic import ValidationError

from bot.clock import Clock
from bot.inbox.inbox import GRACE, Inbox
from bot.inbox.lane import HeldUpdate
from bot.inbox.update import InboxTable, ReceivedUpdate, UpdateKey
from bot.telegram.begin_talk import CHANNEL

Raw = Mapping[str, Any]

KEPT_BY_TELEGRAM = timedelta(days=1)  # an older date means a clock that is wrong, not a message that waited
MOST_NUMBER = 2**53  # of an update; beyond it JSON has no whole numbers

log = structlog.get_logger()


class UnparsedUpdates(Protocol):
    """Keeps that an update could not be read: its kind, its size and the reason, never the words."""

    async def add(self, key: UpdateKey, at: datetime, kind: str, size: int, reason: str) -> None: ...


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
        self.inbox = Inbox(table, self._handle, clock, self._lay_aside)

    def accept(self, raw: Raw) -> HeldUpdate:
        """Begins an update that has a number; awaiting the result waits until it is handled."""
        self._arrived(raw)
        return self.inbox.take(_received(raw, self._bot.id, self.inbox.now()))

    async def secure(self, held: Collection[HeldUpdate], grace: float = GRACE) -> None:
        """Waits until each is handled or stored."""
        await self.inbox.secure(held, grace)

    async def _handle(self, received: ReceivedUpdate) -> None:
        """Handles one update. Raises NotToldError."""
        raw = received.raw
        try:
            update = Update.model_validate(raw, context={"bot": self._bot})
        except (ValidationError, RecursionError, ValueError) as error:
            await self._lay_aside(received, type(error).__name__)
            return
        if _kind(raw) in _KINDS:
            await self._dispatcher.feed_update(self._bot, update)
        else:
            log.info("update.unknown_kind", kind=_kind(raw))

    async def _lay_aside(self, update: ReceivedUpdate, reason: str) -> None:
        kind, size = _kind(update.raw), len(json.dumps(update.raw))
        log.warning("update.set_aside", kind=kind, size=size, reason=reason)
        try:
            await self._set_aside.add(update.key, self._clock.now(), kind, size, reason)
        except Exception:  # it would not be readable the next time either
            log.exception("update.not_kept")


_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
ALLOWED_UPDATES = list(_KINDS)
_SPOKEN = ("message", "edited_message", "callback_query")  # what wants an answer


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


def _received(raw: Raw, bot: int, now: datetime) -> ReceivedUpdate:
    # Another bot on the same database counts its updates anew.
    number = f"{bot}:{raw['update_id']}"
    body = raw.get(_kind(raw))
    lane = _lane(body) or f"update {number}"
    return ReceivedUpdate((CHANNEL, number), (CHANNEL, lane), _sender(body), raw, _said_at(_kind(raw), body, bot, now))


def _said_at(kind: str, body: object, bot: int, now: datetime) -> datetime | None:
    """When a message was written, or an edit made; a press bears no time. None for what wants no answer."""
    if kind not in _SPOKEN or not isinstance(body, dict) or "migrate_to_chat_id" in body:
        return None
    if kind != "callback_query" and not _may_be_to_us(body, bot):
        return None
    date = body.get("edit_date") or body.get("date") if kind != "callback_query" else None
    age = now.timestamp() - date if isinstance(date, int) else 0
    return now - timedelta(seconds=age) if 0 < age <= KEPT_BY_TELEGRAM.total_seconds() else now


def _may_be_to_us(message: Raw, bot: int) -> bool:
    """Whether a message may speak to the bot: in a group only a command, a mention or a reply to it does."""
    chat = message.get("chat")
    if not isinstance(chat, dict) or chat.get("type") not in {"group", "supergroup"}:
        return True
    words = str(message.get("text") or message.get("caption") or "")
    return words.startswith("/") or "@" in words or _id(message.get("reply_to_message"), "from") == str(bot)


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
