"""Runs jobs at intervals and by the wall clock; it remembers nothing, so nothing is lost with it."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from types import TracebackType
from typing import Self

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.cron import CronTrigger

from bot.clock import Clock, SystemClock
from bot.scheduling.intervals import JobWork, again_and_again, guarded

LOOK_SECONDS = 5.0  # between looks at the wall clock, by the loop's own
JUMP_SECONDS = 2.0  # the wall clock is corrected by less than this every day

log = structlog.get_logger()


class NextAfterNow(BaseTrigger):  # type: ignore[misc]  # - untyped in APScheduler
    """The first moment of a crontab line, by the clock of a zone, after now.

    APScheduler asks for every moment between the last one and now; after a jump of years that is 3.6 GB of them.
    """

    def __init__(self, crontab: str, zone: tzinfo) -> None:
        self._cron = CronTrigger.from_crontab(crontab, timezone=zone)

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime | None:
        return self._cron.get_next_fire_time(None, now + timedelta(microseconds=1))  # type: ignore[no-any-return]  # - untyped in APScheduler


class Scheduler:
    """Jobs by their interval in seconds of the loop's clock, and jobs by a crontab line in the region's zone.

    A moment that was missed is made up for once, never dropped and never doubled.
    """

    def __init__(
        self,
        intervals: Mapping[str, tuple[float, JobWork]],
        by_clock: Mapping[str, tuple[str, JobWork]],
        clock: Clock | None = None,
        zone: tzinfo = UTC,
    ) -> None:
        self._clock = clock or SystemClock()
        self._intervals = intervals
        self._by_clock = by_clock
        self._scheduler = AsyncIOScheduler(
            timezone=zone, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        for name, (crontab, job) in by_clock.items():
            self._scheduler.add_job(guarded(name, job), NextAfterNow(crontab, zone), id=name)
        self._running: list[asyncio.Task[None]] = []

    async def run_all_now(self) -> None:
        """Runs every job once now: for those who wind the time on and do not wait for it."""
        for _, job in (*self._intervals.values(), *self._by_clock.values()):
            await job()

    async def __aenter__(self) -> Self:
        self._scheduler.start()
        works = [again_and_again(name, seconds, job) for name, (seconds, job) in self._intervals.items()]
        self._running = [asyncio.create_task(work) for work in (*works, self._watch_clock())]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
        self._scheduler.shutdown(wait=False)

    async def _watch_clock(self) -> None:
        """Wakes APScheduler, which sleeps until a moment of the wall clock, when that clock is set."""
        apart = self._apart()
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            moved, apart = self._apart() - apart, self._apart()
            if abs(moved) > JUMP_SECONDS:
                log.warning("alarm.clock_was_set", seconds=round(moved))
                for job in self._scheduler.get_jobs():
                    job.modify(next_run_time=self._clock.now())

    def _apart(self) -> float:
        """By how many seconds the wall clock and the loop's clock differ."""
        return self._clock.now().timestamp() - asyncio.get_running_loop().time()
