"""Screens of another title: typed, then shown with all that it would take from other answers."""

from collections.abc import Sequence
from html import escape

from bot.faq.article import Article
from bot.faq.article_file import MAX_TITLE
from bot.faq.edits.takeovers import Takeover
from bot.screens.common_buttons import HOME
from bot.screens.faq.editing import STOP
from bot.screens.faq.editing_actions import ChangeTitle, KeepTitle, MendArticle
from bot.screens.faq.wording_edits import lines_of_taken
from bot.screens.screen import Button, Screen, row


def type_title(article: Article) -> Screen:
    """Asks for the other title."""
    text = f"Сейчас: <b>{escape(article.title)}</b>\n\nКак назвать? Вопрос словами человека, до {MAX_TITLE} знаков."
    return Screen(text, (STOP,))


def preview(article: Article, title: str, taken: Sequence[Takeover]) -> Screen:
    """What was, what will be, and which questions would find another answer."""
    parts = [f"Было: {escape(article.title)}\nСтанет: <b>{escape(title)}</b>"]
    if taken:
        parts.append("Другие вопросы найдут не свой ответ:\n" + lines_of_taken(taken))
    parts.append("Записать? Прежнее название останется вопросом, по которому ответ находится.")
    rows = (
        row(Button("Записать", KeepTitle(article.id))),
        row(Button("Написать иначе", ChangeTitle(article.id))),
        row(Button("Не менять", MendArticle(article.id)), HOME),
    )
    return Screen("\n\n".join(parts), rows)
