"""What 0.1.0 and 0.1.1 have asked is asked still, where it may matter; the rest ends and breaks nothing."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.dialog_state import Conversation, Prompt, TypedOptions
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import BookDays, BookTime
from bot.screens.booking.prompts import VisitorPrompt, WhenPrompt, WherePrompt
from bot.screens.centres.prompts import PlacePrompt
from bot.screens.my_bookings.prompts import CancelReasonPrompt, OtherTimePrompt
from bot.screens.questions.prompts import AnswerPrompt, QuestionPrompt
from bot.storage import migration
from bot.storage.database import Database
from bot.storage.migration import known, migrate
from bot.storage.tables.dialog_state import DialogStateTable
from tests.hand_clock import HandClock

BEFORE = [one for one in known() if one.number < next(one.number for one in known() if "typed_prompts" in one.name)]
TIME = BookTime("doctor", "ostrov", "2611270900")
# As the older releases wrote it: what was asked, its context, and the prompt of today.
CARRIED = [
    ("question", "", QuestionPrompt()),
    ("question", "login-code", QuestionPrompt("login-code")),
    ("question", "login-code\n77", QuestionPrompt("login-code", 77)),
    ("answer", "7", AnswerPrompt(7)),
    ("answer", "7\n77", AnswerPrompt(7, 77)),
    ("place", "", PlacePrompt()),
    ("visit_place", "k:doctor", WherePrompt(BookVisit("doctor"))),
    ("when", "kd:doctor:ostrov:0", WhenPrompt(BookDays("doctor", "ostrov"))),
    ("called", "T:doctor:ostrov:2611270900", VisitorPrompt(TIME)),
    ("called", "T:doctor:ostrov:2611270900\n0Анна", VisitorPrompt(TIME, "Анна")),
    ("called", "T:doctor:ostrov:2611270900\n1Мама", VisitorPrompt(TIME, "Мама", for_other=True)),
    ("other_time", "12", OtherTimePrompt(12)),
    ("other_time", "12 ", OtherTimePrompt(12)),
    ("other_time", "12 2026-11-27", OtherTimePrompt(12, date(2026, 11, 27))),
    ("reason", "12", CancelReasonPrompt(12)),
]
DROPPED = [
    ("centre", "card"),
    ("change", "hours:ostrov"),
    ("desk", "why:1:болеет"),
    ("edit", "keep:login-code\nНовый текст"),
    ("closure", "why:ostrov:29932740:29934180"),
    ("period", "-"),
    ("song", "of a release to come"),
]
ANNA, BORIS = Conversation("telegram", 1, 1), Conversation("telegram", 2, 2)


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A database as the older releases leave it."""
    file = tmp_path / "old.sqlite3"
    monkeypatch.setattr(migration, "known", lambda: BEFORE)
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        migrate(db)
    monkeypatch.undo()
    return file


def written(file: Path, conversation: Conversation, what: str, context: str, clock: HandClock) -> None:
    ends = (clock.now() + timedelta(hours=1)).isoformat()
    row = (conversation.channel, conversation.person, conversation.chat, what, context, ends)
    sql = "insert into awaited (channel, person, chat, what, context, expires_at) values (?, ?, ?, ?, ?, ?)"
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute(sql, row)


async def opened(file: Path, clock: HandClock) -> DialogStateTable:
    async with await Database.open(file) as database:
        store = DialogStateTable(database, clock)
        await store.load()
        await store.expire()
        return store


@pytest.mark.parametrize(("what", "context", "prompt"), CARRIED)
async def test_what_a_citizen_was_asked_is_asked_still(
    old: Path, clock: HandClock, what: str, context: str, prompt: Prompt
) -> None:
    written(old, ANNA, what, context, clock)
    written(old, BORIS, "left", f"{what}\n{context}", clock)

    store = await opened(old, clock)

    assert (store.text(ANNA), store.left(ANNA)) == (prompt, None)
    assert (store.text(BORIS), store.left(BORIS)) == (None, prompt)


@pytest.mark.parametrize(("what", "context"), DROPPED)
async def test_what_staff_were_asked_for_an_hour_ends(old: Path, clock: HandClock, what: str, context: str) -> None:
    written(old, ANNA, what, context, clock)
    written(old, BORIS, "left", f"{what}\n{context}", clock)

    store = await opened(old, clock)

    assert (store.text(ANNA), store.left(ANNA), store.text(BORIS), store.left(BORIS)) == (None, None, None, None)


async def test_typed_options_and_what_was_suspended_stand_beside_what_is_asked(old: Path, clock: HandClock) -> None:
    written(old, ANNA, "question", "login-code", clock)
    written(old, ANNA, "left", "when\nkd:doctor:ostrov:0", clock)
    written(old, ANNA, "choice", "h\n\nh\tВ начало", clock)
    written(old, ANNA, "draft", "1\n\nlogin-code\nслова", clock)

    store = await opened(old, clock)

    assert (store.text(ANNA), store.left(ANNA)) == (
        QuestionPrompt("login-code"),
        WhenPrompt(BookDays("doctor", "ostrov")),
    )
    assert store.offered(ANNA) == TypedOptions(("h",), (("h", "В начало"),))
