"""The messenger's rate limits: messages in all, in one chat, in a group."""

import asyncio
from collections import Counter
from datetime import datetime, timedelta

from aiolimiter import AsyncLimiter
from cachetools import LRUCache

from bot.people import Address

IN_ALL = (25, 1.0)  # messages in so many seconds; Telegram takes 30
IN_A_CHAT = (5, 5.0)  # one a second in the long run; a short burst is allowed
IN_A_GROUP = (20, 60.0)
LONGEST_WAIT = 1.1  # seconds that a chat may keep those behind it waiting
WAITS = 3  # of them in one round
KEPT_CHATS = 10_000


class RateLimiter:
    """Lets a message go, or says how long its chat must pause; other chats are hardly delayed by it."""

    def __init__(self) -> None:
        self._all = AsyncLimiter(*IN_ALL)
        self._chats: LRUCache[Address, AsyncLimiter] = LRUCache(KEPT_CHATS)
        self._held: dict[Address, tuple[datetime, datetime]] = {}
        self._waits: Counter[Address] = Counter()

    def begin_round(self) -> None:
        """Resets the short waits that each chat may cause the others."""
        self._waits.clear()

    def pause_chat(self, to: Address, now: datetime, pause: timedelta) -> None:
        """Pauses a chat for as long as the messenger asked."""
        self._held[to] = (now, now + pause)

    def is_held(self, to: Address, now: datetime) -> bool:
        """Whether the chat is still paused."""
        since, until = self._held.get(to, (now, now))
        if since <= now < until:
            return True
        self._held.pop(to, None)  # over, or the clock was set back
        return False

    def pause_left(self, to: Address, now: datetime) -> timedelta:
        """How long a chat that may not be written to now must still wait."""
        if self.is_held(to, now):
            return self._held[to][1] - now
        limiter = self._limiter(to)
        return timedelta(seconds=limiter.time_period / limiter.max_rate)

    async def acquire(self, to: Address) -> bool:
        """Whether the chat may be written to, after a moment's wait at most; the message counts then."""
        if not await self._has_come(to, self._limiter(to)):
            return False
        await self._all.acquire()
        return True

    async def _has_come(self, to: Address, limiter: AsyncLimiter) -> bool:
        if not limiter.has_capacity():
            self._waits[to] += 1
            if self._waits[to] > WAITS:
                return False
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await limiter.acquire()
        except TimeoutError:
            self._waits[to] = WAITS
            return False
        return True

    def _limiter(self, to: Address) -> AsyncLimiter:
        limiter = self._chats.get(to)
        if limiter is None:
            limiter = self._chats[to] = AsyncLimiter(*(IN_A_GROUP if to.id < 0 else IN_A_CHAT))
        return limiter
