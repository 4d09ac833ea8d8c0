"""How many messages a second and a minute Telegram takes; switched on when one wants to see it."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from cachetools import LRUCache

from bot.sandbox.refusal import too_many_requests

KEPT_CHATS = 10_000


@dataclass(slots=True)
class Bucket:
    """Lets `burst` messages through at once and `rate` a second in the long run."""

    rate: float
    burst: float
    level: float = 0.0
    seen_at: datetime | None = None

    def wait(self, now: datetime) -> float:
        """Seconds until one more message may go; 0 if it may go now."""
        if self.seen_at is not None:
            self.level = max(0.0, self.level - self.rate * (now - self.seen_at).total_seconds())
        self.seen_at = now
        return max(0.0, (self.level + 1 - self.burst) / self.rate)

    def fill(self) -> None:
        self.level += 1


class RateLimits:
    """30 messages a second in all, 1 a second in a chat (3 at once), 20 a minute in a group."""

    def __init__(self) -> None:
        self.on = False
        self._all = Bucket(rate=30, burst=30)
        self._chats: LRUCache[int, Bucket] = LRUCache(KEPT_CHATS)

    def switch(self, *, on: bool) -> None:
        self.on = on
        self._all = Bucket(rate=30, burst=30)
        self._chats.clear()

    def pass_one(self, chat: int, now: datetime) -> None:
        """Counts a message, or refuses it with the seconds to wait."""
        if not self.on:
            return
        buckets = (self._all, self._bucket(chat))
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            raise too_many_requests(ceil(wait))
        for bucket in buckets:
            bucket.fill()

    def _bucket(self, chat: int) -> Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            bucket = self._chats[chat] = Bucket(20 / 60, 20) if chat < 0 else Bucket(1, 3)
        return bucket
