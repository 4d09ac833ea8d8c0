"""What 0.1.0 and 0.1.1 wrote of answers, edits, unanswered questions and unread updates is carried over whole."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.people import Address
from bot.storage import migration
from bot.storage.database import Database
from bot.storage.migration import known, migrate
from bot.storage.personal_data.store import PersonalDataStore
from tests.storage.rows import rows

BEFORE = [one for one in known() if one.number < next(one.number for one in known() if "erasers" in one.name)]
VERA = Address("telegram", 2001)
OLD = """
insert into question (channel, citizen, text, asked_at, answer, answered_by, answered_at)
values ('telegram', 1, 'первый', '2026-11-01', 'ответ', 2001, '2026-11-02');
insert into question (channel, citizen, text, asked_at) values ('telegram', 1, 'второй', '2026-11-03');
insert into centre_change (centre, part, words, fields, channel, author, at, stage, decided_by, decided_at)
values ('ostrov', 'phone', 'слова', '{}', 'telegram', 7, '2026-11-01', 'taken', 2001, '2026-11-02'),
       ('ostrov', 'phone', 'слова', '{}', null, null, '2026-11-01', 'taken', 2001, '2026-11-02'),
       ('ostrov', 'phone', 'слова', '{}', 'telegram', 7, '2026-11-01', 'sent', null, null);
insert into gap (text, decision, times, first_at, last_at) values ('где луна', 'none', 3, '2026-11-01', '2026-11-05');
insert into set_aside (update_id, at, kind, reason) values (77, '2026-11-01', 'message', 'ValidationError');
"""


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "old.sqlite3"
    monkeypatch.setattr(migration, "known", lambda: BEFORE)
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        migrate(db)
        db.executescript(OLD)
    monkeypatch.undo()
    return file


async def test_no_row_is_lost_and_each_has_its_new_columns(old: Path) -> None:
    async with await Database.open(old) as database:
        questions = await rows(database, "select text, answered_channel from question order by id")
        edits = await rows(database, "select decided_channel, decided_by from centre_change order by id")
        unanswered = await rows(database, "select * from gap")
        unread = await rows(database, "select channel, key, at, kind, size, reason from set_aside")

    assert questions == [("первый", "telegram"), ("второй", None)]
    assert edits == [("telegram", 2001), ("telegram", 2001), (None, None)]
    assert unanswered == [("где луна", "", "none", 3, "2026-11-01", "2026-11-05")]
    assert unread == [("telegram", "77", "2026-11-01", "message", 0, "ValidationError")]


async def test_who_answered_and_decided_before_can_be_forgotten(old: Path) -> None:
    async with await Database.open(old) as database:
        await PersonalDataStore(database).erase(VERA)

        assert await rows(database, "select text, answer from question where answered_by is not null") == []
        assert await rows(database, "select id from centre_change where decided_by is not null") == []
        assert await rows(database, "select count(*) from question") == [(2,)]
