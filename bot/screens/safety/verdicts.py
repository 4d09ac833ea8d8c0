"""A verdict on somebody else's message: the signs of fraud, or that none are seen; never that it is surely honest."""

from html import escape

from bot.faq.article import Article
from bot.safety.hosts import Standing
from bot.safety.threat import MOST_STEPS, Answer
from bot.safety.verdict import Verdict
from bot.screens.actions import ShowArticle
from bot.screens.common_buttons import HOME
from bot.screens.safety.answers import below_alarm
from bot.screens.safety.happening import SOS
from bot.screens.screen import Button, Row, Screen, row

_MOST_SIGNS = 3


def fraud(verdict: Verdict, answer: Answer, article: Article | None, way_back: Button | None) -> Screen:
    """Why it looks like fraud, what to do now, the rest."""
    reasons = ", ".join((*_addresses(verdict), *verdict.signs)[:_MOST_SIGNS])
    heading = f"Похоже на обман: {reasons}." if reasons else "Похоже на обман."
    known = next((host.imitated for host in verdict.hosts if host.imitated), None)
    genuine = (f"Настоящий адрес: {known.host} ({known.owner}).",) if known else ()
    return _screen((heading, answer.now), (*genuine, *answer.then), below_alarm(answer, article, way_back))


def no_signs(verdict: Verdict, answer: Answer, article: Article | None) -> Screen:
    """That no signs are seen, and where to make sure."""
    official = verdict.official
    named = f"Адрес {official.name} настоящий: {official.owner}." if official else ""
    doubtful = ", ".join((*_addresses(verdict), *verdict.signs))
    noted = f"Насторожить должно: {doubtful}." if doubtful else ""
    return _screen((answer.now,), (*filter(None, (named, noted)), *answer.then), _buttons(article))


def nothing_to_judge(words: str) -> Screen:
    """Asks for the message itself."""
    return Screen(escape(words), (row(SOS), row(HOME)))


def _addresses(verdict: Verdict) -> tuple[str, ...]:
    """Addresses as they stand in the message, none of them a link that opens."""
    words = {Standing.FORGED: "чужой адрес", Standing.UNKNOWN: "незнакомый адрес"}
    return tuple(f"{words[host.standing]} {_unlinked(host.name)}" for host in verdict.foreign[:1])


def _unlinked(address: str) -> str:
    return f"<code>{escape(address)}</code>"


def _screen(first: tuple[str, ...], steps: tuple[str, ...], rows: tuple[Row, ...]) -> Screen:
    heading = "\n".join(f"<b>{line}</b>" for line in first)
    return Screen(f"{heading}\n\n" + "\n".join(f"• {step}" for step in steps[: MOST_STEPS + 1]), rows)


def _buttons(article: Article | None) -> tuple[Row, ...]:
    more = (row(Button(article.title, ShowArticle(article.id, "r"))),) if article else ()
    return (*more, row(HOME))
