"""What is looked at from time to time, by its owners. Each look finds out what is to be done."""

from collections.abc import Iterable

from bot.handlers.feature import Job
from bot.scheduling.scheduler import Scheduler


def build_scheduler(jobs: Iterable[Job]) -> Scheduler:
    """By intervals of the loop's clock, and by the clock on the wall; raises ValueError for a name taken twice."""
    named: dict[str, Job] = {}
    for job in jobs:
        if job.name in named:
            raise ValueError(f"two jobs of one name: {job.name}")
        named[job.name] = job
    return Scheduler(
        {job.name: (job.when, job.work) for job in named.values() if not isinstance(job.when, str)},
        {job.name: (job.when, job.work) for job in named.values() if isinstance(job.when, str)},
    )
