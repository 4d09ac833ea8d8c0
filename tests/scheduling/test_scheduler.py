"""The alarm wakes others again and again, whatever becomes of a job or of the wall clock; closed, it is quiet."""

import asyncio
import tracemalloc
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from apscheduler.schedulers import base

from bot.scheduling import scheduler as module
from bot.scheduling.scheduler import NextAfterNow, Scheduler

EVERY_MINUTE = "* * * * *"
YEARS = timedelta(days=26 * 365)


class Sleeper:
    """Counts how often it was woken; does what it is told then."""

    def __init__(self, work: Callable[[], Awaitable[None]] | None = None) -> None:
        self.woken = 0
        self.at_once = 0
        self.most_at_once = 0
        self.once = asyncio.Event()
        self.thrice = asyncio.Event()
        self._work = work

    async def wake(self) -> None:
        self.woken += 1
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.once.set()
        if self.woken == 3:
            self.thrice.set()
        try:
            await (self._work or nothing)()
        finally:
            self.at_once -= 1


class WallClock:
    """A clock on the wall that somebody sets, for the alarm and for APScheduler alike."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> WallClock:
    wall = WallClock()

    class Shifted(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Shifted":
            return cls.fromtimestamp(wall.now().timestamp(), tz)

    monkeypatch.setattr(base, "datetime", Shifted)
    monkeypatch.setattr(module, "LOOK_SECONDS", 0.05)
    return wall


async def longest_stop(seconds: float) -> float:
    """For how long the loop served nobody."""
    loop, longest = asyncio.get_running_loop(), 0.0
    end = loop.time() + seconds
    while (before := loop.time()) < end:
        await asyncio.sleep(0.005)
        longest = max(longest, loop.time() - before - 0.005)
    return longest


async def nothing() -> None:
    return None


async def fail() -> None:
    raise LookupError("this time it failed")


async def dawdle() -> None:
    await asyncio.sleep(0.03)


@pytest.mark.parametrize("work", [nothing, fail, dawdle])
async def test_a_job_is_woken_again_and_again_one_at_a_time(work: Callable[[], Awaitable[None]]) -> None:
    sleeper = Sleeper(work)

    async with Scheduler({"job": (0.01, sleeper.wake)}, {}):
        await asyncio.wait_for(sleeper.thrice.wait(), 5)

    assert sleeper.most_at_once == 1


async def test_each_job_has_its_own_pace() -> None:
    often, seldom = Sleeper(), Sleeper()

    async with Scheduler({"often": (0.01, often.wake), "seldom": (3600.0, seldom.wake)}, {}):
        await asyncio.wait_for(often.thrice.wait(), 5)

    assert seldom.woken == 0


async def test_after_closing_nothing_is_woken_any_more() -> None:
    sleeper = Sleeper()
    async with Scheduler({"job": (0.01, sleeper.wake)}, {}):
        await asyncio.wait_for(sleeper.thrice.wait(), 5)
    before = sleeper.woken

    await asyncio.sleep(0.05)

    assert sleeper.woken == before


async def test_rung_it_wakes_everybody_once() -> None:
    often, daily = Sleeper(), Sleeper()

    await Scheduler({"often": (5.0, often.wake)}, {"daily": ("30 3 * * *", daily.wake)}).run_all_now()

    assert (often.woken, daily.woken) == (1, 1)


@pytest.mark.parametrize("jump", [YEARS, timedelta(hours=8), -timedelta(hours=1), -YEARS])
async def test_a_jump_of_the_wall_clock_stops_nothing_and_lists_nothing(wall: WallClock, jump: timedelta) -> None:
    wall.ahead = -jump if jump > timedelta() else timedelta()
    often, minutely = Sleeper(), Sleeper()

    async with Scheduler({"often": (0.02, often.wake)}, {"minutely": (EVERY_MINUTE, minutely.wake)}, wall):
        await asyncio.wait_for(often.once.wait(), 5)
        tracemalloc.start()
        wall.ahead += jump
        stopped = await longest_stop(0.5)
        grown, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert minutely.woken >= 1
    assert often.woken >= 5
    assert stopped < 2.0
    assert grown < 1_000_000


@pytest.mark.parametrize("line", [EVERY_MINUTE, "17 * * * *", "30 3 * * *"])
async def test_moments_missed_in_years_are_made_up_for_by_one(wall: WallClock, line: str) -> None:
    sleeper = Sleeper()

    async with Scheduler({}, {"job": (line, sleeper.wake)}, wall) as alarm:
        alarm._scheduler.get_job("job").modify(next_run_time=datetime.now(UTC) - YEARS)
        stopped = await longest_stop(0.3)

    assert sleeper.woken == 1
    assert stopped < 2.0


async def test_a_clock_that_goes_right_wakes_nobody_before_his_moment(wall: WallClock) -> None:
    sleeper = Sleeper()

    async with Scheduler({}, {"job": ("0 0 1 1 *", sleeper.wake)}, wall):
        await asyncio.sleep(0.3)

    assert sleeper.woken == 0


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-28T12:00", "2026-03-29T01:30+00:00"),  # the night the clock goes forward: 03:30 is an hour earlier
        ("2026-03-27T12:00", "2026-03-28T02:30+00:00"),
        ("2026-10-24T12:00", "2026-10-25T02:30+00:00"),  # the night it goes back
    ],
)
def test_a_line_goes_by_the_clock_of_its_zone_in_summer_and_winter(now: str, due: str) -> None:
    trigger = NextAfterNow("30 3 * * *", ZoneInfo("Europe/Berlin"))

    found = trigger.get_next_fire_time(None, datetime.fromisoformat(now).replace(tzinfo=UTC))

    assert found == datetime.fromisoformat(due)
