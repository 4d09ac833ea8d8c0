"""Deletes data whose retention time is over."""

from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock

SETTLED_DAYS = 30


class Expiring(Protocol):
    """A store that deletes its own expired rows."""

    async def expire(self) -> None: ...


class PersonalData(Protocol):
    """All that is kept of people, by the list of personal tables."""

    async def end(self, before: datetime, settled_before: datetime) -> None: ...


class Retention:
    """Retention times: what people left so many days, settled notices and requests a month, awaited text its own."""

    def __init__(self, awaited: Expiring, personal_data: PersonalData, days: int, clock: Clock) -> None:
        self._awaited = awaited
        self._personal_data = personal_data
        self._days = days
        self._clock = clock

    async def sweep(self) -> None:
        """Erases everything whose time has passed."""
        now = self._clock.now()
        await self._awaited.expire()
        await self._personal_data.end(now - timedelta(days=self._days), now - timedelta(days=SETTLED_DAYS))
