"""The live data folder inside a copy of the database: one file holds both, and is verified as one."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.datafiles.live_folder.archive import pack, verify_archive

_TABLE = "live_data_archive"  # only in copies: a restored database has no such table


def add_data(copy: Path, folder: Path) -> None:
    """Lays the folder into the copy. Raises OSError, sqlite3.Error."""
    packed = pack(folder)
    if packed is None:
        return
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = memory")
        connection.execute(f"create table {_TABLE} (content blob not null) strict")
        connection.execute(f"insert into {_TABLE} (content) values (?)", (packed,))  # noqa: S608 - a constant


def data_in(connection: sqlite3.Connection) -> bytes | None:
    """The verified archive in an open copy; None where an older release made it. Raises SpoiltArchiveError."""
    known = connection.execute("select 1 from sqlite_schema where name = ?", (_TABLE,)).fetchone()
    if not known:
        return None
    (packed,) = connection.execute(f"select content from {_TABLE}").fetchone()  # noqa: S608 - a constant
    verify_archive(packed)
    return bytes(packed)


def drop_data(database: Path) -> None:
    """Takes the folder out of a copy that becomes the database."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = memory")
        connection.execute(f"drop table if exists {_TABLE}")
        connection.execute("vacuum")
