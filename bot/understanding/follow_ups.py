"""Questions that lean on the answer shown last: «а если снилса нет?»."""

from datetime import datetime

from bot.faq.article import ArticleId
from bot.faq.search.search import Decision
from bot.understanding.acts import Act, ActName, Slots
from bot.understanding.answer_terms import leans_on_answer
from bot.understanding.knowledge import Knowledge
from bot.understanding.pieces import Heard
from bot.understanding.turns import Turns

MOST_ARTICLES = 5


def question(heard: Heard, turns: Turns, now: datetime, knowledge: Knowledge) -> Act:
    """The articles for a question, those of the question before it too where it leans on the last answer."""
    own = [hit.article for hit in heard.reading.search.hits[:MOST_ARTICLES]]
    sure = _sureness(heard)
    if not leans_on_answer(heard.reading, turns):
        return Act(ActName.FAQ, Slots(articles=tuple(own)), sure, reasons=heard.best.terms)
    articles = tuple(dict.fromkeys(map(str, _merged(heard, own, turns, now, knowledge))))
    return Act(ActName.FOLLOW_UP, Slots(articles=articles[:MOST_ARTICLES]), sure, reasons=heard.best.terms)


def _merged(heard: Heard, own: list[ArticleId], turns: Turns, now: datetime, knowledge: Knowledge) -> list[ArticleId]:
    """One's own article first where it is sure; then those of both questions together; then the one shown."""
    asked = f"{turns.last_question or _title(turns, knowledge)} {heard.reading.text}"
    together = [hit.article for hit in knowledge.read(asked, now).search.hits[:MOST_ARTICLES]]
    shown = [ArticleId(id_) for id_ in turns.shown_articles]
    if heard.reading.search.decision is Decision.ANSWER:
        return [*own[:1], *together[:1], *shown[:1], *together[1:], *own[1:]]
    return [*together[:2], *shown[:1], *own[:1], *together[2:], *own[1:]]


def _title(turns: Turns, knowledge: Knowledge) -> str:
    titles = (one.title for one in knowledge.engine.articles if one.id == turns.shown_articles[0])
    return next(titles, "")


def _sureness(heard: Heard) -> float:
    if heard.reading.search.decision is Decision.NONE:
        return 0.2  # the engine has nothing
    return min(1.0, max(0.0, 0.5 + heard.margin / 10))
