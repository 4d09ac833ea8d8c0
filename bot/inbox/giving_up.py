"""Which updates get no answer: those too old for one, and those that end the process again and again."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock
from bot.inbox.lane import HeldUpdate
from bot.inbox.update import STALE, InboxTable, NotStoredError, ReceivedUpdate

AT_ONCE = 1_000  # stale updates in one transaction
MOST_BEGINNINGS = 10  # kills and restarts may hit one update by chance, though hardly so often

log = structlog.get_logger()

SetAside = Callable[[ReceivedUpdate, str], Awaitable[None]]


async def only_logged(update: ReceivedUpdate, reason: str) -> None:
    """Keeps nothing of an update but a line in the log."""
    log.warning("update.set_aside", channel=update.key[0], reason=reason)


class GivingUp:
    """Each chat is told once a day that its answers come no more."""

    def __init__(self, table: InboxTable, clock: Clock, set_aside: SetAside) -> None:
        self._table = table
        self._clock = clock
        self._set_aside = set_aside
        self._began: tuple[datetime, float] | None = None  # the same moment by the wall clock and by the loop's

    def open(self) -> None:
        """From now on the age of updates is known."""
        self._began = self._clock.now(), asyncio.get_running_loop().time()

    async def give_up_stored(self) -> None:
        """Gives up the stored updates that are too old, many at once: one by one they would take long."""
        now, count = self.now(), 0
        try:
            while stale := await self._table.stale(now - STALE, AT_ONCE):
                await self._table.abandon(stale, self._clock.now())
                count += len(stale)
        except NotStoredError:
            log.exception("updates.not_given_up")
        if count:
            log.info("updates.too_old", count=count)

    async def count_beginning(self, held: HeldUpdate) -> None:
        """Counts that an update of an earlier run is begun anew."""
        try:
            held.beginnings = await self._table.begin(held.update.key)
        except NotStoredError:
            log.exception("update.not_counted")

    async def gives_up(self, held: HeldUpdate) -> bool:
        """Whether the update has been given up now."""
        if not self._is_stale(held.update) and held.beginnings <= MOST_BEGINNINGS:
            return False
        try:
            if held.beginnings > MOST_BEGINNINGS:
                await self._set_aside(held.update, "the process ended in the middle of it again and again")
            await self._table.abandon([held.update], self._clock.now())
        except NotStoredError:
            log.exception("update.not_given_up")
            return False
        return True

    def now(self) -> datetime:
        """The moment by the loop's clock since the start: a wall clock that is set must silence nobody."""
        if self._began is None:
            return self._clock.now()
        wall, loop = self._began
        return wall + timedelta(seconds=asyncio.get_running_loop().time() - loop)

    def _is_stale(self, update: ReceivedUpdate) -> bool:
        return update.said_at is not None and self.now() - update.said_at > STALE
