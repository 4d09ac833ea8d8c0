"""Answers to be read again are found by their day, not by the day somebody wrote them."""

from datetime import date

import pytest

from bot.faq.article import Article, ArticleId, GroupId
from bot.faq.freshness import DueArticles, due_articles

TODAY = date(2027, 1, 31)


def article(id_: str, review_by: date | None) -> Article:
    return Article(ArticleId(id_), GroupId("benefits"), "Вопрос?", (), "Ответ.", review_by=review_by)


@pytest.mark.parametrize(
    ("review_by", "overdue"),
    [(date(2027, 1, 30), True), (TODAY, False), (date(2027, 2, 1), False), (None, False)],
)
def test_an_answer_is_overdue_the_day_after_its_review(review_by: date | None, overdue: bool) -> None:  # noqa: FBT001 - a column of the table above
    assert article("a1", review_by).is_overdue(TODAY) is overdue


def test_overdue_and_soon_are_told_apart_and_the_earliest_comes_first() -> None:
    sum_, law = article("sum", date(2027, 1, 30)), article("law", date(2027, 2, 28))
    far, never, old = article("far", date(2027, 3, 3)), article("never", None), article("old", date(2026, 12, 31))

    found = due_articles([law, sum_, far, never, old], TODAY)

    assert found == DueArticles(overdue=(old, sum_), soon=(law,))
