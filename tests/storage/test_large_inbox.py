"""A hundred thousand updates left by an earlier run: the start is quick, memory flat, everybody told once."""

import asyncio
import json
import sqlite3
import time
import tracemalloc
from datetime import datetime, timedelta

from bot.inbox.inbox import Inbox
from bot.inbox.update import ReceivedUpdate
from bot.storage.database import Database
from bot.storage.tables.inbox import InboxStore
from tests.hand_clock import NOON, HandClock
from tests.storage.rows import rows

UPDATES, CHATS = 100_000, 20_000
MEGABYTE = 1024 * 1024
A_WEEK_AGO = NOON - timedelta(days=7)


async def fill(database: Database, said_at: datetime) -> None:
    raw = json.dumps({"update_id": 1, "message": {"text": "как восстановить пароль " * 10}})

    def work(db: sqlite3.Connection) -> None:
        db.executemany(
            "insert into inbox (channel, key, number, lane, sender, raw, said_at)"
            " values ('telegram', ?, ?, ?, ?, ?, ?)",
            (
                (f"42:{number}", number, str(number % CHATS), str(number % CHATS), raw, said_at.isoformat())
                for number in range(1, UPDATES + 1)
            ),
        )

    await database.write(work)


class Measured:
    """An inbox opened with an eye on the clock and on the memory."""

    def __init__(self, database: Database) -> None:
        self.heard = 0
        self.inbox = Inbox(InboxStore(database), self._hear, HandClock())

    async def _hear(self, _: ReceivedUpdate) -> None:
        self.heard += 1

    async def open(self) -> tuple[float, float]:
        """Seconds, and megabytes at the most."""
        tracemalloc.start()
        began = time.perf_counter()
        await self.inbox.open()
        seconds = time.perf_counter() - began
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return seconds, most / MEGABYTE


async def test_after_a_week_of_downtime_it_starts_at_once_and_tells_each_person_once(database: Database) -> None:
    await fill(database, A_WEEK_AGO)
    measured = Measured(database)
    seconds, megabytes = await measured.open()

    running = asyncio.create_task(measured.inbox.run())
    async with asyncio.timeout(120):
        while await rows(database, "select 1 from inbox where handled_at is null limit 1"):  # noqa: ASYNC110 - as below
            await asyncio.sleep(0.3)

    running.cancel()
    await measured.inbox.close()
    assert (measured.heard, seconds < 5, megabytes < 10) == (0, True, True)
    assert await rows(database, "select count(*), count(distinct recipient) from outbox") == [(CHATS, CHATS)]
    assert await rows(database, "select count(*) from inbox where handled_at is not null") == [(UPDATES,)]


async def test_what_is_still_worth_answering_is_taken_up_with_flat_memory(database: Database) -> None:
    await fill(database, NOON)
    measured = Measured(database)
    seconds, megabytes = await measured.open()
    tracemalloc.start()
    running = asyncio.create_task(measured.inbox.run())

    async with asyncio.timeout(60):
        while measured.heard < 500:  # noqa: ASYNC110 - what is waited for is not ours to signal
            await asyncio.sleep(0.01)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    running.cancel()
    await measured.inbox.close()
    assert seconds < 10
    assert (megabytes < 10, most / MEGABYTE < 10) == (True, True)
