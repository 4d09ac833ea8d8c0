"""APScheduler as an alarm clock: it wakes others and remembers nothing, so nothing is lost with it."""

from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import Self

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

Job = Callable[[], Awaitable[object]]


class Alarm:
    """Jobs by their interval in seconds; a late or missed round is made up for once, never dropped or doubled."""

    def __init__(self, jobs: Mapping[str, tuple[float, Job]]) -> None:
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        for name, (seconds, job) in jobs.items():
            self._scheduler.add_job(job, IntervalTrigger(seconds=seconds), id=name)

    async def __aenter__(self) -> Self:
        self._scheduler.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._scheduler.shutdown(wait=False)
