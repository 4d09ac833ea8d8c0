"""The periodic jobs. No job remembers anything: each run finds out from the database what is to be done."""

from collections.abc import Iterable
from datetime import UTC, tzinfo

from bot.handlers.feature import Job
from bot.scheduling.scheduler import Scheduler


def build_scheduler(jobs: Iterable[Job], zone: tzinfo = UTC) -> Scheduler:
    """Registers the periodic jobs: some at intervals, those that compare days and hours by the region's clock."""
    named: dict[str, Job] = {}
    for job in jobs:
        if job.name in named:
            raise ValueError(f"two jobs of one name: {job.name}")
        named[job.name] = job
    return Scheduler(
        {job.name: (job.when, job.work) for job in named.values() if not isinstance(job.when, str)},
        {job.name: (job.when, job.work) for job in named.values() if isinstance(job.when, str)},
        zone=zone,
    )
