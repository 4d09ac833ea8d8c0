"""APScheduler as an alarm clock: it wakes others and remembers nothing, so nothing is lost with it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

Job = Callable[[], Awaitable[object]]

LOOK_SECONDS = 5.0  # of the real clock

log = structlog.get_logger()


class Alarm:
    """Jobs by their interval in seconds; a late or missed round is made up for once, never dropped or doubled."""

    def __init__(self, jobs: Mapping[str, tuple[float, Job]]) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._looking: asyncio.Task[None]
        self._jobs = tuple(job for _, job in jobs.values())
        for name, (seconds, job) in jobs.items():
            self._scheduler.add_job(job, IntervalTrigger(seconds=seconds), id=name)

    async def ring(self) -> None:
        """Every job once, now: for those who wind the time on and do not wait for it."""
        for job in self._jobs:
            await job()

    async def __aenter__(self) -> Self:
        self._scheduler.start()
        self._looking = asyncio.create_task(self._look())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._looking.cancel()
        with suppress(asyncio.CancelledError):
            await self._looking
        self._scheduler.shutdown(wait=False)

    async def _look(self) -> None:
        """APScheduler waits for a moment of the wall clock; set back an hour, it would sleep for an hour."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            now = datetime.now(UTC)
            for job in self._scheduler.get_jobs():
                if job.next_run_time > now + job.trigger.interval + timedelta(seconds=1):
                    log.warning("alarm.clock_was_set_back", job=job.id)
                    job.modify(next_run_time=now)
