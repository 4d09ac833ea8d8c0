"""Questions and answers: searched, read and mended."""

from bot.faq.live_faq import LiveFaq
from bot.handlers.faq import answers, editing
from bot.handlers.feature import Feature, Job


def faq_jobs(live_faq: LiveFaq) -> tuple[Job, ...]:
    """Articles that were changed on the disk are taken in."""
    return (Job("faq", 5.0, live_faq.refresh),)


FEATURE = Feature("faq", answers.ROUTES, private_routes=editing.ROUTES, jobs=faq_jobs)
