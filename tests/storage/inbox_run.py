"""One run of the inbox over a real table, and the updates that tests give it."""

import asyncio
from collections.abc import Iterable
from datetime import datetime

from bot.inbox.inbox import Inbox
from bot.inbox.update import ReceivedUpdate
from bot.storage.database import Database
from bot.storage.tables.inbox import InboxStore
from tests.hand_clock import NOON, HandClock

WAITING = "select key from inbox where handled_at is null order by number"


def update(key: int, lane: str = "1", said_at: datetime | None = NOON) -> ReceivedUpdate:
    raw = {"text": f"слова {key} \ud800"}
    return ReceivedUpdate(("telegram", str(key)), ("telegram", lane), lane, raw, said_at)


class InboxRun:
    """Handles when it is told to; a kill is another run on the same table."""

    def __init__(self, database: Database) -> None:
        self.heard: list[str] = []
        self.gate = asyncio.Event()
        self.aside: list[tuple[str, str]] = []
        self.clock = HandClock()
        self.inbox = Inbox(InboxStore(database), self._hear, self.clock, self._set_aside)

    async def _hear(self, received: ReceivedUpdate) -> None:
        await self.gate.wait()
        self.heard.append(received.key[1])

    async def _set_aside(self, received: ReceivedUpdate, reason: str) -> None:
        self.aside.append((received.key[1], reason))

    async def begin(self) -> None:
        await self.inbox.open()
        self.running = asyncio.create_task(self.inbox.run())

    async def take(self, keys: Iterable[int], lane: str = "1") -> None:
        await self.inbox.secure([self.inbox.take(update(key, lane)) for key in keys], grace=0)

    async def until_heard(self, count: int) -> None:
        self.gate.set()
        async with asyncio.timeout(10):
            while len(self.heard) < count:  # noqa: ASYNC110 - what is waited for is not ours to signal
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)

    async def killed(self) -> None:
        for _, task in self.inbox._lanes.values():
            task.cancel()
        self.running.cancel()
        await asyncio.sleep(0)
