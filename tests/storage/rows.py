"""Looking into tables and filling them, for tests."""

import sqlite3
from pathlib import Path
from typing import Any

from bot.faq.unanswered import UnansweredQuestion
from bot.storage.database import Database
from bot.storage.tables.unanswered import UnansweredTable
from tests.hand_clock import NOON

Row = tuple[Any, ...]


async def rows(database: Database, sql: str) -> list[Row]:
    return await database.read(lambda db: db.execute(sql).fetchall())


async def count(database: Database, table: str) -> int:
    ((number,),) = await rows(database, f"select count(*) from {table}")  # noqa: S608 - a table's name of these tests
    return int(number)


def gap(db: sqlite3.Connection, text: str) -> None:
    db.execute("insert into gap (text, decision, first_at, last_at) values (?, 'none', '', '')", (text,))


async def filled(file: Path, text: str = "было") -> None:
    """A closed database with one question in it."""
    async with await Database.open(file) as database:
        await UnansweredTable(database).add([UnansweredQuestion(text, "none", NOON)])


async def texts(file: Path) -> list[str]:
    async with await Database.open(file) as database:
        return [text for (text,) in await rows(database, "select text from gap order by text")]


def spoil_pages(file: Path) -> None:
    """Overwrites the second page and the third, as a dying disk does."""
    content = bytearray(file.read_bytes())
    content[4096:12288] = b"\xff" * 8192
    file.write_bytes(content)
