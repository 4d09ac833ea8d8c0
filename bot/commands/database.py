"""`backup`, `restore`, `migrate`."""

import asyncio
import sys
from pathlib import Path

from bot.storage import backup
from bot.storage.database import Database, UnusableDatabaseError


def back_up(database: Path, copy: Path) -> int:
    """A verified copy of the live file."""
    try:
        backup.back_up(database, copy)
    except UnusableDatabaseError as error:
        return _failed(f"Копия не снята. {error.path}: {error.reason}. Проверьте место на диске и путь.")
    return _done(f"Копия снята и проверена: {copy} ({copy.stat().st_size // 1024} кБ).")


def restore(copy: Path, database: Path) -> int:
    """A verified copy put in place."""
    try:
        former = backup.restore(copy, database)
    except UnusableDatabaseError as error:
        return _failed(f"База не тронута. {error.path}: {error.reason}. Возьмите другую копию.")
    aside = f" Прежняя база лежит рядом: {former}." if former else ""
    return _done(f"База возвращена из {copy}.{aside} Теперь запустите бота.")


def migrate(database: Path) -> int:
    """The schema of this release."""
    try:
        asyncio.run(_open_and_close(database))
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
