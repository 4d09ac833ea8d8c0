"""Danger and crisis: what to do now stands in the first line."""

from html import escape

from bot.faq.article import Article
from bot.safety.threat import MOST_STEPS, Answer, Imitated
from bot.screens.actions import ShowArticle
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, row


def crisis(answer: Answer) -> Screen:
    """The answer to a crisis: a number to call and nothing else."""
    return Screen("\n\n".join((f"<b>{escape(answer.now)}</b>", *map(escape, answer.then))))


def alarm(answer: Answer, imitated: Imitated | None, article: Article | None, way_back: Button | None) -> Screen:
    """What to do now, then the rest, then the article and the way back to what was begun: a phone shows it whole."""
    steps = "\n".join(f"• {escape(step)}" for step in (*_forgery(imitated), *answer.then)[:MOST_STEPS])
    parts = [f"<b>{escape(answer.now)}</b>", *([steps] if steps else [])]
    more = (row(Button(article.title, ShowArticle(article.id, "r"))),) if article else ()
    return Screen("\n\n".join(parts), (*more, row(*([way_back] if way_back else []), HOME)))


def caution(words: str) -> str:
    """The line of caution above the ordinary answer; what to do in a danger is a button of the menu."""
    return f"<b>{escape(words)}</b>"


def _forgery(imitated: Imitated | None) -> tuple[str, ...]:
    return (f"Этот адрес — подделка. {imitated.owner}: {imitated.host}.",) if imitated else ()
