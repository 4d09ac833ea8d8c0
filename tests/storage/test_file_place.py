"""What is written after the file has gone is refused; what a reading command needs is never made or changed."""

import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage.database import Database, LostDatabaseError, UnusableDatabaseError, opened_to_read
from tests.storage.rows import filled, gap, texts


def deleted(file: Path) -> None:
    file.unlink()


def moved(file: Path) -> None:
    file.rename(file.with_name("moved.sqlite3"))


def moved_with_its_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("moved"))


def replaced(file: Path) -> None:
    copy = file.with_name("copy.sqlite3")
    shutil.copy(file, copy)
    copy.replace(file)


def without_its_journal(file: Path) -> None:
    file.with_name(f"{file.name}-wal").unlink()


LOSSES = [deleted, moved, moved_with_its_folder, replaced, without_its_journal]


@pytest.mark.parametrize("lose", LOSSES)
async def test_nothing_is_written_into_a_file_that_is_gone(tmp_path: Path, lose: Callable[[Path], None]) -> None:
    file = tmp_path / "var" / "bot.sqlite3"
    async with await Database.open(file) as database:
        await database.write(lambda db: gap(db, "прежде"))
        lose(file)

        with pytest.raises(LostDatabaseError):
            await database.write(lambda db: gap(db, "потом"))
        assert database.place.is_lost()


@pytest.mark.parametrize("lose", [deleted, moved, without_its_journal])
@pytest.mark.parametrize("of_the_link", [False, True])
async def test_behind_a_link_it_is_watched_too(
    tmp_path: Path,
    lose: Callable[[Path], None],
    of_the_link: bool,  # noqa: FBT001 - of pytest
) -> None:
    link, real = tmp_path / "bot.sqlite3", tmp_path / "disk" / "real.sqlite3"
    make_link(link, real)
    async with await Database.open(link) as database:
        await database.write(lambda db: gap(db, "прежде"))
        lose(link if of_the_link and lose is not without_its_journal else real)

        with pytest.raises(LostDatabaseError):
            await database.write(lambda db: gap(db, "потом"))


async def test_back_in_its_place_it_stays_refused_and_holds_what_was_promised(file: Path) -> None:
    async with await Database.open(file) as database:
        await database.write(lambda db: gap(db, "прежде"))
        moved(file)
        with pytest.raises(LostDatabaseError):
            await database.write(lambda db: gap(db, "потом"))
        file.with_name("moved.sqlite3").rename(file)

        with pytest.raises(LostDatabaseError):
            await database.write(lambda db: gap(db, "ещё потом"))

    assert await texts(file) == ["прежде"]


async def test_readers_and_copies_beside_it_are_no_loss(file: Path) -> None:
    async with await Database.open(file) as database:
        async with opened_to_read(file):
            pass
        with closing(sqlite3.connect(file)) as other:
            other.execute("pragma wal_checkpoint(truncate)")

        await database.write(lambda db: gap(db, "записано"))

    assert await texts(file) == ["записано"]


async def test_what_only_reads_makes_no_file(file: Path) -> None:
    async with opened_to_read(file) as nothing:
        assert await nothing.read(lambda db: db.execute("select count(*) from outbox").fetchone()) == (0,)

    assert list(modes(file.parent)) == []


async def test_what_only_reads_leaves_an_older_schema_as_it_is(file: Path) -> None:
    await filled(file)
    with closing(sqlite3.connect(file)) as db:
        db.execute("pragma user_version = 3")

    with pytest.raises(UnusableDatabaseError) as error:
        async with opened_to_read(file):
            pass

    assert "выполните python -m bot migrate" in error.value.reason


async def test_the_database_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "var" / "bot.sqlite3"
    async with await Database.open(file) as database:
        await database.write(lambda db: gap(db, "записано"))
        assert modes(file.parent) == {"bot.sqlite3": 0o600, "bot.sqlite3-shm": 0o600, "bot.sqlite3-wal": 0o600}
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


async def test_what_an_earlier_release_left_open_to_all_is_closed(file: Path) -> None:
    await filled(file)
    open_to_all(file)

    async with await Database.open(file):
        assert set(modes(file.parent).values()) == {0o600}


def make_link(link: Path, real: Path) -> None:
    real.parent.mkdir()
    link.symlink_to(real)


def open_to_all(file: Path) -> None:
    file.chmod(0o644)


def modes(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir() if path.is_file()}
