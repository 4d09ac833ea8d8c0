"""What absences and numbers of desks were before the desks followed from them is carried over whole."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.storage import migration
from bot.storage.migration import known, migrate

BEFORE = [one for one in known() if one.number < 27]
OLD = """
insert into absence (channel, person, first_day, last_day, made_at)
values ('telegram', 1, '2026-12-01', '2026-12-05', '2026-11-30'),
       ('telegram', 2, '2026-12-01', '2026-12-05', '2026-11-30');
insert into capacity_change (centre, first_day, last_day, desks, absence, made_at)
values ('lipki', '2026-12-01', '2026-12-05', null, 2, '2026-11-30'),
       ('lipki', '2026-12-02', '2026-12-02', 3, null, '2026-11-30'),
       ('lipki', '2026-12-03', '2026-12-03', 3, null, '2026-11-30');
delete from capacity_change where id = 3;
"""
NEW = (
    "insert into capacity_change (centre, first_day, last_day, desks, made_at)"
    " values ('lipki', '2026-12-04', '2026-12-04', 1, '2026-11-30') returning id"
)


@pytest.fixture
def carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(tmp_path / "bot.sqlite3", isolation_level=None)) as db:
        monkeypatch.setattr(migration, "known", lambda: BEFORE)
        migrate(db)
        db.executescript(OLD)
        monkeypatch.setattr(migration, "known", lambda: [one for one in known() if one.number <= 27])
        migrate(db)
        yield db


def test_an_absence_that_took_no_desk_away_keeps_them(carried: sqlite3.Connection) -> None:
    kept = carried.execute("select person, keeps_desks from absence order by person").fetchall()

    assert kept == [(1, 1), (2, 0)]


def test_no_number_of_a_change_is_given_twice(carried: sqlite3.Connection) -> None:
    assert carried.execute(NEW).fetchone() == (4,)


def test_where_the_numbers_were_forgotten_they_begin_far_above(
    carried: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried.execute("delete from sqlite_sequence where name = 'capacity_change'")
    monkeypatch.undo()

    migrate(carried)

    assert carried.execute(NEW).fetchone() == (1001,)
