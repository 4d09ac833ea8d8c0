"""The commands `backup`, `restore` and `migrate`."""

import asyncio
import shutil
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import SystemClock
from bot.datafiles.live_folder.archive import lay_out, put_in_place
from bot.russian.system_errors import reason_of
from bot.screens.maintenance.database_text import in_use, unusable
from bot.storage import backup
from bot.storage.database import Database, UnusableDatabaseError
from bot.storage.lock import DatabaseInUseError, held


def back_up(database: Path, copy: Path, data: Path) -> int:
    """Makes a verified copy of the live database and the live data folder."""
    try:
        backup.back_up(database, copy, data)
    except UnusableDatabaseError as error:
        return _failed(f"Копия не снята. {error.path}: {error.reason}. Проверьте место на диске и путь.")
    return _done(f"Копия снята и проверена: {copy} ({copy.stat().st_size // 1024} кБ).")


def restore(copy: Path, database: Path, data: Path, zone: ZoneInfo) -> int:
    """Puts a verified copy in place, while nobody works with the database."""
    try:
        with held(database, "restore", SystemClock().now()):
            ready = _laid_out(copy, data)
            former = _restored(copy, database, ready)
            words = _put_data_in_place(ready, data)
    except DatabaseInUseError as error:
        return _busy(error, zone)
    except UnusableDatabaseError as error:
        return _failed(f"База не тронута. {error.path}: {error.reason}. {_cure(error.path, copy)}")
    aside = f" Прежняя база лежит рядом: {former}." if former else ""
    return _done(f"База возвращена из {copy}.{aside}{words} Теперь запустите бота.")


def _restored(copy: Path, database: Path, ready: Path | None) -> Path | None:
    """The former database, kept aside. Raises UnusableDatabaseError, and then the unpacked folder is gone again."""
    try:
        return backup.restore(copy, database)
    except UnusableDatabaseError:
        if ready:
            shutil.rmtree(ready, ignore_errors=True)
        raise


def _laid_out(copy: Path, data: Path) -> Path | None:
    """The folder of the copy, unpacked beside its place; None where the copy has none."""
    packed = backup.data_of(copy)
    if packed is None:
        return None
    try:
        return lay_out(packed, data)
    except OSError as error:
        raise UnusableDatabaseError(data, reason_of(error)) from error


def _put_data_in_place(ready: Path | None, data: Path) -> str:
    if ready is None:
        return ""
    try:
        former = put_in_place(ready, data)
    except OSError as error:
        return f" Папка данных {data} не возвращена: {reason_of(error)}. Она лежит рядом: {ready}."
    aside = f", прежняя лежит рядом: {former}" if former else ""
    return f" Папка данных возвращена: {data}{aside}."


def _cure(at_fault: Path, copy: Path) -> str:
    return "Возьмите другую копию." if at_fault == copy else "Проверьте место на диске, права и что бот остановлен."


def migrate(database: Path, zone: ZoneInfo) -> int:
    """Brings the schema to this release, while nobody works with the database."""
    try:
        with held(database, "migrate", SystemClock().now()):
            asyncio.run(_open_and_close(database))
    except DatabaseInUseError as error:
        return _busy(error, zone)
    except UnusableDatabaseError as error:
        return _failed(unusable(error.path, error.reason))
    return _done(f"База {database} соответствует этой версии программы.")


async def _open_and_close(database: Path) -> None:
    async with await Database.open(database):
        pass


def _done(words: str) -> int:
    sys.stdout.write(f"{words}\n")
    return 0


def _failed(words: str) -> int:
    sys.stderr.write(f"{words}\n")
    return 4


def _busy(error: DatabaseInUseError, zone: ZoneInfo) -> int:
    sys.stderr.write(f"{in_use(error.path, error.holder, zone)}\n")
    return 8
