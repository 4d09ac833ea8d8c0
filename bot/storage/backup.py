"""Copies of the live database that can be trusted, and putting one back."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.database import UnusableDatabaseError
from bot.storage.migration import known


def back_up(database: Path, copy: Path) -> None:
    """A consistent copy while the bot runs, checked before it gets its name. Raises UnusableDatabaseError."""
    if not database.is_file():
        raise UnusableDatabaseError(database, "такого файла нет")
    unfinished = copy.with_name(f"{copy.name}.part")
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as source:
            source.execute("vacuum into ?", (str(unfinished),))
        verify(unfinished)
        unfinished.replace(copy)
    except (sqlite3.Error, OSError) as error:
        unfinished.unlink(missing_ok=True)
        raise UnusableDatabaseError(copy, str(error)) from error


def restore(copy: Path, database: Path) -> Path | None:
    """Puts a verified copy in place; the former file is kept aside and its path returned.

    The bot must not be running. Raises UnusableDatabaseError, and then nothing was changed.
    """
    verify(copy)
    unfinished = database.with_name(f"{database.name}.part")
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(copy.read_bytes())
        verify(unfinished)
        former = _set_aside(database)
        unfinished.replace(database)
    except OSError as error:
        raise UnusableDatabaseError(database, str(error)) from error
    return former


def verify(copy: Path) -> None:
    """Whole, ours, and not of a newer program. Raises UnusableDatabaseError."""
    if not copy.is_file():
        raise UnusableDatabaseError(copy, "такого файла нет")
    try:
        with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as connection:
            (verdict,) = connection.execute("pragma integrity_check(1)").fetchone()
            (version,) = connection.execute("pragma user_version").fetchone()
    except sqlite3.Error as error:
        raise UnusableDatabaseError(copy, str(error)) from error
    if verdict != "ok":
        raise UnusableDatabaseError(copy, str(verdict))
    if not 0 < version <= known()[-1].number:
        raise UnusableDatabaseError(copy, f"это не база этой программы (схема {version})")


def _set_aside(database: Path) -> Path | None:
    if not database.exists():
        return None
    former = database.with_name(f"{database.name}.before-restore")
    # The journal belongs to the former file: left behind it would be replayed into the restored one.
    for tail in ("", "-wal", "-shm"):
        part = database.with_name(database.name + tail)
        if part.exists():
            part.replace(former.with_name(former.name + tail))
    return former
