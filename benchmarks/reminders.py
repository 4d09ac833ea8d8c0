"""Claiming reminders that are due, beside bare sqlite3 doing the same updates.

python -m benchmarks.reminders [--quick]
"""

import asyncio
import shutil
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import interleaved, quick, ratio, table
from bot.outbox.delivery_worker import LEASE
from bot.outbox.notice import Notice
from bot.people import Address
from bot.storage.database import Database
from bot.storage.tables import notices
from bot.storage.tables.notices import NoticeStore

DUE = 10_000 if quick() else 100_000
LATER = DUE  # as many again that are not due yet
ROUNDS = 3
BATCH = 1000
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        asyncio.run(fill(folder / "full.db"))
        report(folder)


def report(folder: Path) -> None:
    """Seconds to claim everything that is due; the courier claims fewer at a time."""
    taken = interleaved({"ours": partial(ours, folder), "bare sqlite3": partial(bare, folder)}, ROUNDS)
    rows = [
        (name, f"{min(times):.2f}", f"{DUE / min(times):.0f}", f"{ratio(times, taken['bare sqlite3']):.2f}")
        for name, times in taken.items()
    ]
    table((f"claiming {DUE} of {DUE + LATER}, {BATCH} at a time", "s", "a second", "time ratio"), rows)


async def fill(file: Path) -> None:
    async with await Database.open(file) as database:
        promises = [_promise(number) for number in range(DUE + LATER)]
        await database.write(lambda db: notices.put(db, promises))


def ours(folder: Path) -> float:
    """As the courier claims."""
    file = _fresh(folder)
    return asyncio.run(_claim_all(file))


async def _claim_all(file: Path) -> float:
    async with await Database.open(file) as database:
        store, taken = NoticeStore(database), 0.0
        while True:
            start = time.perf_counter()
            claimed = await store.claim(NOW, NOW + LEASE, BATCH)
            taken += time.perf_counter() - start
            if not claimed:
                return taken
            sent = [(notice.id,) for notice in claimed]  # not measured, but what is leased must not stand in the way
            await database.write(partial(_settle, sent))


def _settle(sent: Sequence[tuple[int]], db: sqlite3.Connection) -> None:
    db.executemany("update outbox set state = 'sent', leased_until = null where id = ?", sent)


def bare(folder: Path) -> float:
    """The same rows by their numbers, known beforehand: nothing is looked for and nothing is read."""
    file = _fresh(folder)
    until = (NOW + LEASE).isoformat()
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("pragma journal_mode = wal")
        db.execute("pragma synchronous = full")
        numbers = [id_ for (id_,) in db.execute("select id from outbox where due_at <= ? order by due_at", (_due(),))]
        start = time.perf_counter()
        for first in range(0, len(numbers), BATCH):
            db.execute("begin immediate")
            rows = [(until, id_) for id_ in numbers[first : first + BATCH]]
            db.executemany("update outbox set leased_until = ?, attempts = attempts + 1 where id = ?", rows)
            db.execute("commit")
        return time.perf_counter() - start


def _fresh(folder: Path) -> Path:
    file = folder / "run.db"
    for tail in ("-wal", "-shm"):
        file.with_name(file.name + tail).unlink(missing_ok=True)
    shutil.copy(folder / "full.db", file)
    return file


def _due() -> str:
    return NOW.isoformat()


def _promise(number: int) -> Notice:
    """Half of them is due by now, mixed with those that are not."""
    due = NOW + timedelta(seconds=number // 2 + 1) * (-1 if number % 2 else 1)
    payload: dict[str, str | int] = {"booking": number, "revision": 0}
    return Notice(Address("telegram", number), "reminder_soon", f"reminder:{number}:0", due, payload)


if __name__ == "__main__":
    main()
