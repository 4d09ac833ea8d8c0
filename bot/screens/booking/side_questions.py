"""A question asked in the middle of booking: nothing is numbered, for numbers belong to the step that follows."""

from collections.abc import Sequence

from bot.faq.article import Article
from bot.screens.actions import ShowArticle
from bot.screens.screen import Button, Screen, column

NO_ANSWER = "Ответа на этот вопрос у меня нет. Спросите на консультации.\n\nПродолжим запись."


def suggestions(articles: Sequence[Article]) -> Screen:
    """Shows the questions that may have been meant."""
    buttons = column(Button(article.title, ShowArticle(article.id, "s")) for article in articles)
    return Screen("Точного ответа у меня нет. Может быть, вы об этом? Нажмите на вопрос.", buttons)
