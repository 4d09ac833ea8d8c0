"""Questions and answers: searched, read and mended."""

from bot.faq.last_answers import LastAnswers
from bot.faq.live_faq import LiveFaq
from bot.handlers.faq import answers, article_place, article_removal, editing, new_article, titles
from bot.handlers.feature import EVERY_MINUTE, Feature, Job
from bot.handlers.routes import together


def faq_jobs(live_faq: LiveFaq, last_answers: LastAnswers) -> tuple[Job, ...]:
    """Articles that were changed on the disk are taken in; the words of old questions are dropped from memory."""
    return (Job("faq", 5.0, live_faq.refresh), Job("last answers", EVERY_MINUTE, last_answers.expire))


FEATURE = Feature(
    "faq",
    answers.ROUTES,
    private_routes=together(
        editing.ROUTES, new_article.ROUTES, titles.ROUTES, article_place.ROUTES, article_removal.ROUTES
    ),
    jobs=faq_jobs,
)
