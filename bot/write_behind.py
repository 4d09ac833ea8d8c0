"""Rows that may reach the disk a moment after the answer: gathered, written in batches, never in the way."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

import structlog

T = TypeVar("T")

FLUSH_SECONDS = 0.2
PAUSE_AFTER_FAILURE = 5.0
MOST_WAITING = 10_000  # beyond them the disk has been failing for long; the newest are counted as lost

log = structlog.get_logger()


class WriteBehind(Generic[T]):
    """At most FLUSH_SECONDS late, or as said; what waits at the end is written by the last `flush`."""

    def __init__(self, name: str, write: Callable[[list[T]], Awaitable[object]], seconds: float | None = None) -> None:
        self._name = name
        self._seconds = seconds
        self._write = write
        self._waiting: list[T] = []
        self._some = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()  # or a flush would end while rows another one took are still on their way

    def put(self, row: T) -> None:
        """Takes a row and returns at once."""
        if len(self._waiting) >= MOST_WAITING:
            log.error("rows.lost", rows=self._name)
            return
        self._waiting.append(row)
        self._some.set()

    async def run(self) -> None:
        """Writes waiting rows until cancelled."""
        while True:
            await self._some.wait()
            await asyncio.sleep(FLUSH_SECONDS if self._seconds is None else self._seconds)
            if not await self.flush():
                await asyncio.sleep(PAUSE_AFTER_FAILURE)

    async def flush(self) -> bool:
        """Writes what waits; on failure it waits on. Whether nothing failed."""
        async with self._one_at_a_time:
            return await self._flush()

    async def _flush(self) -> bool:
        batch, self._waiting = self._waiting, []
        self._some.clear()
        if not batch:
            return True
        writing = asyncio.ensure_future(self._write(batch))
        try:
            await asyncio.shield(writing)
        except asyncio.CancelledError:
            # A transaction cannot be called back: its end tells whether the last flush must write these rows again.
            await asyncio.wait([writing])
            if writing.cancelled() or writing.exception():
                self._wait_on(batch)
            raise
        except Exception:
            self._wait_on(batch)
            log.exception("rows.not_written", rows=self._name, waiting=len(self._waiting))
            return False
        return True

    def _wait_on(self, batch: list[T]) -> None:
        self._waiting = batch + self._waiting
        self._some.set()
