"""What gets no answer: updates too old for one, and those that end the process again and again."""

import asyncio
from datetime import timedelta

import pytest

from bot.inbox import giving_up
from bot.inbox.update import StoredUpdate
from bot.storage.database import Database
from bot.storage.tables.inbox import InboxStore
from tests.hand_clock import NOON
from tests.storage.inbox_run import WAITING, InboxRun, update
from tests.storage.rows import rows

OWED = "select recipient, kind, state from outbox order by recipient"
A_WEEK = timedelta(days=7)


async def test_after_a_week_of_downtime_what_is_stale_is_not_answered_and_each_chat_is_told_once(
    database: Database, run: InboxRun
) -> None:
    stored = [StoredUpdate(number, update(number, str(5 + number % 2))) for number in range(1, 21)]
    fresh = StoredUpdate(21, update(21, "5", NOON + A_WEEK))
    membership = StoredUpdate(22, update(22, "6", said_at=None))
    await InboxStore(database).add([*stored, fresh, membership])
    run.clock.advance(A_WEEK)
    run.gate.set()

    await run.begin()
    await run.until_heard(2)

    assert sorted(run.heard) == ["21", "22"]
    assert await rows(database, OWED) == [(5, "answered_late", "waiting"), (6, "answered_late", "waiting")]
    assert await rows(database, "select count(*), count(raw), count(said_at) from inbox") == [(22, 0, 0)]


async def test_what_the_messenger_brings_too_late_is_not_answered_and_told_once(
    database: Database, run: InboxRun
) -> None:
    run.gate.set()
    old = NOON - timedelta(hours=7)

    for key in range(3):
        await run.inbox.take(update(key, said_at=old))
    await run.inbox.take(update(3, said_at=NOON - timedelta(hours=5)))

    assert run.heard == ["3"]
    assert await rows(database, OWED) == [(1, "answered_late", "waiting")]


async def test_an_update_that_ends_the_process_again_and_again_is_set_aside_and_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(giving_up, "MOST_BEGINNINGS", 2)
    await InboxStore(database).add([StoredUpdate(1, update(1)), StoredUpdate(2, update(2))])
    for _ in range(2):
        killed = InboxRun(database)
        await killed.begin()
        await asyncio.sleep(0.05)
        await killed.killed()
    last = InboxRun(database)
    last.gate.set()

    await last.begin()
    await last.until_heard(1)

    last.running.cancel()
    assert (last.heard, last.aside) == (["2"], [("1", "the process ended in the middle of it again and again")])
    assert await rows(database, OWED) == [(1, "answered_late", "waiting")]
    assert await rows(database, WAITING) == []


async def test_an_update_that_kills_hit_by_chance_is_answered_all_the_same(database: Database) -> None:
    await InboxStore(database).add([StoredUpdate(1, update(1))])
    for _ in range(3):
        killed = InboxRun(database)
        await killed.begin()
        await asyncio.sleep(0.05)
        await killed.killed()
    last = InboxRun(database)

    await last.begin()
    await last.until_heard(1)

    last.running.cancel()
    assert (last.heard, last.aside) == (["1"], [])


async def test_the_first_updates_of_a_run_are_stored_before_they_begin(database: Database, run: InboxRun) -> None:
    run.gate.set()
    run.inbox.be_cautious()

    held = run.inbox.take(update(1))
    await asyncio.sleep(0.05)
    before = list(run.heard)
    await run.inbox.secure([held])
    await run.until_heard(1)

    assert (before, run.heard, held.stored) == ([], ["1"], True)
    assert await rows(database, WAITING) == []
