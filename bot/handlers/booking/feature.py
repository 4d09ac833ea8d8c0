"""Booking a visit: where, when, with what."""

from bot.handlers.booking.booking import ROUTES
from bot.handlers.feature import Feature, Job
from bot.region.topics import Topics


def booking_jobs(topics: Topics) -> tuple[Job, ...]:
    """Topics that were changed on the disk are taken in."""
    return (Job("topics", 5.0, topics.refresh),)


FEATURE = Feature("booking", private_routes=ROUTES, jobs=booking_jobs)
