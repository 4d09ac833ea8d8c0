"""Numbered SQL files, each applied once, in order, in one transaction."""

import sqlite3
from importlib import resources
from typing import NamedTuple

from bot.storage.sqlite_words import words_of

# Fails where another process has applied the migration since the version was read: nothing else in it need fail.
_ONCE = (
    "create temp table applied (version integer constraint applied_once check (version < {}));"
    " insert into temp.applied select user_version from pragma_user_version; drop table temp.applied;"
)


class Migration(NamedTuple):
    """One numbered file of storage/migrations."""

    number: int
    name: str
    sql: str


def known() -> list[Migration]:
    """Every migration of this release, in order."""
    files = sorted(
        (
            file
            for file in resources.files("bot.storage").joinpath("migrations").iterdir()
            if file.name.endswith(".sql")
        ),
        key=lambda file: file.name,
    )
    return [Migration(int(file.name[:4]), file.name, file.read_text(encoding="utf-8")) for file in files]


def migrate(connection: sqlite3.Connection) -> list[str]:
    """Brings the schema to this release and names what was applied; a file of a newer release is refused."""
    version, newest = _version(connection), known()[-1].number
    if version > newest:
        raise sqlite3.DatabaseError(
            f"схема {version} новее, чем знает эта программа ({newest}): верните прежнюю версию программы или её копию"
        )
    return [migration.name for migration in known() if migration.number > version and _apply(connection, migration)]


def require_this_release(connection: sqlite3.Connection) -> None:
    """For those who only read: to migrate under a running bot would change its tables."""
    version, newest = _version(connection), known()[-1].number
    if version != newest:
        raise sqlite3.DatabaseError(
            f"схема {version}, а у этой программы {newest}: остановите бота и выполните python -m bot migrate"
        )


def _apply(connection: sqlite3.Connection, migration: Migration) -> bool:
    """Whether it was applied here: a process started at the same moment may have been faster."""
    try:
        connection.executescript(
            f"begin immediate;\n{_ONCE.format(migration.number)}\n{migration.sql}\n"
            f"pragma user_version = {migration.number};\ncommit;"
        )
    except sqlite3.Error as error:
        if connection.in_transaction:
            connection.execute("rollback")
        if _version(connection) < migration.number:
            reason = f"переход {migration.name} не удался, база осталась прежней: {words_of(error)}"
            raise sqlite3.DatabaseError(reason) from error
        return False
    return True


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("pragma user_version").fetchone()
    return int(version)
