"""The updates that an earlier run has left in the table, taken up a few chats at a time, however many they are."""

import asyncio
from collections.abc import Callable

import structlog

from bot.inbox.giving_up import GivingUp
from bot.inbox.update import InboxTable, LaneName, NotStoredError

LANES_AT_ONCE = 100  # chats that are taken up side by side
READ_AGAIN = 1.0  # seconds until what the disk did not give is read again

log = structlog.get_logger()


class Leftovers:
    """Walks through the table by number; memory holds a page of it."""

    def __init__(self, table: InboxTable, giving_up: GivingUp) -> None:
        self._table = table
        self._giving_up = giving_up
        self.last_number = 0  # of an earlier run
        self.may_be_anywhere = False  # whether any lane may still have some

    def expect(self, last_number: int) -> None:
        """Begins with what the table holds now."""
        self.last_number = last_number
        self.may_be_anywhere = last_number > 0

    async def take_up(self, lanes: Callable[[], int], begin: Callable[[LaneName], object]) -> None:
        """Gives up what is too old and begins each lane that has others; `lanes` tells how many are at work."""
        await self._giving_up.give_up_stored()
        number = 0
        while self.may_be_anywhere:
            try:
                page = await self._table.lanes(number, LANES_AT_ONCE)
            except NotStoredError:
                log.exception("lanes.not_read")
                await asyncio.sleep(READ_AGAIN)
                continue
            for _, name in page:
                while lanes() >= LANES_AT_ONCE:  # noqa: ASYNC110 - any of them may end
                    await asyncio.sleep(0.01)
                begin(name)
            number = page[-1][0] if page else self.last_number
            self.may_be_anywhere = number < self.last_number
