"""The store against bare sqlite3 in the same run: many at once, one by one, a burst of twenty.

python -m benchmarks.storage [--quick]
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import aiosqlite
import uvloop

from benchmarks.measuring import interleaved, quantile, quick, ratio, table
from bot.storage.database import Database

AT_ONCE = 32
BURST = 20  # writers of one moment: a reminder's readers, a reopened timetable
SCHEMA = "create table visit (id integer primary key, who text not null); create table promise (visit integer, at text)"
WRITER = ("pragma journal_mode = wal", "pragma foreign_keys = on")

Write = Callable[[], Awaitable[object]]
_FILES = count()


def main() -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        many_at_once(folder)
        burst(folder)


def many_at_once(folder: Path) -> None:
    """Transactions of two inserts, 32 callers at once."""
    number, rounds = (320, 3) if quick() else (960, 7)
    ways: dict[str, Callable[[], float]] = {
        "sqlite3, один поток (потолок)": partial(_bare, folder, number, "full"),
        "sqlite3, synchronous = normal": partial(_bare, folder, number, "normal"),
        f"sqlite3, {AT_ONCE} за один commit": partial(_bare, folder, number, "full", AT_ONCE),
        "наш Database.write": lambda: _looped(_ours(folder, number)),
        "наш, по одному": lambda: _looped(_ours(folder, number // 4, at_once=1)),
        "aiosqlite, оператор за оператором": lambda: _looped(_by_statements(folder, number)),
    }
    taken = interleaved(ways, rounds)
    ceiling = taken["sqlite3, один поток (потолок)"]
    rows = [(name, f"{median(rates):.0f}", f"{ratio(rates, ceiling):.2f}") for name, rates in taken.items()]
    print(f"{number} транзакций по две вставки, {AT_ONCE} сразу, synchronous = full; кругов: {rounds}")
    table(("", "транзакций/с", "к потолку"), rows)


def _bare(folder: Path, number: int, synchronous: str, together: int = 1) -> float:
    with closing(_fresh(folder)) as db:
        db.execute(f"pragma synchronous = {synchronous}")
        started = perf_counter()
        for _ in range(number // together):
            db.execute("begin immediate")
            for _ in range(together):
                _book(db)
            db.execute("commit")
        return number / (perf_counter() - started)


async def _ours(folder: Path, number: int, at_once: int = AT_ONCE) -> float:
    path = folder / f"{next(_FILES)}.sqlite3"
    async with await Database.open(path) as database:
        await database.write(_make)
        return await _timed(lambda: database.write(_book), number, at_once)


async def _by_statements(folder: Path, number: int) -> float:
    path = folder / f"{next(_FILES)}.sqlite3"
    async with aiosqlite.connect(path, isolation_level=None) as db:
        for pragma in (*WRITER, "pragma synchronous = full"):
            await db.execute(pragma)
        await db.executescript(SCHEMA)
        guard = asyncio.Lock()

        async def book() -> None:
            async with guard:
                await db.execute("begin immediate")
                visit = await db.execute("insert into visit (who) values ('Анна')")
                await db.execute("insert into promise (visit, at) values (?, 'завтра')", (visit.lastrowid,))
                await db.execute("commit")

        return await _timed(book, number, AT_ONCE)


async def _timed(write: Write, number: int, at_once: int) -> float:
    async def caller() -> None:
        for _ in range(number // at_once):
            await write()

    started = perf_counter()
    await asyncio.gather(*(caller() for _ in range(at_once)))
    return number / (perf_counter() - started)


def burst(folder: Path) -> None:
    """Twenty writers in one moment, as the oblast has them: how long the last one waits."""
    rounds = 10 if quick() else 60
    ways: dict[str, Callable[[], float]] = {
        f"sqlite3, {BURST} за один commit": partial(_bare, folder, BURST, "full", BURST),
        f"sqlite3, {BURST} commit": partial(_bare, folder, BURST, "full"),
        "наш Database.write": lambda: _looped(_ours(folder, BURST, BURST)),
    }
    waits = {name: [1000 * BURST / rate for rate in rates] for name, rates in interleaved(ways, rounds).items()}
    print(f"{BURST} пишут в один миг; сколько ждёт последний, мс; кругов: {rounds}")
    rows = [(name, f"{median(ms):.1f}", f"{quantile(ms, 0.95):.1f}") for name, ms in waits.items()]
    table(("", "p50", "p95"), rows)


def _fresh(folder: Path) -> sqlite3.Connection:
    db = sqlite3.connect(folder / f"{next(_FILES)}.sqlite3", isolation_level=None)
    for pragma in WRITER:
        db.execute(pragma)
    _make(db)
    return db


def _make(db: sqlite3.Connection) -> None:
    for statement in SCHEMA.split("; "):
        db.execute(statement)


def _book(db: sqlite3.Connection) -> None:
    visit = db.execute("insert into visit (who) values ('Анна')").lastrowid
    db.execute("insert into promise (visit, at) values (?, 'завтра')", (visit,))


def _looped(rate: Awaitable[float]) -> float:
    async def awaited() -> float:
        return await rate

    return uvloop.run(awaited())


if __name__ == "__main__":
    main()
