"""The courier at work: woken, coming back by itself, outliving a store that fails."""

import asyncio
import sqlite3
from collections.abc import Iterable
from datetime import datetime

import pytest

from bot.outbox import delivery_worker as module
from bot.outbox.notice import ClaimedNotice, NoticeId, NoticeState
from bot.people import Address
from tests.outbox.post import ANNA, BORIS, Office, promise


class Failing:
    """A store whose disk fails now and then."""

    def __init__(self, office: Office, *, claims: int = 0, settles: int = 0) -> None:
        self._office = office
        self.claims = claims
        self.settles = settles
        self.rounds = 0

    async def claim(self, now: datetime, until: datetime, limit: int) -> list[ClaimedNotice]:
        self.rounds += 1
        if self.claims:
            self.claims -= 1
            raise sqlite3.OperationalError("disk I/O error")
        return await self._office.store.claim(now, until, limit)

    async def mark(self, notice: NoticeId, state: NoticeState, at: datetime, reason: str | None = None) -> None:
        if self.settles:
            self.settles -= 1
            raise sqlite3.OperationalError("disk I/O error")
        await self._office.store.mark(notice, state, at, reason)

    async def retry_later(self, notice: NoticeId, due_at: datetime, reason: str) -> None:
        await self._office.store.retry_later(notice, due_at, reason)

    async def defer(self, notice: NoticeId, due_at: datetime) -> None:
        await self._office.store.defer(notice, due_at)

    async def unclaim(self, notices: Iterable[NoticeId]) -> None:
        await self._office.store.unclaim(notices)


async def test_a_store_that_fails_in_the_middle_gets_back_what_was_not_noted(office: Office) -> None:
    await office.promise(promise(ANNA), promise(BORIS))

    with pytest.raises(sqlite3.OperationalError):
        await office.courier(Failing(office, settles=1)).deliver_due()

    assert await office.rows() == [(1, "waiting", 0, None), (2, "waiting", 0, None)]


async def stopped(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def test_woken_the_courier_delivers_at_once(office: Office) -> None:
    courier = office.courier()
    running = asyncio.create_task(courier.run())
    await asyncio.sleep(0.02)
    await office.promise(promise(ANNA))
    before = list(office.post.sent)

    courier.wake()
    await asyncio.wait_for(office.post.delivered.wait(), 2)
    await stopped(running)

    assert (before, office.post.sent) == ([], [(ANNA, "news:1")])


async def test_woken_once_it_looks_once_and_sleeps_again(office: Office) -> None:
    store = Failing(office)
    courier = office.courier(store)
    running = asyncio.create_task(courier.run())
    await asyncio.sleep(0.05)
    before = store.rounds

    courier.wake()
    await asyncio.sleep(0.1)
    await stopped(running)

    assert (before, store.rounds) == (1, 2)


async def test_nobody_wakes_it_and_it_comes_back_all_the_same(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    running = asyncio.create_task(office.courier().run())
    await asyncio.sleep(0.02)
    await office.promise(promise(ANNA))

    await asyncio.wait_for(office.post.delivered.wait(), 2)
    await stopped(running)

    assert office.post.sent == [(ANNA, "news:1")]


async def test_a_failing_store_is_outlived(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.01)
    await office.promise(promise(ANNA))
    running = asyncio.create_task(office.courier(Failing(office, claims=3)).run())

    await asyncio.wait_for(office.post.delivered.wait(), 2)
    await stopped(running)

    assert (running.cancelled(), office.post.sent) == (True, [(ANNA, "news:1")])


async def test_more_than_one_batch_is_delivered_without_waiting(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 2)
    await office.promise(*(promise(Address("telegram", id_)) for id_ in range(5)))
    office.post.enough = 5
    running = asyncio.create_task(office.courier().run())

    await asyncio.wait_for(office.post.delivered.wait(), 2)
    await stopped(running)

    assert [to.id for to, _ in office.post.sent] == [0, 1, 2, 3, 4]
