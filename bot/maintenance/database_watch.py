"""Checks that the database's file is still where it was opened."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import structlog

from bot.people import Address

TELLING_SECONDS = 5.0

log = structlog.get_logger()

Tell = Callable[[Address], Awaitable[None]]


class DatabaseWatch:
    """Stops the bot when the database's file is gone; admins are told directly, for the outbox is gone too."""

    def __init__(self, is_lost: Callable[[], bool], admins: Iterable[Address], tell: Tell) -> None:
        self._is_lost = is_lost
        self._admins = tuple(sorted(admins))
        self._tell = tell
        self.lost = asyncio.Event()

    async def look(self) -> None:
        """Checks the file and tells the admins once, if the messenger can be reached."""
        if self.lost.is_set() or not self._is_lost():
            return
        log.critical("database.lost")
        try:
            async with asyncio.timeout(TELLING_SECONDS):
                await asyncio.gather(*map(self._tell_one, self._admins))
        except TimeoutError:
            log.warning("database.loss_not_told")
        finally:
            self.lost.set()

    async def _tell_one(self, admin: Address) -> None:
        try:
            await self._tell(admin)
        except Exception:  # the others are to be told all the same
            log.exception("database.loss_not_told")
