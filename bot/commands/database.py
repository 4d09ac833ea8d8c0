"""The commands `backup`, `restore` and `migrate`."""

import asyncio
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import SystemClock
from bot.screens.maintenance.database_text import in_use
from bot.storage import backup
from bot.storage.database import Database, UnusableDatabaseError
from bot.storage.lock import DatabaseInUseError, held


def back_up(database: Path, copy: Path) -> int:
    """Makes a verified copy of the live database."""
    try:
        backup.back_up(database, copy)
    except UnusableDatabaseError as error:
        return _failed(f"Копия не снята. {error.path}: {error.reason}. Проверьте место на диске и путь.")
    return _done(f"Копия снята и проверена: {copy} ({copy.stat().st_size // 1024} кБ).")


def restore(copy: Path, database: Path, zone: ZoneInfo) -> int:
    """Puts a verified copy in place, while nobody works with the database."""
    try:
        with held(database, "restore", SystemClock().now()):
            former = backup.restore(copy, database)
    except DatabaseInUseError as error:
        return _busy(error, zone)
    except UnusableDatabaseError as error:
        return _failed(f"База не тронута. {error.path}: {error.reason}. {_cure(error.path, copy)}")
    aside = f" Прежняя база лежит рядом: {former}." if former else ""
    return _done(f"База возвращена из {copy}.{aside} Теперь запустите бота.")


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
        return _failed(f"{error.path}: {error.reason}.")
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
