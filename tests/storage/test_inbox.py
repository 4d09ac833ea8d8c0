"""The inbox over a real table: in order within a chat, nothing lost by a kill, nothing kept of what is handled."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.inbox import leftovers
from bot.inbox.inbox import LANE_IN_MEMORY
from bot.inbox.update import HandledUpdate, ReceivedUpdate, StoredUpdate
from bot.people import Address
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.inbox import InboxStore
from tests.hand_clock import NOON
from tests.storage.inbox_run import WAITING, InboxRun, update
from tests.storage.rows import rows


async def test_what_was_stored_is_handled_after_a_kill_in_its_order(
    database: Database, run: InboxRun, next_run: InboxRun
) -> None:
    await run.take(range(5))
    await run.killed()
    await next_run.begin()

    await next_run.take([4, 5, 6])  # the messenger brings what it thinks unconfirmed
    await next_run.until_heard(7)

    assert (run.heard, next_run.heard) == ([], [str(key) for key in range(7)])
    assert await rows(database, WAITING) == []


async def test_of_a_flood_memory_holds_the_beginning_and_order_is_kept(database: Database, run: InboxRun) -> None:
    count = 4 * LANE_IN_MEMORY
    for start in range(0, count, 25):
        await run.take(range(start, start + 25))
    held = len(run.inbox._held)

    await run.take(["other"], "2")  # type: ignore[list-item]  # - any text is a key
    await run.until_heard(count + 1)

    assert held <= LANE_IN_MEMORY + 1
    assert [key for key in run.heard if key != "other"] == [str(key) for key in range(count)]
    assert await rows(database, WAITING) == []


async def test_messages_that_come_while_a_flood_is_read_back_keep_their_order(run: InboxRun) -> None:
    await run.take(range(100))
    run.gate.set()
    for key in range(100, 400):
        run.inbox.take(update(key))
        await asyncio.sleep(0)
    await run.inbox.secure(list(run.inbox._held.values()), grace=0)

    await run.until_heard(400)

    assert run.heard == [str(key) for key in range(400)]


async def test_a_handled_row_keeps_no_words(database: Database, run: InboxRun) -> None:
    await run.take([7])
    await run.until_heard(1)

    kept = await rows(database, "select channel, key, number, lane, sender, raw, handled_at from inbox")

    assert kept == [("telegram", "7", None, None, None, None, NOON.isoformat())]


async def test_what_is_handled_at_once_is_never_stored_and_its_key_is_known_later(
    database: Database, run: InboxRun, next_run: InboxRun
) -> None:
    run.gate.set()
    await run.inbox.secure([run.inbox.take(update(1))])
    seen = await rows(database, WAITING)
    await run.inbox.close()

    await next_run.begin()
    next_run.gate.set()
    await next_run.take([1, 2])

    assert (seen, next_run.heard) == ([], ["2"])


async def test_many_chats_of_an_earlier_run_are_all_taken_up(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftovers, "LANES_AT_ONCE", 3)
    stored = [StoredUpdate(number, update(number, lane=str(number % 20))) for number in range(1, 61)]
    await InboxStore(database).add(stored)
    again = InboxRun(database)
    again.gate.set()
    await again.begin()

    await again.until_heard(60)

    again.running.cancel()
    assert sorted(map(int, again.heard)) == list(range(1, 61))
    for lane in range(20):
        assert [key for key in map(int, again.heard) if key % 20 == lane] == [
            number for number in range(1, 61) if number % 20 == lane
        ]


async def test_told_to_stop_it_stores_what_it_could_not_end(database: Database, run: InboxRun) -> None:
    for key in range(3):
        run.inbox.take(update(key))

    await run.inbox.finish(0.05)

    assert await rows(database, WAITING) == [("0",), ("1",), ("2",)]


async def test_a_disk_that_takes_nothing_makes_nothing_safe(database: Database, run: InboxRun) -> None:
    await database.write(lambda db: db.execute("alter table inbox rename to full_disk"))
    held = [run.inbox.take(update(key)) for key in range(3)]

    await run.inbox.secure(held, grace=0)
    unsafe = [one.is_safe for one in held]
    await database.write(lambda db: db.execute("alter table full_disk rename to inbox"))
    await run.inbox.secure(held, grace=0)

    assert (unsafe, [one.is_safe for one in held]) == ([False] * 3, [True] * 3)


async def test_forgetting_a_person_erases_what_he_wrote_but_for_what_is_in_hand(
    database: Database,
) -> None:
    store = InboxStore(database)
    await store.add([StoredUpdate(key, update(key, "56"[key % 2])) for key in range(1, 5)])

    await PersonalDataStore(database).erase(Address("telegram", 5))

    in_hand_and_others = [("1",), ("2",), ("3",)]
    assert await rows(database, WAITING) == in_hand_and_others


async def test_keys_are_forgotten_after_their_time_and_waiting_updates_never(database: Database) -> None:
    store = InboxStore(database)
    await store.settle([HandledUpdate(("telegram", "1"), NOON), HandledUpdate(("telegram", "2"), NOON)])
    await store.settle([HandledUpdate(("telegram", "2"), NOON + timedelta(hours=2))])
    await store.add([StoredUpdate(3, update(3))])

    await store.sweep(NOON + timedelta(hours=1))

    assert sorted(await rows(database, "select key from inbox")) == [("2",), ("3",)]


async def test_a_long_text_leaves_no_trace_in_a_copy(database: Database, tmp_path: Path) -> None:
    from bot.storage.backup import back_up

    secret = ReceivedUpdate(("telegram", "1"), ("telegram", "1"), "1", {"text": "SECRET-WORDS " * 2_000})
    await InboxStore(database).add([StoredUpdate(1, secret)])
    owed = (
        "insert into outbox (channel, recipient, kind, payload, dedupe_key, due_at)"
        " values ('telegram', 1, 'answer', '{\"screen\": \"OWED-WORDS\"}', 'a', '2026')"
    )
    await database.write(lambda db: db.execute(owed))

    back_up(database.path, tmp_path / "copy.sqlite3")

    copy = (tmp_path / "copy.sqlite3").read_bytes()
    assert (b"SECRET-WORDS" in copy, b"OWED-WORDS" in copy) == (False, False)
    assert len(await rows(database, "select raw from inbox where raw like '%SECRET-WORDS%'")) == 1


async def test_a_chat_is_heard_on_when_the_file_of_the_database_is_gone(database: Database, run: InboxRun) -> None:
    held = [run.inbox.take(update(1)), run.inbox.take(update(2))]
    await run.inbox.secure(held)
    database.place.path.unlink()

    run.gate.set()
    await run.until_heard(2)

    assert run.heard == ["1", "2"]
