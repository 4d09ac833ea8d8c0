"""The list of personal data names every column of the real schema, and the list's own SQL is true of it."""

import sqlite3
from collections import Counter

import pytest

from bot.privacy.own_data import FILES
from bot.screens.home.my_data_words import COLUMNS, SECTIONS
from bot.storage.database import Database
from bot.storage.personal_data.personal_columns import TABLES
from bot.storage.personal_data.table import Eraser
from tests.storage.rows import rows

ERASERS = [(table, eraser) for table in TABLES for eraser in table.erasers]
NAMES = [eraser.section for _, eraser in ERASERS]


async def unlisted(database: Database) -> list[str]:
    """Columns that the migrations have made and nobody listed, and the other way round."""
    made = await rows(
        database,
        "select schema.name || '.' || columns.name"
        " from sqlite_schema as schema, pragma_table_info(schema.name) as columns"
        " where schema.type = 'table' and schema.name not like 'sqlite_%'",
    )
    listed = {f"{table.name}.{column}" for table in TABLES for column in table.impersonal.split()}
    listed |= {f"{table.name}.{column}" for table, eraser in ERASERS for column in eraser.personal.split()}
    return sorted({column for (column,) in made} ^ listed)


async def test_every_column_is_listed_as_personal_or_not(database: Database) -> None:
    assert await unlisted(database) == []
    assert max(Counter(table.name for table in TABLES).values()) == 1


async def test_a_new_column_that_nobody_listed_is_noticed(database: Database) -> None:
    await database.write(lambda db: db.execute("alter table question add column telephone text"))

    assert await unlisted(database) == ["question.telephone"]


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_no_column_is_both_personal_and_not(table: object) -> None:
    assert [
        eraser.section
        for owner, eraser in ERASERS
        if owner is table and set(eraser.personal.split()) & set(owner.impersonal.split())
    ] == []


@pytest.mark.parametrize("eraser", [eraser for _, eraser in ERASERS], ids=NAMES)
def test_an_eraser_that_keeps_the_row_empties_each_of_its_columns(eraser: Eraser) -> None:
    assert not eraser.instead or eraser.instead.keys() == set(eraser.personal.split())


async def test_all_conditions_are_true_sql(database: Database) -> None:
    values = dict.fromkeys(("channel", "person", "name", "before", "day", "settled_before"), "1")

    def try_all(db: sqlite3.Connection) -> int:
        conditions = [(table.name, eraser.whose) for table, eraser in ERASERS]
        conditions += [(table.name, ending.over) for table in TABLES for ending in table.endings]
        for name, condition in conditions:
            db.execute(f"select count(*) from {name} where {condition}", values).fetchone()  # noqa: S608 - of the list
        return len(conditions)

    assert await database.read(try_all) == len(ERASERS) + sum(len(table.endings) for table in TABLES)


def test_every_section_and_every_column_shown_has_words() -> None:
    shown = {column for _, eraser in ERASERS for column in eraser.shown.split()}

    assert set(SECTIONS) ^ set(NAMES) == {FILES}
    assert set(COLUMNS) ^ shown == {"file"}
    assert len(NAMES) == len(set(NAMES))
    assert all(eraser.shown for _, eraser in ERASERS)
