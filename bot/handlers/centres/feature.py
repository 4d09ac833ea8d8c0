"""Centres: the nearest one, its card, its poster."""

from bot.centres.live_directory import LiveDirectory
from bot.handlers.centres.centres import ROUTES
from bot.handlers.feature import Feature, Job


def centre_jobs(directory: LiveDirectory) -> tuple[Job, ...]:
    """Cards that were changed on the disk are taken in."""
    return (Job("centres", 5.0, directory.refresh),)


FEATURE = Feature("centres", ROUTES, jobs=centre_jobs)
