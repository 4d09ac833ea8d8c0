"""Centres: the nearest one, its card, its poster."""

from bot.centres.live_directory import LiveDirectory
from bot.handlers.centres import acts, centres
from bot.handlers.feature import Feature, Job
from bot.handlers.routes import together


def centre_jobs(directory: LiveDirectory) -> tuple[Job, ...]:
    """Cards that were changed on the disk are taken in."""
    return (Job("centres", 5.0, directory.refresh),)


FEATURE = Feature("centres", together(centres.ROUTES, acts.ROUTES), jobs=centre_jobs)
