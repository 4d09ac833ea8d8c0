"""First words, help, settings, and what is kept of a person: shown, erased, outlived."""

from bot.handlers.feature import EVERY_HOUR, Feature, Job
from bot.handlers.home import acts, cancel, home, staff_home
from bot.handlers.routes import together
from bot.privacy.retention import Retention
from bot.region.live_region import LiveRegion


def home_jobs(retention: Retention, region: LiveRegion) -> tuple[Job, ...]:
    """What is no longer needed is erased; a changed region.yaml is taken in."""
    return (Job("retention", EVERY_HOUR, retention.sweep), Job("region", 5.0, region.refresh))


FEATURE = Feature(
    "home",
    together(home.ROUTES, cancel.ROUTES, acts.ROUTES),
    private_routes=together(home.PRIVATE_ROUTES, acts.PRIVATE_ROUTES, staff_home.ROUTES),
    jobs=home_jobs,
)
