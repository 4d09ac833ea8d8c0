"""What SQLite says of a file, in Russian with what to do; a rare fault in its own words."""

import sqlite3

from bot.russian.system_errors import reason_of

_WORDS = {
    "file is not a database": "это не база данных",
    "database disk image is malformed": "файл базы испорчен",
    "database or disk is full": "на диске нет места",
    "disk I/O error": "диск не отвечает",
    "unable to open database file": "файл или его папка не открываются",
    "attempt to write a readonly database": "нет права записывать в файл",
    "database is locked": "файл занят другой программой",
}


def words_of(error: Exception) -> str:
    """Why SQLite refused, in Russian for the operator."""
    if isinstance(error, sqlite3.Error):
        return _WORDS.get(str(error), str(error))
    return reason_of(error) if isinstance(error, OSError) else str(error)
