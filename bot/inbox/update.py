"""An update as it came from a messenger, and the table that keeps those not handled yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

STALE = timedelta(hours=6)  # an older answer may be untrue by now, and whoever asked has found another way
HANDLED_KEPT = timedelta(days=2)  # Telegram itself delivers nothing again after one

UpdateKey = tuple[str, str]  # channel, the messenger's own number of the update as text
LaneName = tuple[str, str]  # channel, chat


@dataclass(frozen=True, slots=True)
class ReceivedUpdate:
    """The raw update with what the edge has read from it: updates of one lane are handled in order."""

    key: UpdateKey
    lane: LaneName
    sender: str  # the person's number as text, empty where there is none
    raw: Mapping[str, Any]
    said_at: datetime | None = None  # when it came, where nothing else is known; None: no less true later


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """A received update with its place in the order of arrival."""

    number: int
    update: ReceivedUpdate


@dataclass(frozen=True, slots=True)
class HandledUpdate:
    """All that is kept of a handled update: enough to recognise it when it is delivered again."""

    key: UpdateKey
    at: datetime


@dataclass(frozen=True, slots=True)
class Leftover:
    """The updates in the table at the start."""

    last_number: int
    handled: tuple[UpdateKey, ...]  # the oldest first


class NotToldError(Exception):
    """The person could be neither told nor promised to be told: the update is to be handled again."""


class NotStoredError(Exception):
    """The disk did not take or give the rows; carries its words."""


class InboxTable(Protocol):
    """Unhandled updates with their raw text, handled ones as keys. Every method raises NotStoredError."""

    async def leftover(self, most_handled: int) -> Leftover: ...

    async def add(self, updates: Sequence[StoredUpdate]) -> None: ...

    async def lanes(self, after: int, limit: int) -> Sequence[tuple[int, LaneName]]: ...

    async def begin(self, key: UpdateKey) -> int: ...

    async def stale(self, before: datetime, limit: int) -> Sequence[ReceivedUpdate]: ...

    async def abandon(self, updates: Sequence[ReceivedUpdate], at: datetime) -> None: ...

    async def waiting(self, lane: LaneName, after: int, limit: int) -> Sequence[StoredUpdate]: ...

    async def settle(self, updates: Sequence[HandledUpdate]) -> None: ...
