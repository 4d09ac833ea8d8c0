"""A small honest messenger and everything a courier needs around it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.outbox.delivery_worker import DeliveryWorker
from bot.outbox.notice import Notice, Payload
from bot.outbox.rate_limiter import RateLimiter, RateLimits
from bot.people import Address
from bot.storage.database import Database
from bot.storage.tables import notices
from bot.storage.tables.notices import NoticeStore
from tests.hand_clock import NOON, HandClock

ANNA, BORIS, VERA = (Address("telegram", id_) for id_ in (1, 2, 3))
KINDS = ("news",)


def promise(to: Address, key: str = "", due: timedelta = timedelta(), good_for: timedelta | None = None) -> Notice:
    """News for a person; the payload says for whom, so that a message can be known again."""
    due_at = NOON + due
    key = key or f"news:{to.id}"
    return Notice(to, "news", key, due_at, {"text": key}, due_at + good_for if good_for else None)


class Post:
    """Delivers, unless told what to do instead: an error is raised, once each, in order."""

    def __init__(self, script: Mapping[Address, Sequence[Exception]] | None = None) -> None:
        self.sent: list[tuple[Address, str]] = []
        self.tried: list[tuple[Address, datetime]] = []
        self.gone: list[Address] = []
        self.script = {to: list(errors) for to, errors in (script or {}).items()}
        self.clock = HandClock()
        self.limits = RateLimits()
        self.limiter = RateLimiter(self.clock)
        self.slow = 0.0
        self.enough = 1
        self.begun = asyncio.Event()
        self.delivered = asyncio.Event()  # enough messages

    async def send(self, to: Address, screen: str) -> None:
        self.tried.append((to, self.clock.now()))
        self.begun.set()
        await asyncio.sleep(self.slow)
        await self.limiter.count(to)
        if self.script.get(to):
            raise self.script[to].pop(0)
        self.sent.append((to, screen))
        if len(self.sent) >= self.enough:
            self.delivered.set()

    async def lose(self, person: Address) -> None:
        self.gone.append(person)


async def render(payload: Payload) -> str | None:
    text = str(payload["text"])
    return None if text.startswith("no longer true") else text


class Office:
    """A courier at work over a real outbox; the clock is moved by hand."""

    def __init__(self, post: Post | None = None) -> None:
        self.post = post or Post()
        self.clock = self.post.clock
        self.database: Database
        self.store: NoticeStore
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> "Office":
        folder = self._stack.enter_context(TemporaryDirectory())
        self.database = await self._stack.enter_async_context(await Database.open(Path(folder) / "bot.sqlite3"))
        self.store = NoticeStore(self.database)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    def delivery_worker(self, store: Any = None) -> DeliveryWorker[str]:
        renders = dict.fromkeys(KINDS, render)
        self.post.limiter = RateLimiter(self.clock, self.post.limits)
        return DeliveryWorker(store or self.store, self.post, renders, self.post.lose, self.post.limiter, self.clock)

    async def promise(self, *promises: Notice) -> None:
        await self.database.write(lambda db: notices.put(db, promises))

    async def deliver(self) -> int:
        """One round of a courier that has just been started."""
        return await self.delivery_worker().deliver_due()

    async def pass_time(self, by: timedelta, rounds: int = 1) -> None:
        for _ in range(rounds):
            self.clock.advance(by)
            await self.deliver()

    async def rows(self, columns: str = "recipient, state, attempts, leased_until") -> list[tuple[Any, ...]]:
        return await self.database.read(
            lambda db: db.execute(f"select {columns} from outbox order by id").fetchall()  # noqa: S608 - of these tests
        )
