"""The updates of one chat that wait for their turn."""

import asyncio
from collections import deque
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field

from cachetools import FIFOCache

from bot.inbox.update import LaneName, ReceivedUpdate, StoredUpdate, UpdateKey


@dataclass(slots=True, eq=False)
class HeldUpdate:
    """An update in memory; awaiting it waits until it is handled, or left to the table alone."""

    number: int
    update: ReceivedUpdate
    ended: asyncio.Future[None]
    in_line: bool = False  # whether others of its lane came before it and were not handled then
    stored: bool = False
    beginnings: int = 0  # in runs that ended before it was handled, and in this one

    @property
    def is_safe(self) -> bool:
        """Whether a kill in the next moment would lose nothing."""
        return self.stored or self.ended.done()

    def end(self) -> None:
        """Marks the update as handled, or as kept by the table alone."""
        if not self.ended.done():
            self.ended.set_result(None)

    def as_row(self) -> StoredUpdate:
        return StoredUpdate(self.number, self.update)

    def __await__(self) -> Generator[None, None, None]:
        return asyncio.shield(self.ended).__await__()


@dataclass(slots=True, eq=False)
class Lane:
    """First come, first served; of a long lane memory holds the beginning, the table the rest."""

    name: LaneName
    most: int  # updates in memory
    spilled: bool = False  # whether the table holds updates of this lane that memory does not
    last_read: int = 0  # of the numbers that came into memory
    queue: deque[HeldUpdate] = field(default_factory=deque)
    overflow: list[HeldUpdate] = field(default_factory=list)  # until the table has them

    def put(self, held: HeldUpdate) -> None:
        """Adds an update at the end."""
        if self.spilled or self.overflow or len(self.queue) >= self.most:
            self.overflow.append(held)
        else:
            self.queue.append(held)

    def first(self) -> HeldUpdate | None:
        """The next in turn; None where the table must be asked, or nothing waits."""
        if not self.queue and not self.spilled:
            self.queue.extend(self.overflow)
            self.overflow.clear()
        if not self.queue:
            return None
        held = self.queue.popleft()
        self.last_read = max(self.last_read, held.number)
        return held

    def spill(self) -> list[HeldUpdate]:
        """Leaves to the table the updates that memory need not hold."""
        gone = [held for held in self.overflow if held.stored]
        self.overflow = [held for held in self.overflow if not held.stored]
        self.spilled = self.spilled or bool(gone)
        return gone

    def refill(self, held: Iterable[HeldUpdate], *, more: bool) -> None:
        """Takes what the table gave; `more` says whether it has others of this lane."""
        for one in held:
            if one in self.overflow:
                self.overflow.remove(one)
            self.queue.append(one)
        self.spilled = more


class RecentKeys:
    """The keys of the last handled updates; the oldest are forgotten."""

    def __init__(self, most: int) -> None:
        self._keys: FIFOCache[UpdateKey, None] = FIFOCache(most)

    def __contains__(self, key: UpdateKey) -> bool:
        return key in self._keys

    def add(self, key: UpdateKey) -> None:
        self._keys[key] = None
