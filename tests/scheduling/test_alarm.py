"""The alarm wakes others again and again, whatever becomes of a round, and is quiet when it is closed."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

import pytest

from bot.scheduling import alarm as module
from bot.scheduling.alarm import Alarm


class Sleeper:
    """Counts how often it was woken; does what it is told then."""

    def __init__(self, work: Callable[[], Awaitable[None]] | None = None) -> None:
        self.woken = 0
        self.at_once = 0
        self.most_at_once = 0
        self.thrice = asyncio.Event()
        self._work = work

    async def wake(self) -> None:
        self.woken += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        if self.woken == 3:
            self.thrice.set()
        try:
            await (self._work or nothing)()
        finally:
            self.at_once -= 1


async def nothing() -> None:
    return None


async def fail() -> None:
    raise LookupError("this round failed")


async def dawdle() -> None:
    await asyncio.sleep(0.03)


@pytest.mark.parametrize("work", [nothing, fail, dawdle])
async def test_a_job_is_woken_again_and_again_one_round_at_a_time(work: Callable[[], Awaitable[None]]) -> None:
    sleeper = Sleeper(work)

    async with Alarm({"job": (0.01, sleeper.wake)}):
        await asyncio.wait_for(sleeper.thrice.wait(), 5)

    assert sleeper.most_at_once == 1


async def test_each_job_has_its_own_pace() -> None:
    often, seldom = Sleeper(), Sleeper()

    async with Alarm({"often": (0.01, often.wake), "seldom": (3600.0, seldom.wake)}):
        await asyncio.wait_for(often.thrice.wait(), 5)

    assert seldom.woken == 0


async def test_after_closing_nothing_is_woken_any_more() -> None:
    sleeper = Sleeper()
    async with Alarm({"job": (0.01, sleeper.wake)}):
        await asyncio.wait_for(sleeper.thrice.wait(), 5)
    before = sleeper.woken

    await asyncio.sleep(0.05)

    assert sleeper.woken == before


async def test_a_busy_process_drops_no_round_for_good() -> None:
    sleeper = Sleeper()

    async with Alarm({"job": (0.01, sleeper.wake)}) as alarm:
        alarm._scheduler.pause()
        await asyncio.sleep(0.1)
        alarm._scheduler.resume()
        await asyncio.wait_for(sleeper.thrice.wait(), 5)

    assert sleeper.woken >= 3


async def test_a_clock_set_back_an_hour_stops_no_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.01)
    sleeper = Sleeper()

    async with Alarm({"job": (0.01, sleeper.wake)}) as alarm:
        # The next round is an hour away: so it looks to a scheduler whose clock was set back.
        alarm._scheduler.modify_job("job", next_run_time=datetime.now(UTC) + timedelta(hours=1))
        await asyncio.wait_for(sleeper.thrice.wait(), 5)

    assert sleeper.woken >= 3
