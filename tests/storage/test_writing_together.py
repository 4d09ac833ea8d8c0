"""Many writers at once: each has a transaction of its own, in the order of asking."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "bot.sqlite3") as database:
        await database.write(lambda db: db.execute("create table visit (who text not null unique) strict"))
        yield database


async def book(database: Database, who: str) -> int:
    def work(db: sqlite3.Connection) -> int:
        return db.execute("insert into visit (who) values (?)", (who,)).rowcount

    return await database.write(work)


def booked(path: Path) -> set[str]:
    """As another process sees it."""
    with closing(sqlite3.connect(path)) as db:
        return {who for (who,) in db.execute("select who from visit")}


async def test_what_was_written_at_once_is_all_there(database: Database) -> None:
    people = {f"Анна {number}" for number in range(200)}

    done = await asyncio.gather(*(book(database, who) for who in people))

    assert done == [1] * 200
    assert booked(database.path) == people


async def test_one_refusal_neither_erases_nor_hides_what_others_wrote(database: Database) -> None:
    done = await asyncio.gather(
        *(book(database, who) for who in ("Анна", "Борис", "Анна", "Вера")), return_exceptions=True
    )

    assert [type(result) for result in done] == [int, int, sqlite3.IntegrityError, int]
    assert booked(database.path) == {"Анна", "Борис", "Вера"}


async def test_what_failed_half_way_leaves_nothing_behind(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        db.execute("insert into visit (who) values ('наполовину')")
        raise LookupError

    done = await asyncio.gather(database.write(work), book(database, "Анна"), return_exceptions=True)

    assert [type(result) for result in done] == [LookupError, int]
    assert booked(database.path) == {"Анна"}


async def test_the_order_of_asking_is_the_order_of_writing(database: Database) -> None:
    await asyncio.gather(*(book(database, str(number)) for number in range(100)))

    rows = await database.read(lambda db: db.execute("select who from visit order by rowid").fetchall())

    assert [int(who) for (who,) in rows] == list(range(100))


async def test_who_no_longer_waits_takes_nobody_with_him(database: Database) -> None:
    impatient = asyncio.create_task(book(database, "Анна"))
    others = [asyncio.create_task(book(database, who)) for who in ("Борис", "Вера")]
    await asyncio.sleep(0)

    impatient.cancel()
    await asyncio.gather(*others)

    assert booked(database.path) >= {"Борис", "Вера"}


async def test_each_transaction_is_run_once_even_when_another_beside_it_fails(database: Database) -> None:
    runs = list[str]()

    def note(db: sqlite3.Connection) -> None:
        runs.append("хорошая")
        db.execute("insert into visit (who) values ('Анна')")

    def fail(_: sqlite3.Connection) -> None:
        runs.append("плохая")
        raise LookupError

    await asyncio.gather(database.write(note), database.write(fail), return_exceptions=True)

    assert (runs, booked(database.path)) == (["хорошая", "плохая"], {"Анна"})
