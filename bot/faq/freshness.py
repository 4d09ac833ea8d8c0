"""Answers that must be read again: those whose day has passed, and those whose day is near."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.faq.article import Article

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class DueArticles:
    """Articles by the day of their review, the earliest first."""

    overdue: tuple[Article, ...]
    soon: tuple[Article, ...]  # within 30 days from today, today included


def due_articles(articles: Iterable[Article], today: date) -> DueArticles:
    """The articles to be read again by then or soon."""
    near = [(day, article.id, article) for article in articles if (day := article.review_by) and day <= today + SOON]
    found = [article for _, _, article in sorted(near, key=lambda one: one[:2])]
    return DueArticles(
        overdue=tuple(article for article in found if article.is_overdue(today)),
        soon=tuple(article for article in found if not article.is_overdue(today)),
    )
