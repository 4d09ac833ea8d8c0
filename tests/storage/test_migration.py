"""The schema comes from numbered files; it is the same whichever release a file began with."""

import asyncio
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage import migration
from bot.storage.database import Database, UnusableDatabaseError
from bot.storage.migration import Migration, known, migrate
from tests.storage.rows import filled, rows, texts

ALL = known()
SCHEMA = "select type, name, tbl_name, sql from sqlite_schema order by type, name"


def fresh(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None)


def test_files_are_numbered_without_a_gap_and_named_by_what_they_do() -> None:
    assert [one.number for one in ALL] == list(range(1, len(ALL) + 1))
    assert [one.name for one in ALL if not re.fullmatch(r"\d{4}_[a-z]+(_[a-z]+)*\.sql", one.name)] == []


@pytest.mark.parametrize("first", range(len(ALL) + 1))
def test_a_migrated_file_has_the_schema_of_a_fresh_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: int
) -> None:
    old, new = fresh(tmp_path / "old.sqlite3"), fresh(tmp_path / "new.sqlite3")
    monkeypatch.setattr(migration, "known", lambda: [*ALL[:first], Migration(0, "", "")])
    begun = migrate(old)
    monkeypatch.undo()

    added = migrate(old)
    migrate(new)

    assert begun + added == [one.name for one in ALL]
    assert old.execute(SCHEMA).fetchall() == new.execute(SCHEMA).fetchall()
    assert old.execute("pragma user_version").fetchone() == (len(ALL),)
    old.close()
    new.close()


def test_only_whoever_works_here_is_noted_as_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = fresh(tmp_path / "old.sqlite3")
    monkeypatch.setattr(migration, "known", lambda: [one for one in ALL if "staff_reach" not in one.name][:9])
    migrate(old)
    monkeypatch.undo()
    old.executemany(
        "insert into outbox (channel, recipient, kind, payload, dedupe_key, due_at, state, settled_at)"
        " values ('telegram', ?, ?, '{}', ?, '2026-11-01', 'sent', '2026-11-01')",
        [(1, "reminder_eve", "a"), (2001, "question_came", "b")],
    )

    migrate(old)

    assert old.execute("select id from person where heard_at is not null").fetchall() == [(2001,)]
    old.close()


async def test_migrating_again_does_nothing_and_keeps_the_rows(file: Path) -> None:
    await filled(file)

    async with await Database.open(file) as database:
        again = await database.write(lambda db: migrate(db) if not db.in_transaction else [])

    assert (again, await texts(file)) == ([], ["было"])


def test_what_another_process_has_applied_meanwhile_is_left_alone(tmp_path: Path) -> None:
    with closing(fresh(tmp_path / "bot.sqlite3")) as db:
        migrate(db)
        harmless = Migration(ALL[-1].number, "0000_harmless.sql", "update person set channel = channel;")

        assert not migration._apply(db, harmless)
        assert not migration._apply(db, harmless._replace(number=1))
        assert db.execute("pragma user_version").fetchone() == (ALL[-1].number,)


async def test_every_table_is_strict(database: Database) -> None:
    loose = "select name from pragma_table_list where schema = 'main' and name not like 'sqlite_%' and not strict"

    assert await rows(database, loose) == []


async def test_a_migration_that_fails_leaves_the_file_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await filled(file)
    bad = Migration(len(ALL) + 1, "9999_bad.sql", "create table half (a); create table half (a);")
    monkeypatch.setattr(migration, "known", lambda: [*ALL, bad])
    with pytest.raises(UnusableDatabaseError, match="table half already exists"):
        await Database.open(file)
    monkeypatch.undo()

    async with await Database.open(file) as database:
        assert await rows(database, "select name from sqlite_schema where name = 'half'") == []


async def test_a_migration_that_cannot_be_read_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migration, "known", lambda: [Migration(1, "0001_bad.sql", "create nonsense")])

    with pytest.raises(UnusableDatabaseError, match="syntax error"):
        await Database.open(file)


async def versions(file: Path) -> list[int]:
    opened = await asyncio.gather(*(Database.open(file) for _ in range(4)))
    found = [(await rows(one, "pragma user_version"))[0][0] for one in opened]
    await asyncio.gather(*(one.close() for one in opened))
    return found


async def test_programs_started_at_the_same_moment_migrate_once(file: Path) -> None:
    with closing(fresh(file)) as first:
        first.execute("pragma journal_mode = wal")

    assert await versions(file) == [len(ALL)] * 4
