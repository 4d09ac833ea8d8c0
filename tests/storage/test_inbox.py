"""The inbox over a real table: in order within a chat, nothing lost by a kill, nothing kept of what is handled."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.inbox import giving_up, leftovers
from bot.inbox.inbox import LANE_IN_MEMORY, Inbox
from bot.inbox.update import HandledUpdate, ReceivedUpdate, StoredUpdate
from bot.people import Address
from bot.storage.database import Database
from bot.storage.personal_data.store import PersonalDataStore
from bot.storage.tables.inbox import InboxStore
from tests.hand_clock import NOON, HandClock
from tests.storage.rows import rows

WAITING = "select key from inbox where handled_at is null order by number"


def update(key: int, lane: str = "1", said_at: datetime | None = NOON) -> ReceivedUpdate:
    raw = {"text": f"слова {key} \ud800"}
    return ReceivedUpdate(("telegram", str(key)), ("telegram", lane), lane, raw, said_at)


class Desk:
    """Handles when it is told to; a kill is another desk on the same table."""

    def __init__(self, database: Database) -> None:
        self.heard: list[str] = []
        self.gate = asyncio.Event()
        self.aside: list[tuple[str, str]] = []
        self.clock = HandClock()
        self.inbox = Inbox(InboxStore(database), self._hear, self.clock, self._set_aside)

    async def _hear(self, received: ReceivedUpdate) -> None:
        await self.gate.wait()
        self.heard.append(received.key[1])

    async def _set_aside(self, received: ReceivedUpdate, reason: str) -> None:
        self.aside.append((received.key[1], reason))

    async def begin(self) -> None:
        await self.inbox.open()
        self.running = asyncio.create_task(self.inbox.run())

    async def take(self, keys: Iterable[int], lane: str = "1") -> None:
        await self.inbox.secure([self.inbox.take(update(key, lane)) for key in keys], grace=0)

    async def until_heard(self, count: int) -> None:
        self.gate.set()
        async with asyncio.timeout(10):
            while len(self.heard) < count:  # noqa: ASYNC110 - what is waited for is not ours to signal
                await asyncio.sleep(0.01)
        await asyncio.sleep(0.05)

    async def killed(self) -> None:
        for _, task in self.inbox._lanes.values():
            task.cancel()
        self.running.cancel()
        await asyncio.sleep(0)


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    desk = Desk(database)
    await desk.begin()
    yield desk
    desk.running.cancel()
    await desk.inbox.close()


@pytest.fixture
async def next_desk(database: Database) -> AsyncIterator[Desk]:
    desk = Desk(database)
    yield desk
    desk.running.cancel()
    await desk.inbox.close()


async def test_what_was_stored_is_handled_after_a_kill_in_its_order(
    database: Database, desk: Desk, next_desk: Desk
) -> None:
    await desk.take(range(5))
    await desk.killed()
    await next_desk.begin()

    await next_desk.take([4, 5, 6])  # the messenger brings what it thinks unconfirmed
    await next_desk.until_heard(7)

    assert (desk.heard, next_desk.heard) == ([], [str(key) for key in range(7)])
    assert await rows(database, WAITING) == []


async def test_of_a_flood_memory_holds_the_beginning_and_order_is_kept(database: Database, desk: Desk) -> None:
    count = 4 * LANE_IN_MEMORY
    for start in range(0, count, 25):
        await desk.take(range(start, start + 25))
    held = len(desk.inbox._held)

    await desk.take(["other"], "2")  # type: ignore[list-item]  # - any text is a key
    await desk.until_heard(count + 1)

    assert held <= LANE_IN_MEMORY + 1
    assert [key for key in desk.heard if key != "other"] == [str(key) for key in range(count)]
    assert await rows(database, WAITING) == []


async def test_messages_that_come_while_a_flood_is_read_back_keep_their_order(desk: Desk) -> None:
    await desk.take(range(100))
    desk.gate.set()
    for key in range(100, 400):
        desk.inbox.take(update(key))
        await asyncio.sleep(0)
    await desk.inbox.secure(list(desk.inbox._held.values()), grace=0)

    await desk.until_heard(400)

    assert desk.heard == [str(key) for key in range(400)]


async def test_a_handled_row_keeps_no_words(database: Database, desk: Desk) -> None:
    await desk.take([7])
    await desk.until_heard(1)

    kept = await rows(database, "select channel, key, number, lane, sender, raw, handled_at from inbox")

    assert kept == [("telegram", "7", None, None, None, None, NOON.isoformat())]


async def test_what_is_handled_at_once_is_never_stored_and_its_key_is_known_later(
    database: Database, desk: Desk, next_desk: Desk
) -> None:
    desk.gate.set()
    await desk.inbox.secure([desk.inbox.take(update(1))])
    seen = await rows(database, WAITING)
    await desk.inbox.close()

    await next_desk.begin()
    next_desk.gate.set()
    await next_desk.take([1, 2])

    assert (seen, next_desk.heard) == ([], ["2"])


async def test_many_chats_of_an_earlier_run_are_all_taken_up(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftovers, "LANES_AT_ONCE", 3)
    stored = [StoredUpdate(number, update(number, lane=str(number % 20))) for number in range(1, 61)]
    await InboxStore(database).add(stored)
    again = Desk(database)
    again.gate.set()
    await again.begin()

    await again.until_heard(60)

    again.running.cancel()
    assert sorted(map(int, again.heard)) == list(range(1, 61))
    for lane in range(20):
        assert [key for key in map(int, again.heard) if key % 20 == lane] == [
            number for number in range(1, 61) if number % 20 == lane
        ]


async def test_told_to_stop_it_stores_what_it_could_not_end(database: Database, desk: Desk) -> None:
    for key in range(3):
        desk.inbox.take(update(key))

    await desk.inbox.finish(0.05)

    assert await rows(database, WAITING) == [("0",), ("1",), ("2",)]


async def test_a_disk_that_takes_nothing_makes_nothing_safe(database: Database, desk: Desk) -> None:
    await database.write(lambda db: db.execute("alter table inbox rename to full_disk"))
    held = [desk.inbox.take(update(key)) for key in range(3)]

    await desk.inbox.secure(held, grace=0)
    unsafe = [one.is_safe for one in held]
    await database.write(lambda db: db.execute("alter table full_disk rename to inbox"))
    await desk.inbox.secure(held, grace=0)

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


async def test_a_chat_is_heard_on_when_the_file_of_the_database_is_gone(database: Database, desk: Desk) -> None:
    held = [desk.inbox.take(update(1)), desk.inbox.take(update(2))]
    await desk.inbox.secure(held)
    database.place.path.unlink()

    desk.gate.set()
    await desk.until_heard(2)

    assert desk.heard == ["1", "2"]


OWED = "select recipient, kind, state from outbox order by recipient"
A_WEEK = timedelta(days=7)


async def test_after_a_week_of_downtime_what_is_stale_is_not_answered_and_each_chat_is_told_once(
    database: Database, desk: Desk
) -> None:
    stored = [StoredUpdate(number, update(number, str(5 + number % 2))) for number in range(1, 21)]
    fresh = StoredUpdate(21, update(21, "5", NOON + A_WEEK))
    membership = StoredUpdate(22, update(22, "6", said_at=None))
    await InboxStore(database).add([*stored, fresh, membership])
    desk.clock.advance(A_WEEK)
    desk.gate.set()

    await desk.begin()
    await desk.until_heard(2)

    assert sorted(desk.heard) == ["21", "22"]
    assert await rows(database, OWED) == [(5, "answered_late", "waiting"), (6, "answered_late", "waiting")]
    assert await rows(database, "select count(*), count(raw), count(said_at) from inbox") == [(22, 0, 0)]


async def test_what_the_messenger_brings_too_late_is_not_answered_and_told_once(database: Database, desk: Desk) -> None:
    desk.gate.set()
    old = NOON - timedelta(hours=7)

    for key in range(3):
        await desk.inbox.take(update(key, said_at=old))
    await desk.inbox.take(update(3, said_at=NOON - timedelta(hours=5)))

    assert desk.heard == ["3"]
    assert await rows(database, OWED) == [(1, "answered_late", "waiting")]


async def test_an_update_that_ends_the_process_again_and_again_is_set_aside_and_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(giving_up, "MOST_BEGINNINGS", 2)
    await InboxStore(database).add([StoredUpdate(1, update(1)), StoredUpdate(2, update(2))])
    for _ in range(2):
        killed = Desk(database)
        await killed.begin()
        await asyncio.sleep(0.05)
        await killed.killed()
    last = Desk(database)
    last.gate.set()

    await last.begin()
    await last.until_heard(1)

    last.running.cancel()
    assert (last.heard, last.aside) == (["2"], [("1", "the process ended in the middle of it again and again")])
    assert await rows(database, OWED) == [(1, "answered_late", "waiting")]
    assert await rows(database, WAITING) == []


async def test_the_first_updates_of_a_run_are_stored_before_they_begin(database: Database, desk: Desk) -> None:
    desk.gate.set()
    desk.inbox.be_cautious()

    held = desk.inbox.take(update(1))
    await asyncio.sleep(0.05)
    before = list(desk.heard)
    await desk.inbox.secure([held])
    await desk.until_heard(1)

    assert (before, desk.heard, held.stored) == ([], ["1"], True)
    assert await rows(database, WAITING) == []
