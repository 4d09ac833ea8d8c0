"""First words, help, settings, and what is kept of a person: shown, erased, outlived."""

from bot.handlers.feature import EVERY_HOUR, Feature, Job
from bot.handlers.home.home import ROUTES
from bot.privacy.retention import Retention


def retention_jobs(retention: Retention) -> tuple[Job, ...]:
    """What is no longer needed is erased."""
    return (Job("retention", EVERY_HOUR, retention.sweep),)


FEATURE = Feature("home", ROUTES, jobs=retention_jobs)
