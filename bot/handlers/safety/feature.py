"""Danger and crisis: met in any words, asked for by a button, learned from files that people extend."""

from bot.handlers.feature import Feature, Job
from bot.handlers.routes import together
from bot.handlers.safety import after_alarm, happening
from bot.safety.live_dangers import LiveDangers


def danger_jobs(dangers: LiveDangers) -> tuple[Job, ...]:
    """What was not yet learned is learned, and words of danger that were changed on the disk are taken in."""
    return (Job("dangers", 5.0, dangers.refresh),)


FEATURE = Feature("safety", together(happening.ROUTES, after_alarm.ROUTES), jobs=danger_jobs)
