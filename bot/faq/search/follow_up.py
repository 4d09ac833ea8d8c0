"""«А сколько стоит?»: a message that can only be understood with the question before it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from bot.faq.article import ArticleId
from bot.faq.search.decision import CLOSE, FITS, Decision
from bot.faq.search.questions import questions_of
from bot.faq.search.reading import NOTHING_FOUND, ArticleHit, Before, Finding, SearchReading
from bot.faq.search.restraint import has_thing

_LEADS = frozenset({"а", "и", "но", "тогда", "ну", "ещё", "еще"})
_LONGEST_LED = 6  # words
_LONGEST = 4
_LONGEST_GOING_ON = 10
_GOING_ON = 2  # articles of the question before of which words that go on may speak
_UNSURE = frozenset({Decision.NONE, Decision.SUGGEST})
_NEW, _BOTH = 0.6, 0.4  # shares of the message itself and of both questions together
_LAST, _RELATED = 0.1, 0.07  # for the article that was answered with, and for those that go on from it


def is_elliptical(said: SearchReading) -> bool:
    """Whether words lean on the question before them: few, led by «а» or without a thing, and no question alone."""
    words = said.cleaned.words
    if not has_thing(words):
        return 0 < len(words) <= _LONGEST
    led = words[0] in _LEADS and len(words) <= _LONGEST_LED
    return led and said.decision is not Decision.ANSWER


def may_lean(said: SearchReading) -> bool:
    """Whether few words that find nothing sure may go on from the question before them: «долго делают?»."""
    return 0 < len(said.cleaned.words) <= _LONGEST and said.decision in _UNSURE


def goes_on(said: SearchReading) -> bool:
    """Whether words of which nothing else is made are few enough to go on from the question before them."""
    return 0 < len(said.cleaned.words) <= _LONGEST_GOING_ON


def of_question_before(found: Finding, before: Before, read: Callable[[str], SearchReading]) -> Finding:
    """What words that find nothing mean beside the question before them: one of its first articles, or nothing."""
    asked = read(before.question)
    shown = asked.hits[:_GOING_ON] if asked.decision is not Decision.NONE else ()
    near = {before.article, *(hit.article for hit in shown)}
    return found if found.hits and found.hits[0].article in near else NOTHING_FOUND


def asked_beside(text: str, read: Callable[[str], SearchReading]) -> Finding | None:
    """What is found for the one question of a message that tells other things; never sure of it."""
    pieces = questions_of(text)
    asked = [one for one in pieces if one.asks]
    if len(pieces) < 2 or len(asked) != 1:
        return None
    found = read(asked[0].text)
    if found.decision is Decision.NONE:
        return None
    return Finding(Decision.LIKELY if found.decision is Decision.ANSWER else found.decision, found.hits)


def merged(new: Iterable[ArticleHit], both: Iterable[ArticleHit], before: Before) -> tuple[ArticleHit, ...]:
    """The hits of a follow-up from those of its words and those of both questions together."""
    scores: dict[ArticleId, float] = {}
    for share, hits in ((_NEW, new), (_BOTH, both)):
        for hit in hits:
            scores[hit.article] = scores.get(hit.article, 0.0) + share * min(hit.score, 0.6)
    for article, bonus in _bonuses(before).items():
        if article in scores:
            scores[article] += bonus
    found = sorted(scores.items(), key=lambda pair: -pair[1])
    return tuple(ArticleHit(article, score) for article, score in found)


def decide_after(hits: Sequence[ArticleHit]) -> Decision:
    """A follow-up is never answered without other titles beneath it."""
    if not hits:
        return Decision.NONE
    lead = hits[0].score - (hits[1].score if len(hits) > 1 else 0.0)
    return Decision.LIKELY if lead >= CLOSE and hits[0].score >= FITS / 2 else Decision.SUGGEST


def _bonuses(before: Before) -> Mapping[ArticleId, float]:
    bonuses = dict.fromkeys(before.related, _RELATED)
    return {**bonuses, before.article: _LAST} if before.article else bonuses
