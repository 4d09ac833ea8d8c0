"""One SQLite file: one guarded writer, readers apart, a transaction as one function in one hop."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, TypeVar

import aiosqlite

from bot.datafiles import owner_only
from bot.storage.file_place import TAILS, FilePlace
from bot.storage.migration import migrate, require_this_release
from bot.storage.sqlite_words import words_of

R = TypeVar("R")
Work = Callable[[sqlite3.Connection], R]

BUSY_MILLISECONDS = 5_000
CHECKED = 256 * 1024 * 1024  # bytes: a second of checking; a larger file is left to the nightly copy, checked whole
# FULL: a promise made to a person must survive a power cut.
# secure_delete: what people wrote and the bot erased must not stay readable in free pages.
_WRITER = (
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory;"
    " pragma secure_delete = on"
)
_READER = "pragma query_only = on"


class UnusableDatabaseError(Exception):
    """The file cannot be opened, read or written; carries the path and SQLite's own words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class LostDatabaseError(Exception):
    """The file was moved, deleted or replaced while it was open: nothing can be stored any more."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not where it was opened")
        self.path = path


class _Connection(aiosqlite.Connection):
    """An open SQLite connection with a thread of its own, where whole functions run one after another."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(lambda: connection, iter_chunk_size=64)

    async def run(self, work: Work[R]) -> R:
        """Calls the function in the thread. The only use of aiosqlite's private parts, written for version 0.22.

        Statement by statement, as its public methods go, two coroutines would share a transaction: a rollback of one
        erases the insert of the other.
        """
        return await self._execute(lambda: work(self._conn))  # type: ignore[no-any-return, no-untyped-call]  # - untyped in aiosqlite


def _in_transaction(connection: sqlite3.Connection, work: Work[R]) -> R:
    connection.execute("begin immediate")
    try:
        result = work(connection)
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
    return result


class Database:
    """The open file; `write` and `read` take a function of a plain sqlite3 connection."""

    def __init__(self, path: Path, writer: _Connection, reader: _Connection, student: _Connection) -> None:
        self.path = path
        self.place = FilePlace(path)
        self._writer = writer
        self._reader = reader
        self._student = student

    @classmethod
    async def open(cls, path: Path, *, migrating: bool = True) -> Self:
        """Opens, checks and migrates the file, or refuses one of an older release. Raises UnusableDatabaseError."""
        try:
            _make_private(path)
            writer = await _open(path, _WRITER)
        except (sqlite3.Error, OSError) as error:
            raise UnusableDatabaseError(path, words_of(error)) from error
        opened = [writer]
        try:
            await writer.run(_check)
            await writer.run(migrate if migrating else require_this_release)
            opened += [await _open(path, _READER), await _open(path, _READER)]
            return cls(path, *opened)
        except (sqlite3.Error, OSError) as error:
            for one in opened:
                await one.close()
            raise UnusableDatabaseError(path, words_of(error)) from error

    async def write(self, work: Work[R]) -> R:
        """Runs the function inside one immediate transaction.

        Raises LostDatabaseError where the file is no longer under its name.
        """
        return await self._writer.run(partial(self._transact, work))

    async def read(self, work: Work[R]) -> R:
        """Runs the function on a reader; it sees what was committed."""
        return await self._reader.run(work)

    async def study(self, work: Work[R]) -> R:
        """Runs a slow function (seconds) on a reader of its own, so nobody's answer waits behind it."""
        return await self._student.run(work)

    def _transact(self, work: Work[R], connection: sqlite3.Connection) -> R:
        self._refuse_if_lost()
        try:
            return _in_transaction(connection, work)
        finally:
            self._refuse_if_lost()

    def _refuse_if_lost(self) -> None:
        if self.place.is_lost():
            raise LostDatabaseError(self.place.path)

    async def close(self) -> None:
        """Ends the threads; what was committed stays."""
        await self._student.close()
        await self._reader.close()
        await self._writer.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


@asynccontextmanager
async def opened_to_read(path: Path) -> AsyncIterator[Database]:
    """For commands beside a running bot: the schema stays as it is, and a missing file is not made.

    Raises UnusableDatabaseError.
    """
    if await asyncio.to_thread(path.exists):
        async with await Database.open(path, migrating=False) as database:
            yield database
        return
    with TemporaryDirectory(prefix="bibliogos-") as folder:
        async with await Database.open(Path(folder) / path.name) as nothing_yet:
            yield nothing_yet


def _make_private(path: Path) -> None:
    owner_only.make_folder(path.parent)
    owner_only.create(path)
    real = path.resolve()
    owner_only.close_to_others(real.with_name(real.name + tail) for tail in TAILS)


async def _open(path: Path, pragmas: str) -> _Connection:
    # Opened before aiosqlite has a thread: after a refusal its thread would still call a loop that may be closed.
    connection = _Connection(await asyncio.to_thread(_connect, path, pragmas))
    await connection
    return connection


def _connect(path: Path, pragmas: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000, check_same_thread=False)
    try:
        for pragma in pragmas.split("; "):
            connection.execute(pragma)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    (size,) = connection.execute("select page_count * page_size from pragma_page_count, pragma_page_size").fetchone()
    if size > CHECKED:
        return
    (verdict,) = connection.execute("pragma quick_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
