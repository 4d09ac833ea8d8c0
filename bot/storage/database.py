"""One SQLite file: one guarded writer, readers apart, a transaction as one function in one hop."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import aiosqlite

from bot.datafiles import owner_only
from bot.storage.file_place import TAILS, FilePlace
from bot.storage.migration import migrate, require_this_release

R = TypeVar("R")
Work = Callable[[sqlite3.Connection], R]

BUSY_MILLISECONDS = 5_000
MOST_TOGETHER = 64  # transactions behind one commit: the last of them must not wait long
CHECKED = 256 * 1024 * 1024  # bytes: a second of checking; a larger file is left to the nightly copy, checked whole
# FULL: a promise made to a person must survive a power cut; the log of interactions rides on the same commits.
_WRITER = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory"
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


class _QueuedWrite(Generic[R]):
    """One function that waits for its transaction, and what became of it."""

    def __init__(self, work: Work[R]) -> None:
        self.work = work
        self.ended = False
        self._error: BaseException | None = None
        self._result: R

    def end(self, result: R) -> None:
        """Ends the write as committed."""
        self._result, self.ended = result, True

    def alone(self, connection: sqlite3.Connection) -> None:
        """Runs the write in a transaction of its own; an exception is kept for the one who asked."""
        try:
            self.end(_in_transaction(connection, self.work))
        except BaseException as error:  # noqa: BLE001 - raised again in `result`; a lost turn would never end
            self._error, self.ended = error, True

    def result(self) -> R:
        if self._error is not None:
            raise self._error
        return self._result


class _WriterConnection(aiosqlite.Connection):
    """A connection whose whole transaction is one call in its thread.

    Statements of two coroutines on one connection would share a transaction: a rollback of one erases
    the insert of the other.
    """

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=64)
        self._waiting: deque[_QueuedWrite[Any]] = deque()
        self.place: FilePlace | None = None  # set when the files are there

    async def opened(self) -> Self:
        try:
            await self
        except BaseException:
            # Its thread still tells this loop of its end, and the program may close the loop in the next moment.
            await asyncio.to_thread(self._thread.join)
            raise
        return self

    async def transact(self, work: Work[R]) -> R:
        turn = _QueuedWrite(work)
        self._waiting.append(turn)
        return await self._execute(partial(self._end, turn))  # type: ignore[no-any-return, no-untyped-call]  # - untyped in aiosqlite

    async def read_now(self, work: Work[R]) -> R:
        return await self._execute(partial(work, self._conn))  # type: ignore[no-any-return, no-untyped-call]  # - untyped in aiosqlite

    def _end(self, turn: _QueuedWrite[R]) -> R:
        """Runs in the thread: the first write takes those behind it along, for one commit costs as much as many."""
        self._refuse_if_lost()
        while not turn.ended:
            count = min(len(self._waiting), MOST_TOGETHER)
            _end_together(self._conn, [self._waiting.popleft() for _ in range(count)])
        self._refuse_if_lost()
        return turn.result()

    def _refuse_if_lost(self) -> None:
        if self.place and self.place.is_lost():
            raise LostDatabaseError(self.place.path)


def _end_together(connection: sqlite3.Connection, turns: Sequence[_QueuedWrite[Any]]) -> None:
    """All in one transaction; where one refuses nothing is written, and each is run again by itself."""
    if len(turns) > 1 and (results := _all_or_none(connection, turns)) is not None:
        for turn, result in zip(turns, results, strict=True):
            turn.end(result)
        return
    for turn in turns:
        turn.alone(connection)


def _all_or_none(connection: sqlite3.Connection, turns: Sequence[_QueuedWrite[Any]]) -> list[Any] | None:
    try:
        return _in_transaction(connection, lambda db: [turn.work(db) for turn in turns])
    except BaseException:  # noqa: BLE001 - each of them meets its own error when it is run by itself
        return None


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

    def __init__(
        self, path: Path, writer: _WriterConnection, reader: _WriterConnection, student: _WriterConnection
    ) -> None:
        self.path = path
        self.place = writer.place = FilePlace(path)
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
            raise UnusableDatabaseError(path, str(error)) from error
        opened = [writer]
        try:
            await writer.read_now(_check)
            await writer.read_now(migrate if migrating else require_this_release)
            opened += [await _open(path, _READER), await _open(path, _READER)]
            return cls(path, *opened)
        except (sqlite3.Error, OSError) as error:
            for one in opened:
                await one.close()
            raise UnusableDatabaseError(path, str(error)) from error

    async def write(self, work: Work[R]) -> R:
        """Runs the function inside one immediate transaction; it may be run twice, and only the last time counts.

        Raises LostDatabaseError where the file is no longer under its name.
        """
        return await self._writer.transact(work)

    async def read(self, work: Work[R]) -> R:
        """Runs the function on a reader; it sees what was committed."""
        return await self._reader.read_now(work)

    async def study(self, work: Work[R]) -> R:
        """Runs a slow function (seconds) on a reader of its own, so nobody's answer waits behind it."""
        return await self._student.read_now(work)

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


async def _open(path: Path, pragmas: str) -> _WriterConnection:
    return await _WriterConnection(partial(_connect, path, pragmas)).opened()


def _connect(path: Path, pragmas: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000)
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
