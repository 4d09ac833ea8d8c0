"""What speaks for a question about the answer shown last, and when one stands last."""

import re
from collections.abc import Sequence

from bot.faq.sides import is_bare_side
from bot.understanding.acts import ActName
from bot.understanding.knowledge import Fence, MessageReading
from bot.understanding.turns import AskedFor, Turns

_OWNED = 3.0  # of a thing that is not the library's
_FOLLOWS = 2.0
_ASKED_ON = 2.0  # more of the same where a question is led by «а» or ends in «?»
_SIDE = 6.0  # of what is asked of the answer shown last: «куда идти», «а по телефону можно?»
_SHORT = 6  # words of a question that may lean on the last answer …
_SHORT_LED = 10  # … and of one that is led by «а», «и»
_LED = re.compile(r"(?:ну |ой |так )*(?:а|и|но|тогда)\b")

ANSWERING = frozenset({ActName.YES, ActName.NO, ActName.CHOOSE})
_PLAIN_ANSWER = 2  # words that may answer even what was not asked
_NO_LIST = frozenset({None, AskedFor.VISIT, AskedFor.REMINDER})
_DEEDS = frozenset({"отменить", "перенести"})


def answers_nothing(act: ActName, reading: MessageReading, turns: Turns) -> bool:
    """Whether an answer answers no question: «первую приду» chooses from no list, «да отмени» asks for a deed."""
    if not _DEEDS.isdisjoint(reading.lemmas):
        return True
    words = len(reading.search.cleaned.words)
    if act is ActName.CHOOSE:
        return turns.asked in _NO_LIST and words > 1
    return turns.asked is None and words > _PLAIN_ANSWER


def article_terms(reading: MessageReading, turns: Turns, fences: Sequence[Fence]) -> dict[str, float]:
    """The terms of the articles together; `fences`: things that are not the library's, and what is done with them."""
    terms = {"follows": _FOLLOWS} if leans_on_answer(reading, turns) else {}
    if terms and asks_on(reading):
        terms["asks on"] = _ASKED_ON
    stands_last = turns.shown_articles and not (turns.shown_centre or turns.shown_place)
    if stands_last and "#place" not in reading.evidence.tags and is_bare_side(reading.evidence.text):
        terms["side"] = _SIDE
    if any(reading.has_other_owner(things, deeds) for things, deeds in fences):
        terms["other owner"] = _OWNED
    return terms


def upon_answer(turns: Turns) -> bool:
    """Whether an answer stands last."""
    return turns.asked is AskedFor.HELPED or bool(turns.shown_articles)


def leans_on_answer(reading: MessageReading, turns: Turns) -> bool:
    """Whether a question is so short that it may be one about the answer shown last."""
    longest = _SHORT_LED if _LED.match(reading.evidence.folded) else _SHORT
    return bool(turns.shown_articles) and len(reading.words) <= longest


def asks_on(reading: MessageReading) -> bool:
    """Whether words go on from what was said: «а если опоздаю?»."""
    return "#asks" in reading.evidence.tags or bool(_LED.match(reading.evidence.folded))
