"""The messenger's rate limits: one limiter for a bot, passed by answers, notices and letters alike."""

import asyncio
from collections import Counter, deque
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiolimiter import AsyncLimiter
from cachetools import LRUCache

from bot.clock import Clock
from bot.people import Address

LEFT_TO_ANSWERS = 0.2  # the share of each that notices do not use
LONGEST_WAIT = 1.1  # seconds that a chat may keep those behind it waiting
WAITS = 3  # of them in one round
LONGEST_COURTESY = 5.0  # seconds that a notice lets answers go first
KEPT_CHATS = 10_000
CHATS_OF_A_BOT = 3  # so many different chats told to wait
AT_ONCE = timedelta(seconds=10)  # within so long mean the bot, not them

Rate = tuple[float, float]  # messages in so many seconds
Hold = tuple[datetime, datetime]  # since, until


@dataclass(frozen=True, slots=True)
class RateLimits:
    """What a messenger takes from one bot."""

    in_all: Rate = (25, 1.0)  # Telegram takes 30
    in_a_chat: Rate = (5, 5.0)  # one a second in the long run; a short burst is allowed
    in_a_group: Rate = (20, 60.0)


TELEGRAM_LIMITS = RateLimits()


class RateLimiter:
    """Answers go at once and are counted, notices take what they leave; who is told to wait is held, alone.

    The messenger does not say whether it means a chat or the bot: several chats at once mean the bot.
    """

    def __init__(self, clock: Clock, limits: RateLimits = TELEGRAM_LIMITS) -> None:
        self._clock = clock
        self._limits = limits
        self._all = AsyncLimiter(*limits.in_all)
        self._chats: LRUCache[Address, AsyncLimiter] = LRUCache(KEPT_CHATS)
        self._held: LRUCache[Address, Hold] = LRUCache(KEPT_CHATS)
        self._bot_held: Hold | None = None
        self._last_held: deque[Address] = deque(maxlen=CHATS_OF_A_BOT)
        self._waits: Counter[Address] = Counter()

    def begin_round(self) -> None:
        """Resets the short waits that each chat may cause the others."""
        self._waits.clear()

    def hold(self, to: Address, pause: timedelta) -> None:
        """Holds a chat for as long as the messenger asked."""
        now = self._clock.now()
        self._held[to] = (now, now + pause)
        if to in self._last_held:
            self._last_held.remove(to)
        self._last_held.append(to)
        holds = [hold for one in self._last_held if (hold := self._held.get(one)) and hold[0] + AT_ONCE > now < hold[1]]
        if len(holds) == CHATS_OF_A_BOT:
            self._bot_held = (now, min(until for _, until in holds))

    def hold_left(self, to: Address | None = None) -> timedelta:
        """How long a chat must still wait; without one, the bot itself."""
        return max(self._left(self._bot_held), self._left(self._held.get(to) if to else None))

    def pause_left(self, to: Address) -> timedelta:
        """How long a notice that may not be sent to a chat now must still wait."""
        limiter = self._limiter(to)
        return self.hold_left(to) or timedelta(seconds=limiter.time_period / limiter.max_rate)

    async def count(self, to: Address) -> None:
        """Counts a message that goes now, up to the whole of what is allowed."""
        for limiter in (self._limiter(to), self._all):
            if limiter.has_capacity():
                await limiter.acquire()

    async def has_room(self, to: Address) -> bool:
        """Whether a notice may go to a chat, after a moment's wait at most; the one who sends it counts it."""
        if not await self._has_come(to, self._limiter(to)):
            return False
        now = asyncio.get_running_loop().time
        end = now() + LONGEST_COURTESY
        while not _has_room(self._all) and now() < end:  # noqa: ASYNC110 - a bucket leaks by the clock alone
            await asyncio.sleep(self._all.time_period / self._all.max_rate)
        return True

    async def _has_come(self, to: Address, limiter: AsyncLimiter) -> bool:
        if _has_room(limiter):
            return True
        self._waits[to] += 1
        if self._waits[to] > WAITS:
            return False
        await asyncio.sleep(min(1.1 * limiter.time_period / limiter.max_rate, LONGEST_WAIT))
        if _has_room(limiter):
            return True
        self._waits[to] = WAITS
        return False

    def _left(self, hold: Hold | None) -> timedelta:
        """What is left of a hold; nothing when the clock was set back behind its begin."""
        now = self._clock.now()
        return hold[1] - now if hold and hold[0] <= now < hold[1] else timedelta()

    def _limiter(self, to: Address) -> AsyncLimiter:
        limiter = self._chats.get(to)
        if limiter is None:
            rate = self._limits.in_a_group if to.id < 0 else self._limits.in_a_chat
            limiter = self._chats[to] = AsyncLimiter(*rate)
        return limiter


def _has_room(limiter: AsyncLimiter) -> bool:
    return limiter.has_capacity(1 + LEFT_TO_ANSWERS * limiter.max_rate)
