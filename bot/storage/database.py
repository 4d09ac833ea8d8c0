"""One SQLite file: one guarded writer, readers apart, a transaction as one function in one thread hop."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import aiosqlite

from bot.storage.migration import migrate

R = TypeVar("R")
Work = Callable[[sqlite3.Connection], R]

BUSY_MILLISECONDS = 5_000
# FULL: a promise made to a person must survive a power cut; the log of contacts rides on the same commits.
_WRITER = "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma temp_store = memory"
_READER = "pragma query_only = on"


class UnusableDatabaseError(Exception):
    """The file cannot be opened, read or written; carries the path and SQLite's own words."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class _Hop(aiosqlite.Connection):
    """A connection whose whole transaction is one call in its thread.

    Statements of two coroutines on one connection would share a transaction: a rollback of one erases
    the insert of the other.
    """

    async def transact(self, work: Work[R]) -> R:
        return await self._execute(partial(_in_transaction, self._conn, work))  # type: ignore[no-any-return, no-untyped-call]  # - untyped in aiosqlite

    async def look(self, work: Work[R]) -> R:
        return await self._execute(partial(work, self._conn))  # type: ignore[no-any-return, no-untyped-call]  # - untyped in aiosqlite


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

    def __init__(self, path: Path, writer: _Hop, reader: _Hop) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Opens, checks and migrates the file. Raises UnusableDatabaseError."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = await _open(path, _WRITER)
        except (sqlite3.Error, OSError) as error:
            raise UnusableDatabaseError(path, str(error)) from error
        try:
            await writer.look(_check)
            await writer.look(migrate)
            return cls(path, writer, await _open(path, _READER))
        except (sqlite3.Error, OSError) as error:
            await writer.close()
            raise UnusableDatabaseError(path, str(error)) from error

    async def write(self, work: Work[R]) -> R:
        """Runs the function inside one immediate transaction."""
        return await self._writer.transact(work)

    async def read(self, work: Work[R]) -> R:
        """Runs the function on a reader; it sees what was committed."""
        return await self._reader.look(work)

    async def close(self) -> None:
        """Ends both threads; what was committed stays."""
        await self._reader.close()
        await self._writer.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


async def _open(path: Path, pragmas: str) -> _Hop:
    hop = _Hop(partial(_connect, path, pragmas), iter_chunk_size=64)
    await hop
    return hop


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
    (verdict,) = connection.execute("pragma quick_check(1)").fetchone()
    if verdict != "ok":
        raise sqlite3.DatabaseError(verdict)
