"""The store against bare sqlite3 in the same run: many at once, several processes, a long reader, how safe a commit is.

python -m benchmarks.storage [--quick]
"""

import asyncio
import multiprocessing
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
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
PROCESSES, EACH = 3, 100
SCHEMA = "create table visit (id integer primary key, who text not null); create table promise (visit integer, at text)"
WRITER = ("pragma journal_mode = wal", "pragma foreign_keys = on")

Write = Callable[[], Awaitable[object]]
_FILES = count()


def main() -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        many_at_once(folder)
        burst(folder)
        several_processes(folder)
        long_reader(folder)
        asyncio.run(one_rollback(folder))


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


def several_processes(folder: Path) -> None:
    """Read, then write, from several processes: what fails when a transaction does not say at once that it writes."""
    rows = []
    for title, begin, patience in (
        ("begin, без ожидания", "begin", 0.0),
        ("begin, busy_timeout 5 с", "begin", 5.0),
        ("begin immediate, busy_timeout 5 с", "begin immediate", 5.0),
    ):
        path = folder / f"{next(_FILES)}.sqlite3"
        _fresh(folder, path).close()
        with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
            failed = sum(pool.starmap(_compete, [(path, begin, patience)] * PROCESSES))
        rows.append((title, f"{failed} из {PROCESSES * EACH}"))
    print(f"{PROCESSES} процесса, {PROCESSES * EACH} транзакций «прочитать и записать»")
    table(("", "не удалось"), rows)


def _compete(path: Path, begin: str, patience: float) -> int:
    failed = 0
    with closing(sqlite3.connect(path, isolation_level=None, timeout=patience)) as db:
        for _ in range(EACH):
            try:
                db.execute(begin)
                db.execute("select count(*) from visit").fetchone()
                _book(db)
                db.execute("commit")
            except sqlite3.OperationalError:
                failed += 1
                if db.in_transaction:
                    db.execute("rollback")
    return failed


def long_reader(folder: Path) -> None:
    """How the write-ahead log grows while a report reads on, and what is left of it afterwards."""
    number = 5_000 if quick() else 20_000
    rows = []
    for title, reading in (("никто не читает долго", False), ("долгое чтение", True)):
        path = folder / f"{next(_FILES)}.sqlite3"
        with closing(_fresh(folder, path)) as db, closing(sqlite3.connect(path, isolation_level=None)) as reader:
            db.execute("pragma synchronous = off")
            if reading:
                reader.execute("begin")
                reader.execute("select count(*) from visit").fetchone()
            for _ in range(number):
                db.execute("insert into visit (who) values (?)", ("Анна" * 50,))
            held = _wal(path)
            if reading:
                reader.execute("commit")
            db.execute("pragma wal_checkpoint(truncate)")
            rows.append((title, f"{held:.1f}", f"{_wal(path):.1f}"))
    print(f"{number} вставок; размер журнала WAL, МБ")
    table(("", "к концу", "после checkpoint"), rows)


def _wal(path: Path) -> float:
    return path.with_name(f"{path.name}-wal").stat().st_size / 1e6


async def one_rollback(folder: Path) -> None:
    """Two at once, one fails: what is left of the other's insert."""
    rows = [
        ("aiosqlite, оператор за оператором, одно соединение", await _shared_statements(folder)),
        ("наш Database.write", await _shared_functions(folder)),
    ]
    print("две транзакции рядом, одна отказывает; что осталось от другой")
    table(("", "строк"), [(title, f"{left} из 1") for title, left in rows])


async def _shared_statements(folder: Path) -> int:
    path = folder / f"{next(_FILES)}.sqlite3"
    async with aiosqlite.connect(path) as db:
        await db.executescript(SCHEMA)

        async def good() -> None:
            await db.execute("insert into visit (who) values ('Анна')")
            await asyncio.sleep(0.01)
            await db.commit()

        async def refused() -> None:
            await asyncio.sleep(0.005)
            await db.rollback()

        await asyncio.gather(good(), refused())
        return _count(path)


async def _shared_functions(folder: Path) -> int:
    path = folder / f"{next(_FILES)}.sqlite3"

    def refused(db: sqlite3.Connection) -> None:
        _book(db)
        raise ValueError

    async with await Database.open(path) as database:
        await database.write(_make)
        works: Iterable[Awaitable[object]] = (database.write(_book), database.write(refused))
        await asyncio.gather(*works, return_exceptions=True)
        return _count(path)


def _count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("select count(*) from visit").fetchone()[0])


def _fresh(folder: Path, path: Path | None = None) -> sqlite3.Connection:
    db = sqlite3.connect(path or folder / f"{next(_FILES)}.sqlite3", isolation_level=None)
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
