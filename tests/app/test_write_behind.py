"""Rows reach the disk a moment later, each once, and none gets in the way."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from bot import write_behind
from bot.stats.interaction import Interaction, InteractionKind
from bot.storage.database import Database
from bot.storage.tables.interactions import InteractionTable
from bot.write_behind import WriteBehind
from tests.hand_clock import NOON


class Shelf:
    """Keeps what is written; refuses as often as it was told to."""

    def __init__(self, refusals: int = 0) -> None:
        self.batches: list[list[int]] = []
        self.refusals = refusals
        self.written = asyncio.Event()

    async def write(self, rows: list[int]) -> None:
        await asyncio.sleep(0)
        if self.refusals:
            self.refusals -= 1
            raise OSError("disk full")
        self.batches.append(rows)
        self.written.set()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_behind, "FLUSH_SECONDS", 0.01)
    monkeypatch.setattr(write_behind, "PAUSE_AFTER_FAILURE", 0.01)


async def until_cancelled(work: Awaitable[None], happened: asyncio.Event) -> None:
    task = asyncio.ensure_future(work)
    await asyncio.wait_for(happened.wait(), 2)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_rows_are_written_together_in_their_order() -> None:
    shelf = Shelf()
    rows = WriteBehind("row", shelf.write)
    rows.put(1)
    rows.put(2)

    assert await rows.flush()

    assert shelf.batches == [[1, 2]]


async def test_nothing_waiting_writes_nothing() -> None:
    shelf = Shelf()

    assert await WriteBehind("row", shelf.write).flush()

    assert shelf.batches == []


async def test_what_failed_is_written_before_what_came_later() -> None:
    shelf = Shelf(refusals=1)
    rows = WriteBehind("row", shelf.write)
    rows.put(1)
    failed = await rows.flush()
    rows.put(2)

    succeeded = await rows.flush()

    assert (failed, succeeded, shelf.batches) == (False, True, [[1, 2]])


async def test_a_row_put_while_others_are_written_is_in_the_next_batch() -> None:
    shelf = Shelf()
    rows = WriteBehind("row", shelf.write)
    rows.put(1)
    flushing = asyncio.create_task(rows.flush())
    await asyncio.sleep(0)
    rows.put(2)
    await flushing

    await rows.flush()

    assert shelf.batches == [[1], [2]]


async def test_a_flush_ends_when_the_rows_another_one_took_are_written_too() -> None:
    shelf = Shelf()
    rows = WriteBehind("row", shelf.write)
    rows.put(1)
    other = asyncio.ensure_future(rows.flush())
    await asyncio.sleep(0)

    await rows.flush()

    assert shelf.batches == [[1]]
    await other


@pytest.mark.usefixtures("at_once")
async def test_run_writes_what_comes_and_goes_on_after_a_failure() -> None:
    shelf = Shelf(refusals=2)
    rows = WriteBehind("row", shelf.write)
    rows.put(1)

    await until_cancelled(rows.run(), shelf.written)

    assert (shelf.batches, shelf.refusals) == ([[1]], 0)


@pytest.mark.usefixtures("at_once")
async def test_run_waits_for_rows_without_working() -> None:
    shelf = Shelf()
    rows = WriteBehind("row", shelf.write)
    running = asyncio.create_task(rows.run())
    await asyncio.sleep(0.03)
    rows.put(7)
    await asyncio.wait_for(shelf.written.wait(), 2)

    running.cancel()

    assert shelf.batches == [[7]]


async def test_beyond_the_limit_rows_are_lost_and_those_waiting_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write_behind, "MOST_WAITING", 2)
    shelf = Shelf()
    rows = WriteBehind("row", shelf.write)
    rows.put(1)
    rows.put(2)
    rows.put(3)

    await rows.flush()

    assert shelf.batches == [[1, 2]]


async def cancelled_in_the_middle(rows: WriteBehind[int]) -> bool:
    flushing = asyncio.create_task(rows.flush())
    await asyncio.sleep(0)
    flushing.cancel()
    await asyncio.wait([flushing])
    return flushing.cancelled()


@pytest.mark.parametrize("refusals", [0, 1])
async def test_cancelled_in_the_middle_of_a_batch_each_row_is_written_once(refusals: int) -> None:
    shelf = Shelf(refusals)
    rows = WriteBehind("row", shelf.write)
    rows.put(1)

    cancelled = await cancelled_in_the_middle(rows)
    await rows.flush()

    assert (cancelled, shelf.batches) == (True, [[1]])


async def test_a_batch_that_was_itself_cancelled_waits_on() -> None:
    written: list[list[int]] = []
    ways: list[Callable[[list[int]], Awaitable[None]]] = [_give_up]

    async def write(batch: list[int]) -> None:
        await (ways.pop() if ways else _keep)(batch)
        written.append(batch)

    rows = WriteBehind("row", write)
    rows.put(1)
    flushing = asyncio.create_task(rows.flush())
    await asyncio.wait([flushing])

    await rows.flush()

    assert (flushing.cancelled(), written) == (True, [[1]])


async def _give_up(_: list[int]) -> None:
    raise asyncio.CancelledError


async def _keep(_: list[int]) -> None:
    return None


async def test_on_a_real_file_a_stop_in_the_middle_doubles_no_contact(tmp_path: Path) -> None:
    async with await Database.open(tmp_path / "bot.sqlite3") as database:
        rows = WriteBehind("contact", InteractionTable(database).add)
        rows.put(Interaction(NOON, "telegram", InteractionKind.TALK, "p"))
        flushing = asyncio.create_task(rows.flush())
        await asyncio.sleep(0)
        flushing.cancel()
        await asyncio.wait([flushing])

        await rows.flush()

        assert await database.read(lambda db: db.execute("select count(*) from contact").fetchone()) == (1,)
