"""One process at a time; the next one is told who, and a file that is gone is not replaced by an empty one."""

import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.storage.database import LostDatabaseError, UnusableDatabaseError
from bot.storage.lock import (
    DatabaseInUseError,
    LockHolder,
    MissingDatabaseError,
    UnknownDatabaseError,
    held,
    require_known,
)

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def refused(database: Path) -> DatabaseInUseError:
    with pytest.raises(DatabaseInUseError) as error, held(database, "restore", NOON):
        pass
    return error.value


def test_the_second_one_is_told_who_holds_it_and_since_when(file: Path) -> None:
    with held(file, "run", NOON):
        error = refused(file)

    assert (error.path, error.holder) == (file, LockHolder(os.getpid(), NOON, "run"))


def test_when_the_first_has_ended_the_second_may_begin(file: Path) -> None:
    with held(file, "run", NOON):
        pass

    with held(file, "restore", NOON):
        assert refused(file).holder == LockHolder(os.getpid(), NOON, "restore")


@pytest.mark.parametrize("name", ["link.sqlite3", "folder/../bot.sqlite3", "elsewhere/bot.sqlite3"])
def test_another_name_of_the_same_file_is_the_same_file(file: Path, tmp_path: Path, name: str) -> None:
    file.touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.sqlite3").symlink_to(file)
    (tmp_path / "elsewhere").symlink_to(tmp_path)

    with held(file, "run", NOON):
        refused(tmp_path / name)


@pytest.mark.parametrize("written", ["", "{", "[]", '{"pid": "x"}', '{"pid": 1, "since": "вчера", "command": "run"}'])
def test_a_holder_that_cannot_be_read_is_unknown(file: Path, written: str) -> None:
    with held(file, "run", NOON):
        file.with_name("bot.sqlite3.lock").write_text(written, encoding="utf-8")

        assert refused(file).holder is None


def test_what_a_dead_process_left_holds_nobody_back(file: Path) -> None:
    file.with_name("bot.sqlite3.lock").write_text('{"pid": 1, "since": "2026-11-24T12:00:00+00:00", "command": "run"}')

    with held(file, "run", NOON):
        pass


def test_a_file_that_is_gone_is_missed(file: Path) -> None:
    with held(file, "run", NOON, may_be_new=False):
        file.touch()
    file.unlink()

    with pytest.raises(MissingDatabaseError), held(file, "run", NOON, may_be_new=False):
        pass


@pytest.mark.parametrize("fault", [UnusableDatabaseError(Path("x"), "no room"), LookupError("no data"), SystemExit()])
def test_a_file_that_never_came_to_be_is_not_missed(file: Path, fault: BaseException) -> None:
    with pytest.raises(type(fault)), held(file, "run", NOON, may_be_new=False):
        raise fault

    with held(file, "run", NOON, may_be_new=False):
        pass


def test_a_new_file_that_was_lost_is_missed(file: Path) -> None:
    with pytest.raises(LostDatabaseError), held(file, "run", NOON, may_be_new=False):
        raise LostDatabaseError(file)

    with pytest.raises(MissingDatabaseError), held(file, "run", NOON, may_be_new=False):
        pass


def test_its_file_and_folder_are_the_owners_alone(tmp_path: Path) -> None:
    with held(tmp_path / "var" / "bot.sqlite3", "run", NOON):
        modes = [
            stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "var", tmp_path / "var" / "bot.sqlite3.lock")
        ]

    assert modes == [0o700, 0o600]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(UnusableDatabaseError), held(tmp_path / "file" / "bot.sqlite3", "run", NOON):
        pass


def test_a_database_that_is_gone_is_known_by_its_lock_and_no_slip_of_the_pen(tmp_path: Path) -> None:
    gone = tmp_path / "bot.sqlite3"
    with pytest.raises(UnknownDatabaseError):
        require_known(gone)
    (tmp_path / "bot.sqlite3.lock").touch()

    require_known(gone)
