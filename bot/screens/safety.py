"""Danger and crisis: what to do now stands in the first line."""

from html import escape

from bot.faq.article import Article
from bot.safety.threat import Answer, Imitated
from bot.screens.actions import ShowArticle
from bot.screens.common_buttons import HOME
from bot.screens.screen import Button, Screen, row


def crisis(answer: Answer) -> Screen:
    """The answer to a crisis: a number to call and nothing else."""
    return Screen("\n\n".join((f"<b>{escape(answer.now)}</b>", *map(escape, answer.then))))


def alarm(answer: Answer, imitated: Imitated | None, article: Article | None, *, was_asked: bool) -> Screen:
    """What to do now, then the rest, then the article; a step that was open waits above."""
    steps = "\n".join(f"• {escape(step)}" for step in answer.then)
    parts = [f"<b>{escape(answer.now)}</b>", *_forgery(imitated), *([steps] if steps else [])]
    parts += ["К тому, что вы начали, вернётесь кнопками выше."] if was_asked else []
    more = (row(Button(article.title, ShowArticle(article.id, "r"))),) if article else ()
    return Screen("\n\n".join(parts), (*more, row(HOME)))


def caution(words: str) -> Screen:
    """The line of caution above the ordinary answer."""
    return Screen(escape(words), keeps_numbers=True)


def _forgery(imitated: Imitated | None) -> list[str]:
    if imitated is None:
        return []
    return [
        f"Адрес в сообщении похож на настоящий, но это подделка. {escape(imitated.owner)}: {escape(imitated.host)}."
    ]
