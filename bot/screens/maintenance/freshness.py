"""The weekly letter to admins: answers to be read again, each a press away."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

from bot.faq.article import Article
from bot.faq.freshness import DueArticles
from bot.review.subject import ReviewKind
from bot.russian.words import day_in_full, plural
from bot.screens.common_buttons import HOME
from bot.screens.faq.editing_actions import MendArticle
from bot.screens.my_bookings.own_visit import paragraphs
from bot.screens.review.actions import StartReview
from bot.screens.screen import Button, Screen, column, row

SHOWN = 8  # a press for each
_LETTERS = 160  # of what may have changed


def due_letter(due: DueArticles) -> Screen | None:
    """Overdue answers first, then those of the next 30 days; None where none is due."""
    articles = (*due.overdue, *due.soon)
    if not articles:
        return None
    shown = articles[:SHOWN]
    lines = [_line(number, one) for number, one in enumerate(shown, 1)]
    at = min(len(due.overdue), SHOWN)
    more = len(articles) - SHOWN
    text = paragraphs(
        "<b>Ответы, которые пора перечитать</b>",
        _part("Срок вышел", len(due.overdue), lines[:at]),
        _part("Скоро, в ближайшие 30 дней", len(due.soon), lines[at:]),
        f"И ещё {plural(more, 'ответ', 'ответа', 'ответов')}: все покажет <code>python -m bot check</code>."
        * (more > 0),
        "Откройте источник и поправьте ответ: нажмите или напишите его номер. "
        "Если всё по-прежнему, поставьте новый срок «review_by» в файле.",
    )
    choices = tuple(MendArticle(one.id) for one in shown)
    buttons = column(Button(f"{number}. {one.title}", MendArticle(one.id)) for number, one in enumerate(shown, 1))
    review = (row(Button("Сверить ответы", StartReview(ReviewKind.ARTICLE))),) if due.overdue else ()
    return Screen(text, (*buttons, *review, row(HOME)), choices=choices)


def _part(heading: str, count: int, lines: Sequence[str]) -> str:
    return "\n".join((f"{heading}: {count}", *lines)) if count else ""


def _line(number: int, article: Article) -> str:
    until = f"до {day_in_full(article.review_by)}" if article.review_by else ""
    why = shorten(article.may_change or "", _LETTERS, placeholder="…")
    return escape(f"{number}. {article.title} — {until}" + (f": {why}" if why else ""), quote=False)
