"""Jobs at intervals of the loop's clock, which nobody sets: neither a wrong wall clock nor a suspended machine."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

JobWork = Callable[[], Awaitable[object]]

log = structlog.get_logger()


async def again_and_again(name: str, seconds: float, job: JobWork) -> None:
    """The job after each pause of so many seconds, until cancelled; a failure ends that one time only."""
    once = guarded(name, job)
    while True:
        await asyncio.sleep(seconds)
        await once()


def guarded(name: str, job: JobWork) -> Callable[[], Awaitable[None]]:
    """The job with a last guard around it: what fails now is tried again at the next time."""

    async def once() -> None:
        try:
            await job()
        except Exception:  # it is tried again, and the others must go on
            log.exception("alarm.job_failed", job=name)

    return once
