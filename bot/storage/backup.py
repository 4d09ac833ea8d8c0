"""Copies of the live database that can be trusted, and putting one back."""

import sqlite3
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from bot.datafiles import owner_only
from bot.datafiles.live_folder.archive import SpoiltArchiveError
from bot.maintenance.status import ChangedFilesError, CopyError
from bot.storage.data_in_copy import add_data, data_in, drop_data
from bot.storage.database import UnusableDatabaseError
from bot.storage.file_place import TAILS
from bot.storage.migration import known
from bot.storage.sqlite_words import words_of


class NewerSchemaError(UnusableDatabaseError):
    """The file was written by a newer program than these files."""


def back_up(database: Path, copy: Path, data: Path | None = None) -> None:
    """A consistent copy while the bot runs, with the live data folder, checked before it gets its name.

    Raises UnusableDatabaseError.
    """
    if not database.is_file():
        raise UnusableDatabaseError(database, "такого файла нет")
    if _same_file(database, copy):
        raise UnusableDatabaseError(copy, "это сама база, а не место для её копии")
    unfinished = _copied(database, copy, data)
    try:
        unfinished.replace(copy)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UnusableDatabaseError(copy, words_of(error)) from error


def copy(database: Path, file: Path, data: Path | None = None) -> None:
    """Makes a backup like `back_up`, with every failure as a CopyError."""
    try:
        back_up(database, file, data)
    except NewerSchemaError as error:
        raise ChangedFilesError(error.reason) from error
    except UnusableDatabaseError as error:
        raise CopyError(error.reason) from error


def restore(copy: Path, database: Path) -> Path | None:
    """Puts a verified copy in place; the former file is kept aside and its path returned.

    The bot must not be running. Raises UnusableDatabaseError, and then nothing was changed.
    """
    verify(copy)
    if _same_file(database, copy):
        raise UnusableDatabaseError(copy, "это сама база, а не её копия")
    unfinished = _copied(copy, database, None)
    try:
        drop_data(unfinished)
        _require_nobody_in(database)
        former = _set_aside(database)
        unfinished.replace(database)
    except (sqlite3.Error, OSError) as error:
        unfinished.unlink(missing_ok=True)
        raise UnusableDatabaseError(database, words_of(error)) from error
    except UnusableDatabaseError:
        unfinished.unlink(missing_ok=True)
        raise
    return former


def data_of(copy: Path) -> bytes | None:
    """The live data folder as it lies in a copy; None in one of an older release. Raises UnusableDatabaseError."""
    verify(copy)
    with closing(_reader(copy)) as connection:
        return data_in(connection)


def verify(copy: Path) -> None:
    """Whole, ours, and not of a newer program. Raises UnusableDatabaseError."""
    if not copy.is_file():
        raise UnusableDatabaseError(copy, "такого файла нет")
    try:
        with closing(_reader(copy)) as connection:
            (verdict,) = connection.execute("pragma integrity_check(1)").fetchone()
            (version,) = connection.execute("pragma user_version").fetchone()
            data_in(connection)
            ours = connection.execute("select 1 from sqlite_schema where name = 'outbox'").fetchone()
    except SpoiltArchiveError as error:
        raise UnusableDatabaseError(copy, f"папка данных в копии испорчена ({error})") from error
    except sqlite3.Error as error:
        raise UnusableDatabaseError(copy, words_of(error)) from error
    if verdict != "ok":
        raise UnusableDatabaseError(copy, str(verdict))
    if not ours or version < 1:
        raise UnusableDatabaseError(copy, f"это не база этой программы (схема {version})")
    if version > known()[-1].number:
        raise NewerSchemaError(copy, f"схема базы ({version}) новее файлов программы")


def _copied(source: Path, goal: Path, data: Path | None) -> Path:
    """A verified copy beside its goal, with what still stands in the source's journal."""
    unfinished = goal.with_name(f"{goal.name}.part")
    try:
        owner_only.make_folder(goal.parent)
        unfinished.unlink(missing_ok=True)
        owner_only.create(unfinished)
        with closing(_reader(source)) as connection:
            connection.execute("vacuum into ?", (str(unfinished),))
        _drop_raw_words(unfinished)
        if data is not None:
            add_data(unfinished, data)
        verify(unfinished)
    except (sqlite3.Error, OSError, UnusableDatabaseError) as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise _about(goal, error) from error
    return unfinished


def _drop_raw_words(copy: Path) -> None:
    """What people wrote a moment ago, and answers on their way, are no part of any copy; the pages are overwritten."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        tables = {name for (name,) in connection.execute("select name from sqlite_schema where type = 'table'")}
        connection.execute("pragma journal_mode = memory")
        connection.execute("pragma secure_delete = on")
        if "inbox" in tables:
            connection.execute("delete from inbox where handled_at is null")
        if "outbox" in tables:
            connection.execute("delete from outbox where kind = 'answer'")


def _about(goal: Path, error: Exception) -> UnusableDatabaseError:
    """The same failure, told of the file that was wanted."""
    if isinstance(error, UnusableDatabaseError):
        return type(error)(goal, error.reason)
    return UnusableDatabaseError(goal, words_of(error))


def _reader(file: Path) -> sqlite3.Connection:
    # As an address, for a plain path with «?», «#» or «%» in it would be read as another file.
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def _same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)


def _require_nobody_in(database: Path) -> None:
    """A process that has the file open, locked or not, would go on writing into the one set aside."""
    if not database.is_file():
        return
    try:
        with closing(sqlite3.connect(database, timeout=1.0, isolation_level=None)) as connection:
            connection.execute("pragma locking_mode = exclusive")
            connection.execute("select count(*) from sqlite_schema").fetchone()
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise UnusableDatabaseError(database, "её держит открытой другой процесс, остановите его") from error
        # A spoilt file is what a copy is put in place of.


def _set_aside(database: Path) -> Path | None:
    # The journal belongs to the former file: left behind, even alone, it would be replayed into the restored one.
    parts = [tail for tail in TAILS if database.with_name(database.name + tail).exists()]
    if not parts:
        return None
    former = _free_name(database)
    for tail in parts:
        database.with_name(database.name + tail).replace(former.with_name(former.name + tail))
    return former if "" in parts else None


def _free_name(database: Path) -> Path:
    """A second restore must not bury the file that the first one set aside."""
    names = (database.with_name(f"{database.name}.before-restore{f'-{n}' if n > 1 else ''}") for n in count(1))
    return next(name for name in names if not any(name.with_name(name.name + tail).exists() for tail in TAILS))
