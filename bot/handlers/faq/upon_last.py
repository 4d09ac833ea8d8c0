"""A short question about the answer above it: what that answer says to it, or honestly that it does not say."""

from collections.abc import Sequence

from bot.faq.article import Article
from bot.faq.last_answers import LastAnswer, SaidPart
from bot.faq.live_faq import BENEATH, Found
from bot.faq.search.search import Decision
from bot.faq.sides import SideQuestion, asked_of, asks_on
from bot.faq.told_sides import ToldSides
from bot.handlers.faq.answering import Answering
from bot.handlers.talk import Talk
from bot.screens.faq import answers, sides
from bot.screens.screen import Screen

_FOUND = frozenset({Decision.ANSWER, Decision.LIKELY})
_TRIED = 3  # titles of a choice of which one may tell what is asked


def of_side(talk: Talk, text: str, found: Found, answering: Answering) -> Screen | None:
    """One side that is asked for by itself: «сколько ждать», «куда идти»; None of any other question."""
    asked, last = asked_of(text), answering.last_answers.fresh(talk.conversation)
    if asked is None or asked.side is None or not last.question:
        return None
    article = answering.live_faq.library.article(last.article) if last.article else None
    if article is None:
        return _of_choice(asked, last, answering) if last.shown else _of_nothing(talk, asked, answering)
    told = _reader(answering).told_of(article, asked)
    if told and (asked.side.is_of_anything or not _is_of_another(found, article)):
        return sides.told(article, told)
    is_beside = _is_of_another(found, article) and (
        not asked.side.is_of_anything or found.articles[0].id in article.related
    )
    if is_beside or asked.things:
        return None
    return _not_told(asked, article, found, answering)


def of_words(talk: Talk, text: str, found: Found, answering: Answering) -> Screen | None:
    """Words that go on from the answer above and name something: the lines that speak of it, or a nearer answer."""
    asked, last = asked_of(text), answering.last_answers.fresh(talk.conversation)
    article = answering.live_faq.library.article(last.article) if last.article else None
    if asked is None or article is None:
        return None
    reader, others = _reader(answering), _others(found, article)
    told = reader.told_of(article, asked)
    if not _leans(found, article):
        return _beside(asked, article, told, found, last, text, answering)
    engine = answering.live_faq.engine
    for rival in others[:BENEATH]:
        if _is_of_topic(rival, article, last) and reader.names_better(
            asked, engine.asked[rival.id], engine.asked[article.id], told
        ):
            return answers.likely(rival, [article, *(one for one in others if one is not rival)][:BENEATH])
    if last.said is SaidPart.SHORT and (told or not asked.names_anything):
        return None  # the rest of it is new and says more than a line
    if told:
        return sides.told(article, told)
    return _not_told(asked, article, found, answering) if asked.names_anything else None


def _beside(  # noqa: PLR0913, PLR0917 - what one decision weighs
    asked: SideQuestion,
    article: Article,
    told: Sequence[str],
    found: Found,
    last: LastAnswer,
    text: str,
    answering: Answering,
) -> Screen | None:
    """Another article was found, but only together with the question before: the answer above may tell it too."""
    if found.decision not in {Decision.LIKELY, Decision.NONE} or not asks_on(text):
        return None
    if answering.live_faq.engine.read(text).decision is Decision.ANSWER:
        return None
    if _reader(answering).tells_all(told, article, asked):
        return sides.told(article, told, _others(found, article)[:BENEATH])
    is_near = bool(found.articles) and _is_of_topic(found.articles[0], article, last)
    return None if is_near else _not_told(asked, article, found, answering)


def _is_of_topic(other: Article, article: Article, last: LastAnswer) -> bool:
    """Whether another article was near the question before, too."""
    is_same = article.topic == other.topic and article.topic not in answers.WITHOUT_VISITS
    return is_same or other.id in {*last.further, *article.related}


def _reader(answering: Answering) -> ToldSides:
    return ToldSides(answering.live_faq.engine.reader.names)


def _others(found: Found, article: Article) -> list[Article]:
    return [one for one in found.articles if one.id != article.id]


def _leans(found: Found, article: Article) -> bool:
    """Whether the words were found to go on from the answer, and no article of their own is surer."""
    if found.decision not in {Decision.LIKELY, Decision.SUGGEST}:
        return False
    return found.articles[0].id == article.id


def _of_choice(asked: SideQuestion, last: LastAnswer, answering: Answering) -> Screen | None:
    """The first of the titles to choose from that tells it; where none of them does, of which it is asked."""
    if asked.things or last.said is not SaidPart.NOTHING:
        return None
    shown = [one for id_ in last.shown if (one := answering.live_faq.library.article(id_))]
    reader = _reader(answering)
    telling = next(((one, told) for one in shown[:_TRIED] if (told := reader.told_of(one, asked))), None)
    if telling is None:
        return sides.which(shown) if shown and not asked.names_anything else None
    article, told = telling
    return sides.told_of_choice(article, told, [one for one in shown if one is not article][:BENEATH])


def _of_nothing(talk: Talk, asked: SideQuestion, answering: Answering) -> Screen | None:
    """«А сколько ждать» after a question to which nothing was found is not answered from anywhere else."""
    is_of_anything = asked.side is not None and asked.side.is_of_anything
    return answering.nothing(talk) if is_of_anything and not asked.names_anything else None


def _not_told(asked: SideQuestion, article: Article, found: Found, answering: Answering) -> Screen:
    side = asked.side.kind if asked.side else None
    return sides.not_told(article, side, _others(found, article)[:BENEATH], can_ask=answering.bot_info.can_ask)


def _is_of_another(found: Found, article: Article) -> bool:
    return found.decision in _FOUND and found.articles[0].id != article.id
