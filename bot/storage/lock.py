"""One process at a time writes to a database; others read beside it, for they take no lock."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import structlog

from bot.datafiles import owner_only
from bot.storage.database import LostDatabaseError, UnusableDatabaseError
from bot.storage.sqlite_words import words_of

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class LockHolder:
    """The process that has the lock; `command` is the one it was started with."""

    pid: int
    since: datetime
    command: str


class DatabaseInUseError(Exception):
    """Another process works with the database; None where it has not yet written who it is."""

    def __init__(self, path: Path, holder: LockHolder | None) -> None:
        super().__init__(f"{path} is held by {holder}")
        self.path = path
        self.holder = holder


class MissingDatabaseError(Exception):
    """The file is gone, though a process has worked with it here before."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is missing")
        self.path = path


class UnknownDatabaseError(Exception):
    """There is no such file and never was one; carries the databases that lie where it was looked for."""

    def __init__(self, path: Path, nearby: tuple[str, ...]) -> None:
        super().__init__(f"{path} was never there")
        self.path = path
        self.nearby = nearby


def require_known(database: Path) -> None:
    """Refuses a file with which no process has ever worked, and makes nothing. Raises UnknownDatabaseError."""
    path = database.resolve()
    if not path.exists() and not _lock_file(path).exists():
        nearby = sorted(file.name for file in path.parent.glob("*.sqlite3"))
        raise UnknownDatabaseError(database, tuple(nearby))


@contextmanager
def held(database: Path, command: str, now: datetime, *, may_be_new: bool = True) -> Iterator[None]:
    """Keeps every other `held` of this database out, whatever name leads to it.

    With `may_be_new=False` a file that is gone is refused instead of replaced by an empty one.
    Raises DatabaseInUseError, MissingDatabaseError, UnusableDatabaseError.
    """
    path = database.resolve()
    descriptor = _opened(path)
    try:
        _take(descriptor, path)
        is_new = not path.exists()
        if not may_be_new and is_new and os.fstat(descriptor).st_size:
            raise MissingDatabaseError(database)
        _write(descriptor, json.dumps({"pid": os.getpid(), "since": now.isoformat(), "command": command}))
        try:
            yield
        except LostDatabaseError:
            raise
        except BaseException:
            _forget_unborn(descriptor, path, is_new=is_new)
            raise
        else:
            _forget_unborn(descriptor, path, is_new=is_new)
    finally:
        os.close(descriptor)  # and with it the lock; the file stays, or two processes could lock one each


def _opened(path: Path) -> int:
    try:
        owner_only.make_folder(path.parent)
        return os.open(_lock_file(path), os.O_RDWR | os.O_CREAT, owner_only.FILE)
    except OSError as error:
        raise UnusableDatabaseError(path, words_of(error)) from error


def _forget_unborn(descriptor: int, path: Path, *, is_new: bool) -> None:
    """A file that never came to be is not to be missed at the next start."""
    if is_new and not path.exists():
        _write(descriptor, "")


def _lock_file(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _take(descriptor: int, path: Path) -> None:
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError) as error:
        raise DatabaseInUseError(path, _holder(descriptor)) from error
    except OSError as error:  # some network disks know no locks; the look at the file remains
        log.warning("database.cannot_be_locked", reason=error.strerror)


def _write(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.write(descriptor, text.encode())


def _holder(descriptor: int) -> LockHolder | None:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        found = json.loads(os.read(descriptor, 1000))
        return LockHolder(int(found["pid"]), datetime.fromisoformat(found["since"]), str(found["command"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":
    import msvcrt

    FAR = 1 << 30  # a locked byte cannot be read there, and who holds it is to be read

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
