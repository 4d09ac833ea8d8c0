"""One writer, readers apart, whole transactions, and clear words where the file cannot be used."""

import asyncio
import sqlite3
import threading
from contextlib import closing
from functools import partial
from importlib import metadata
from pathlib import Path

import pytest

from bot.storage import database as module
from bot.storage.database import Database, UnusableDatabaseError
from tests.storage.rows import count, filled, gap, rows, spoil_pages, texts


async def refused(file: Path) -> str:
    with pytest.raises(UnusableDatabaseError) as error:
        await Database.open(file)
    assert error.value.path == file
    assert str(error.value) == f"{file}: {error.value.reason}"
    return error.value.reason


async def test_a_new_file_is_made_with_its_folder_and_survives_power_cuts(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "new" / "folder" / "bot.sqlite3") as database:
        pragmas = await database.write(
            lambda db: [
                db.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
            ]
        )

    assert pragmas == ["wal", 2, 1]


async def test_the_call_into_aiosqlites_thread_was_written_for_this_version() -> None:
    """With another one read `_execute` and `_conn` in its source first, then change the version here."""
    assert metadata.version("aiosqlite").startswith("0.22.")


def test_erased_text_is_not_left_in_the_file(file: Path) -> None:
    secret = "СНИЛС 112-233-445 95"

    asyncio.run(_write_and_erase(file, secret))

    assert secret.encode() not in file.read_bytes()


async def _write_and_erase(file: Path, secret: str) -> None:
    async with await Database.open(file) as database:
        await database.write(lambda db: gap(db, secret))
        await database.write(lambda db: db.execute("delete from gap"))


async def test_what_was_written_is_read_and_survives_reopening(file: Path) -> None:
    await filled(file, "вопрос")

    assert await texts(file) == ["вопрос"]


async def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def fail(db: sqlite3.Connection) -> None:
        gap(db, "первый")
        gap(db, "первый")

    with pytest.raises(sqlite3.IntegrityError):
        await database.write(fail)

    assert await count(database, "gap") == 0


async def test_an_error_of_ours_undoes_the_transaction_too(database: Database) -> None:
    def fail(db: sqlite3.Connection) -> None:
        gap(db, "первый")
        raise LookupError("передумали")

    with pytest.raises(LookupError, match="передумали"):
        await database.write(fail)

    assert await count(database, "gap") == 0


async def test_work_that_ended_its_transaction_itself_keeps_its_own_error(database: Database) -> None:
    def fail(db: sqlite3.Connection) -> None:
        db.execute("commit")
        raise LookupError("после конца")

    with pytest.raises(LookupError, match="после конца"):
        await database.write(fail)

    assert await database.write(lambda db: db.in_transaction)


async def test_transactions_of_two_coroutines_do_not_mix(database: Database) -> None:
    def fail(db: sqlite3.Connection) -> None:
        gap(db, "плохой")
        raise LookupError

    goods = [database.write(partial(gap, text=f"хороший {n}")) for n in range(5)]
    bads = [database.write(fail) for _ in range(5)]

    ended = await asyncio.gather(
        *(one for pair in zip(goods, bads, strict=True) for one in pair), return_exceptions=True
    )

    assert [type(end) for end in ended] == [type(None), LookupError] * 5
    assert await rows(database, "select text from gap order by text") == [(f"хороший {n}",) for n in range(5)]


async def test_a_reader_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.read(lambda db: gap(db, "тайком"))


async def test_a_long_reader_does_not_hold_up_the_writer_and_sees_its_own_moment(database: Database) -> None:
    reading, done = threading.Event(), threading.Event()

    def look(db: sqlite3.Connection) -> list[int]:
        db.execute("begin")
        seen = [db.execute("select count(*) from gap").fetchone()[0]]
        reading.set()
        done.wait(5)
        seen.append(db.execute("select count(*) from gap").fetchone()[0])
        db.execute("commit")
        return seen

    looking = asyncio.create_task(database.read(look))
    await asyncio.to_thread(reading.wait, 5)
    await asyncio.wait_for(database.write(lambda db: gap(db, "новый")), 2)
    done.set()

    assert (await looking, await count(database, "gap")) == ([0, 0], 1)


async def test_a_long_study_keeps_neither_readers_nor_the_writer_waiting(database: Database) -> None:
    studying, done = threading.Event(), threading.Event()

    def study(_: sqlite3.Connection) -> bool:
        studying.set()
        return done.wait(5)

    long = asyncio.create_task(database.study(study))
    await asyncio.to_thread(studying.wait, 5)
    await asyncio.wait_for(database.write(lambda db: gap(db, "новый")), 2)
    seen = await asyncio.wait_for(count(database, "gap"), 2)
    done.set()

    assert (await long, seen) == (True, 1)


async def test_a_study_writes_nothing(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        await database.study(lambda db: gap(db, "нет"))


async def test_a_writer_waits_for_another_process_and_then_writes(database: Database, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        gap(other, "чужой")
        writing = asyncio.create_task(database.write(lambda db: gap(db, "свой")))
        await asyncio.sleep(0.05)
        waited = not writing.done()
        other.execute("commit")
        await asyncio.wait_for(writing, 2)

    assert (waited, await count(database, "gap")) == (True, 2)


async def test_a_writer_gives_up_with_a_clear_error_and_works_on_later(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BUSY_MILLISECONDS", 50)
    async with await Database.open(file) as database:
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("begin exclusive")
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                await database.write(lambda db: gap(db, "рано"))

        await database.write(lambda db: gap(db, "поздно"))

        assert await rows(database, "select text from gap") == [("поздно",)]


async def test_a_file_held_by_another_process_is_told_at_the_start(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_MILLISECONDS", 50)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("create table x (a)")
        other.execute("begin exclusive")

        assert await refused(file) == "файл занят другой программой"


async def test_on_a_full_disk_nothing_is_half_written_and_reading_goes_on(database: Database) -> None:
    def too_much(db: sqlite3.Connection) -> None:
        gap(db, "мало")
        gap(db, "много" * 1_000_000)

    await database.write(lambda db: gap(db, "прежний"))
    await database.write(lambda db: db.execute("pragma max_page_count = 1").fetchone())
    with pytest.raises(sqlite3.OperationalError, match="full"):
        await database.write(too_much)
    seen = await rows(database, "select text from gap")

    await database.write(lambda db: db.execute("pragma max_page_count = 1000000").fetchone())
    await database.write(lambda db: gap(db, "снова есть место"))

    assert (seen, await count(database, "gap")) == ([("прежний",)], 2)


def test_a_file_of_rubbish_is_told(file: Path) -> None:
    file.write_text("это не база" * 1000, encoding="utf-8")

    assert asyncio.run(refused(file)) == "это не база данных"


async def test_a_file_with_a_broken_page_is_told(file: Path) -> None:
    await filled(file)
    spoil_pages(file)

    assert await refused(file) != ""


async def test_a_large_file_is_not_read_through_before_the_first_answer(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await filled(file)
    with closing(sqlite3.connect(file)) as other:
        other.execute("pragma ignore_check_constraints = on")
        other.execute("insert into opinion (person, article, day, helped) values ('p', 'a', '', 7)")
        other.commit()
    found = await refused(file)

    monkeypatch.setattr(module, "CHECKED", 0)

    assert (found, await texts(file)) == ("CHECK constraint failed in opinion", ["было"])


def test_a_folder_in_place_of_the_file_is_told(file: Path) -> None:
    file.mkdir()

    assert asyncio.run(refused(file)) == "файл или его папка не открываются"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert asyncio.run(refused(tmp_path / "file" / "bot.sqlite3")) == "на этом месте уже что-то есть"


def test_a_failed_start_leaves_no_thread_behind(file: Path) -> None:
    file.mkdir()
    before = threading.active_count()

    asyncio.run(refused(file))

    assert threading.active_count() == before


async def test_a_file_of_a_newer_program_is_refused_and_untouched(file: Path) -> None:
    await filled(file)
    with closing(sqlite3.connect(file)) as other:
        other.execute("pragma user_version = 9999")

    assert "схема 9999 новее, чем знает эта программа" in await refused(file)


async def test_where_the_reader_cannot_be_opened_the_writer_is_closed(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_READER", "pragma (")

    assert "syntax error" in await refused(file)


async def test_a_closed_database_does_nothing_more(file: Path) -> None:
    async with await Database.open(file) as database:
        pass

    with pytest.raises(ValueError, match="closed"):
        await database.write(lambda db: gap(db, "поздно"))
