"""Deletes data whose retention time is over."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock

SETTLED_DAYS = 30


class Expiring(Protocol):
    """A store that deletes its own expired rows."""

    async def expire(self) -> None: ...


Sweep = Callable[[datetime], Awaitable[None]]


class Retention:
    """Retention times: questions so many days, settled notices and requests a month, awaited text its own time."""

    def __init__(
        self, awaited: Expiring, of_people: Sequence[Sweep], settled: Sequence[Sweep], days: int, clock: Clock
    ) -> None:
        self._awaited = awaited
        self._of_people = tuple(of_people)
        self._settled = tuple(settled)
        self._days = days
        self._clock = clock

    async def sweep(self) -> None:
        """Erases everything whose time has passed."""
        now = self._clock.now()
        await self._awaited.expire()
        for sweep in self._of_people:
            await sweep(now - timedelta(days=self._days))
        for sweep in self._settled:
            await sweep(now - timedelta(days=SETTLED_DAYS))
