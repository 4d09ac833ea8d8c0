"""The delivery worker at work: woken, coming back by itself, outliving a store that fails."""

import asyncio
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest

from bot.outbox import delivery_worker as module
from bot.outbox.notice import ClaimedNotice, NoticeId, NoticeState
from bot.people import Address
from tests.hand_clock import NOON
from tests.outbox.post import ANNA, BORIS, Office, promise


class Failing:
    """A store whose disk fails now and then."""

    def __init__(self, booking_context: Office, *, claims: int = 0, settles: int = 0) -> None:
        self._booking_context = booking_context
        self.claims = claims
        self.settles = settles
        self.rounds = 0

    async def claim(self, now: datetime, until: datetime, limit: int) -> list[ClaimedNotice]:
        self.rounds += 1
        if self.claims:
            self.claims -= 1
            raise sqlite3.OperationalError("disk I/O error")
        return await self._booking_context.store.claim(now, until, limit)

    async def mark(self, notice: NoticeId, state: NoticeState, at: datetime, reason: str | None = None) -> None:
        if self.settles:
            self.settles -= 1
            raise sqlite3.OperationalError("disk I/O error")
        await self._booking_context.store.mark(notice, state, at, reason)

    async def retry_later(self, notice: NoticeId, due_at: datetime, reason: str) -> None:
        await self._booking_context.store.retry_later(notice, due_at, reason)

    async def defer(self, notice: NoticeId, due_at: datetime) -> None:
        await self._booking_context.store.defer(notice, due_at)

    async def next_due(self, after: datetime) -> datetime | None:
        return await self._booking_context.store.next_due(after)

    async def unclaim(self, notices: Iterable[NoticeId]) -> None:
        await self._booking_context.store.unclaim(notices)


async def test_a_store_that_fails_in_the_middle_gets_back_what_was_not_noted(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS))

    with pytest.raises(sqlite3.OperationalError):
        await booking_context.delivery_worker(Failing(booking_context, settles=1)).deliver_due()

    assert await booking_context.rows() == [(1, "waiting", 0, None), (2, "waiting", 0, None)]


async def stopped(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def test_woken_the_courier_delivers_at_once(booking_context: Office) -> None:
    delivery_worker = booking_context.delivery_worker()
    running = asyncio.create_task(delivery_worker.run())
    await asyncio.sleep(0.02)
    await booking_context.promise(promise(ANNA))
    before = list(booking_context.post.sent)

    delivery_worker.wake()
    await asyncio.wait_for(booking_context.post.delivered.wait(), 2)
    await stopped(running)

    assert (before, booking_context.post.sent) == ([], [(ANNA, "news:1")])


async def test_woken_once_it_looks_once_and_sleeps_again(booking_context: Office) -> None:
    store = Failing(booking_context)
    delivery_worker = booking_context.delivery_worker(store)
    running = asyncio.create_task(delivery_worker.run())
    await asyncio.sleep(0.05)
    before = store.rounds

    delivery_worker.wake()
    await asyncio.sleep(0.1)
    await stopped(running)

    assert (before, store.rounds) == (1, 2)


async def test_nobody_wakes_it_and_it_comes_back_all_the_same(
    booking_context: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONGEST_SLEEP", 0.01)
    running = asyncio.create_task(booking_context.delivery_worker().run())
    await asyncio.sleep(0.02)
    await booking_context.promise(promise(ANNA))

    await asyncio.wait_for(booking_context.post.delivered.wait(), 2)
    await stopped(running)

    assert booking_context.post.sent == [(ANNA, "news:1")]


async def test_a_failing_store_is_outlived(booking_context: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST_SLEEP", 0.01)
    await booking_context.promise(promise(ANNA))
    running = asyncio.create_task(booking_context.delivery_worker(Failing(booking_context, claims=3)).run())

    await asyncio.wait_for(booking_context.post.delivered.wait(), 2)
    await stopped(running)

    assert (running.cancelled(), booking_context.post.sent) == (True, [(ANNA, "news:1")])


async def test_more_than_one_batch_is_delivered_without_waiting(
    booking_context: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    await booking_context.promise(*(promise(Address("telegram", id_)) for id_ in range(5)))
    booking_context.post.enough = 5
    running = asyncio.create_task(booking_context.delivery_worker().run())

    await asyncio.wait_for(booking_context.post.delivered.wait(), 2)
    await stopped(running)

    assert [to.id for to, _ in booking_context.post.sent] == [0, 1, 2, 3, 4]


async def test_it_sleeps_until_the_next_is_due(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA, due=timedelta(seconds=0.3)))
    store = Failing(booking_context)
    running = asyncio.create_task(booking_context.delivery_worker(store).run())
    await asyncio.sleep(0.15)
    before = (store.rounds, list(booking_context.post.sent))

    booking_context.clock.advance(timedelta(seconds=0.3))
    await asyncio.wait_for(booking_context.post.delivered.wait(), 2)
    await stopped(running)

    assert (before, store.rounds <= 3) == ((1, []), True)


async def test_what_a_killed_worker_had_claimed_is_looked_for_when_its_lease_ends(booking_context: Office) -> None:
    await booking_context.promise(promise(ANNA), promise(BORIS, due=timedelta(hours=1)))
    await booking_context.store.claim(NOON, NOON + module.LEASE, 9)

    assert await booking_context.store.next_due(NOON) == NOON + module.LEASE
    assert await booking_context.store.next_due(NOON + module.LEASE) == NOON + timedelta(hours=1)
