"""Handles updates and loses none: one is confirmed when it is handled, or when the table keeps it."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable

import structlog

from bot.backoff import Backoff
from bot.clock import Clock
from bot.inbox.giving_up import GivingUp, SetAside, only_logged
from bot.inbox.lane import HeldUpdate, Lane, RecentKeys
from bot.inbox.leftovers import READ_AGAIN, Leftovers
from bot.inbox.update import (
    HandledUpdate,
    InboxTable,
    LaneName,
    NotStoredError,
    NotToldError,
    ReceivedUpdate,
    StoredUpdate,
    UpdateKey,
)
from bot.write_behind import WriteBehind

GRACE = 0.25  # seconds that an update may be in hand before it is stored; most are handled sooner and cost no write
LANE_IN_MEMORY = 50  # updates of one chat; the table alone keeps those behind them
KNOWN_KEYS = 20_000
NOTED_AFTER = 0.02  # seconds until a handled update is noted: a kill before repeats its answer
BACKOFF = Backoff(first=1.0, longest=60.0)  # before an update is handled again

Handle = Callable[[ReceivedUpdate], Awaitable[None]]
log = structlog.get_logger()


class Inbox:
    """In order within a lane, lanes side by side, each with one task."""

    def __init__(self, table: InboxTable, handle: Handle, clock: Clock, set_aside: SetAside = only_logged) -> None:
        """`handle` raises NotToldError where it must be called again; `set_aside` keeps why an update is given up."""
        self._table = table
        self._handle = handle
        self._giving_up = GivingUp(table, clock, set_aside)
        self.now = self._giving_up.now
        self._clock = clock
        self._held: dict[UpdateKey, HeldUpdate] = {}
        self._lanes: dict[LaneName, tuple[Lane, asyncio.Task[None]]] = {}
        self._leftovers = Leftovers(table, self._giving_up)
        self._may_begin = asyncio.Event()
        self._may_begin.set()
        self._handled = RecentKeys(KNOWN_KEYS)
        self._last_number = 0
        self._table_in_use = asyncio.Lock()  # adding and refilling must not see each other half done
        self._behind: WriteBehind[HandledUpdate] = WriteBehind("handled updates", table.settle, NOTED_AFTER)

    async def open(self) -> None:
        """Reads what an earlier run has left. Raises NotStoredError."""
        self._giving_up.open()
        left = await self._table.leftover(KNOWN_KEYS)
        self._last_number = left.last_number
        self._leftovers.expect(left.last_number)
        for key in left.handled:
            self._handled.add(key)

    async def run(self) -> None:
        """Takes up what an earlier run has left and notes what is handled; works until cancelled."""
        await asyncio.gather(self._behind.run(), self._leftovers.take_up(lambda: len(self._lanes), self._lane))

    def take(self, update: ReceivedUpdate) -> HeldUpdate:
        """Handles an update as soon as the earlier ones of its lane have ended; a known one is not repeated."""
        if known := self._held.get(update.key):
            return known
        self._last_number += 1
        held = HeldUpdate(self._last_number, update, asyncio.get_running_loop().create_future())
        if update.key in self._handled:
            held.end()
            return held
        self._held[update.key] = held
        held.in_line = update.lane in self._lanes
        self._lane(update.lane).put(held)
        return held

    def be_cautious(self) -> None:
        """The next updates are stored before they begin: one that ends the process at once would come for ever."""
        self._may_begin.clear()

    async def secure(self, held: Collection[HeldUpdate], grace: float = GRACE) -> None:
        """Waits until each is handled or stored; what the disk refuses stays as it is, unsafe."""
        waiting = [one for one in held if not one.is_safe]
        if waiting and not self._may_begin.is_set():
            await self._store(held)
            self._may_begin.set()
        elif waiting:
            in_line = any(one.in_line for one in waiting)  # its turn may be far: others must not wait with it
            await asyncio.wait([one.ended for one in waiting], timeout=0 if in_line else grace)
        if not all(one.is_safe for one in held):
            await self._store(held)

    async def finish(self, seconds: float) -> None:
        """What is in hand gets so long to end; the rest is stored and let go."""
        if self._lanes:
            await asyncio.wait([task for _, task in self._lanes.values()], timeout=seconds)
        await self._store(list(self._held.values()))
        await self.close()

    async def close(self) -> None:
        """Ends the lanes where they are and notes what was handled."""
        tasks = [task for _, task in self._lanes.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._lanes.clear()  # one cancelled before its first step has not left by itself
        await self._behind.flush()

    def _lane(self, name: LaneName) -> Lane:
        if name not in self._lanes:
            lane = Lane(name, LANE_IN_MEMORY, spilled=self._leftovers.may_be_anywhere)
            self._lanes[name] = (lane, asyncio.create_task(self._work(lane)))
        return self._lanes[name][0]

    async def _work(self, lane: Lane) -> None:
        try:
            while (held := lane.first()) or lane.spilled:
                await (self._until_handled(held) if held else self._refill(lane))
        finally:
            del self._lanes[lane.name]

    async def _until_handled(self, held: HeldUpdate) -> None:
        if held.number <= self._leftovers.last_number:
            await self._giving_up.count_beginning(held)
        else:
            await self._may_begin.wait()
        failures = 0
        while not (await self._giving_up.gives_up(held) or await self._is_handled(held)):
            failures += 1
            await asyncio.sleep(BACKOFF.pause(failures))
        await self._settle(held)

    async def _is_handled(self, held: HeldUpdate) -> bool:
        try:
            await self._handle(held.update)
        except NotToldError as error:
            log.warning("update.not_told", reason=repr(error.__cause__))
            return False
        except Exception:  # the last guard: one update must never stop those behind it
            log.exception("update.lost")
        return True

    async def _settle(self, held: HeldUpdate) -> None:
        """The raw text of a stored one is erased before the next of its lane begins."""
        self._handled.add(held.update.key)
        self._held.pop(held.update.key, None)
        held.end()
        handled = HandledUpdate(held.update.key, self._clock.now())
        if held.stored:
            try:
                await self._table.settle([handled])
            except NotStoredError:
                log.exception("update.not_settled")
            else:
                return
        self._behind.put(handled)

    async def _store(self, held: Collection[HeldUpdate]) -> None:
        async with self._table_in_use:
            unsafe = [one for one in held if not one.is_safe]
            try:
                if unsafe:
                    await self._table.add([one.as_row() for one in unsafe])
            except NotStoredError:
                log.exception("updates.not_stored", count=len(unsafe))
                return
            for one in unsafe:
                one.stored = True
            self._spill({one.update.lane for one in unsafe})

    def _spill(self, lanes: Iterable[LaneName]) -> None:
        for name in lanes:
            for held in self._lanes[name][0].spill() if name in self._lanes else ():
                self._held.pop(held.update.key, None)
                held.end()

    async def _refill(self, lane: Lane) -> None:
        try:
            async with self._table_in_use:
                rows = await self._table.waiting(lane.name, lane.last_read, LANE_IN_MEMORY)
                lane.last_read = rows[-1].number if rows else lane.last_read
                wanted = (row for row in rows if row.update.key not in self._handled)
                lane.refill(map(self._from_row, wanted), more=len(rows) == LANE_IN_MEMORY)
        except NotStoredError:
            log.exception("lane.not_read")
            await asyncio.sleep(READ_AGAIN)

    def _from_row(self, row: StoredUpdate) -> HeldUpdate:
        """The update of a stored row; one delivered again meanwhile takes its place."""
        held = self._held.get(row.update.key)
        if held is None:
            ended = asyncio.get_running_loop().create_future()
            held = self._held[row.update.key] = HeldUpdate(row.number, row.update, ended)
        held.number, held.stored = row.number, True
        return held
