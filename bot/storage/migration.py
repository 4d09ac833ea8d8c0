"""Numbered SQL files, each applied once, in order, in one transaction."""

import sqlite3
from importlib import resources
from typing import NamedTuple


class Migration(NamedTuple):
    """One file of storage/migrations."""

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
    (version,) = connection.execute("pragma user_version").fetchone()
    migrations = known()
    if version > migrations[-1].number:
        raise sqlite3.DatabaseError(f"schema {version} is newer than this program ({migrations[-1].number})")
    fresh = [migration for migration in migrations if migration.number > version]
    for migration in fresh:
        connection.executescript(
            f"begin immediate;\n{migration.sql}\npragma user_version = {migration.number};\ncommit;"
        )
    return [migration.name for migration in fresh]
