"""A short question about the answer above it: what that answer says to it, or honestly that it does not say."""

from collections.abc import Sequence

from bot.faq.article import Article
from bot.faq.last_answers import LastAnswer, SaidPart
from bot.faq.live_faq import BENEATH, Found
from bot.faq.search.search import Decision
from bot.faq.sides import SideQuestion, asked_of
from bot.faq.told_sides import has_thing, names_better, told_of
from bot.handlers.faq.answering import Answering
from bot.handlers.talk import Talk
from bot.screens.faq import answers, sides
from bot.screens.screen import Screen

_FOUND = frozenset({Decision.ANSWER, Decision.LIKELY})
_TRIED = 3  # titles of a choice of which one may tell what is asked


def of_side(talk: Talk, text: str, found: Found, answering: Answering) -> Screen | None:
    """One side that is asked for by itself: «сколько ждать», «куда идти»; None of any other question."""
    asked, last = asked_of(text), answering.last_answers.fresh(talk.conversation)
    if asked is None or asked.side is None or not last.shown:
        return None
    article = answering.live_faq.library.article(last.article) if last.article else None
    if article is None:
        return _of_choice(asked, last, answering)
    told = told_of(article, asked)
    if told and (asked.side.is_of_anything or not _is_of_another(found, article)):
        return sides.told(article, told)
    is_beside = _is_of_another(found, article) and (
        not asked.side.is_of_anything or found.articles[0].id in {*last.further, *article.related}
    )
    if is_beside or has_thing(asked):
        return None
    return _not_told(asked, article, found, answering)


def of_words(talk: Talk, text: str, found: Found, answering: Answering) -> Screen | None:
    """Words that go on from the answer above and name something: the lines that speak of it, or a nearer answer."""
    asked, last = asked_of(text), answering.last_answers.fresh(talk.conversation)
    article = answering.live_faq.library.article(last.article) if last.article else None
    if asked is None or article is None or not _leans(found, article):
        return None
    others = [one for one in found.articles if one.id != article.id]
    told = told_of(article, asked)
    if rival := next((one for one in others[:BENEATH] if _is_nearer(one, article, asked, told, answering)), None):
        return answers.likely(rival, [article, *(one for one in others if one is not rival)][:BENEATH])
    if last.said is SaidPart.SHORT:
        return None  # the rest of it is new and says more than a line
    if told:
        return sides.told(article, told)
    return _not_told(asked, article, found, answering) if has_thing(asked) else None


def _leans(found: Found, article: Article) -> bool:
    """Whether the words were found to go on from the answer, and no article of their own is surer."""
    near = [one.id for one in found.articles]
    if found.decision is Decision.LIKELY:
        return near[0] == article.id
    return found.decision is Decision.SUGGEST and article.id in near[:1]


def _is_nearer(
    rival: Article, article: Article, asked: SideQuestion, told: Sequence[str], answering: Answering
) -> bool:
    """Whether the questions of another article speak of more of what is named."""
    engine = answering.live_faq.engine
    return names_better(asked, engine.asked[rival.id], engine.asked[article.id], told)


def _of_choice(asked: SideQuestion, last: LastAnswer, answering: Answering) -> Screen | None:
    """The first of the titles to choose from that tells it."""
    if has_thing(asked) or last.said is not SaidPart.NOTHING:
        return None
    shown = [one for id_ in last.shown if (one := answering.live_faq.library.article(id_))]
    telling = next(((one, told) for one in shown[:_TRIED] if (told := told_of(one, asked))), None)
    if telling is None:
        return None
    article, told = telling
    return sides.told_of_choice(article, told, [one for one in shown if one is not article][:BENEATH])


def _not_told(asked: SideQuestion, article: Article, found: Found, answering: Answering) -> Screen:
    others = [one for one in found.articles if one.id != article.id]
    side = asked.side.kind if asked.side else None
    return sides.not_told(article, side, others[:BENEATH], can_ask=answering.bot_info.can_ask)


def _is_of_another(found: Found, article: Article) -> bool:
    return found.decision in _FOUND and found.articles[0].id != article.id
