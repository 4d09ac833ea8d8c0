"""Weighs the readings of a piece of a message against each other: a sum of named terms for each act."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.faq.search.decision import FITS
from bot.understanding.act_files.act_entry import ActEntry
from bot.understanding.acts import HEARTFELT, ActName
from bot.understanding.answer_terms import article_terms
from bot.understanding.context_terms import context_terms
from bot.understanding.knowledge import FAQ, Knowledge, MessageReading
from bot.understanding.turns import DECIDED, AskedFor, Turns

# Of these nothing is done; the rest is said by words of its own, or by the talk.
_OF_NOTHING = frozenset({ActName.OUT_OF_SCOPE, ActName.UNREADABLE, ActName.ABUSE})
_SAID = frozenset({"slots", "answers", "card", "listed", "phrase"})
_FAINT = -0.5  # of a sum
_FELT = 0.0  # of the sum of what only says how somebody feels
# What each kind of evidence is worth; docs/decisions/0027-understanding.md says how they were found.
_FLOOR = 1e-4  # of a share: how strongly the linear part may speak against
_INDEX = 12.0  # of nearness 1
_OF_ARTICLE = ("index", "articles")
_SAME_AS = 1.0
_MANY = -1.5  # of the articles together: half of all wordings are theirs, but not half of what people want
_ARTICLE = 6.0  # of the engine's confidence above the one from which something fits
_BARE = frozenset({ActName.YES, ActName.NO})  # where a deed is asked about, bot.understanding.assent alone reads them


@dataclass(slots=True)
class Weighed:
    """An act with the terms of its sum."""

    name: ActName
    entry: ActEntry | None = None  # the one of its files that fits best; None for the articles
    terms: dict[str, float] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """The sum of all terms."""
        return sum(self.terms.values())


def weigh(reading: MessageReading, turns: Turns, knowledge: Knowledge) -> list[Weighed]:
    """Every act that the speaker may want, the likeliest first."""
    scale = _Scale(reading, turns, knowledge)
    by_act = knowledge.learned.by_act[turns.role].items()
    acts = (scale.act(name, places) for name, places in by_act if name not in _BARE or turns.asked not in DECIDED)
    found = sorted([scale.articles, *acts], key=lambda one: -one.total)
    is_asked = turns.asked not in {None, AskedFor.HELPED}
    if is_asked or _is_meant(found[0]):
        return found
    return [scale.articles, *(one for one in found if one is not scale.articles)]


def _is_meant(best: Weighed) -> bool:
    """Whether an act has more for it than a far likeness, its own word or a thing said of it.

    Where it has not, the words are taken for a question, even one that nothing answers.
    """
    if best.entry is None or best.name in _OF_NOTHING or best.total >= (_FELT if best.name in HEARTFELT else _FAINT):
        return True
    return best.terms.get("cue", 0.0) > 0 or not best.terms.keys().isdisjoint(_SAID)


def margin_of(weighed: Sequence[Weighed]) -> float:
    """How far the first reading is ahead of the second."""
    return weighed[0].total - weighed[1].total if len(weighed) > 1 else math.inf


class _Scale:
    """What a piece of a message is weighed with, computed once for all acts."""

    def __init__(self, reading: MessageReading, turns: Turns, knowledge: Knowledge) -> None:
        self._reading, self._turns, self._learned = reading, turns, knowledge.learned
        self._near: list[float] = knowledge.learned.index.scores(reading.search.features).tolist()
        self._shares = _shares(reading, knowledge)
        self._first = reading.search.hits[0].article if reading.search.hits else None
        self.articles = self._articles()

    def act(self, name: ActName, places: Sequence[int]) -> Weighed:
        """An act, by those of its files that the speaker may want; the best of them gives its slots."""
        shares = [self._shares.get(self._learned.entries[at].id, 0.0) for at in places]
        near = [self._near[at] for at in places]
        best = max(range(len(places)), key=lambda at: shares[at] + near[at])
        entry = self._learned.entries[places[best]]
        terms = self._of_words(sum(shares), max(near)) | context_terms(entry, self._reading, self._turns)
        # Evidence for either counts for both, but the article keeps the floor where no talk speaks for the act.
        if self._first in entry.same_as and (self._turns.own or self._turns.asked in entry.after):
            terms["same as article"] = max(_SAME_AS, sum(self.articles.terms.get(term, 0.0) for term in _OF_ARTICLE))
        return Weighed(name, entry, terms)

    def _articles(self) -> Weighed:
        search = self._reading.search
        sure = search.confidence if search.hits else 0.0
        terms = self._of_words(self._shares.get(FAQ, 0.0), max(sure, 0.0))
        terms |= {"many": _MANY, "articles": _ARTICLE * (sure - FITS)}
        return Weighed(ActName.FAQ, None, terms | self._of_talk())

    def _of_talk(self) -> dict[str, float]:
        return article_terms(self._reading, self._turns, self._learned.fences)

    def _of_words(self, share: float, nearness: float) -> dict[str, float]:
        if self._learned.linear is None:
            return {"index": _INDEX * nearness}
        return {"linear": math.log(share + _FLOOR), "index": _INDEX * nearness}


def _shares(reading: MessageReading, knowledge: Knowledge) -> dict[str, float]:
    linear = knowledge.learned.linear
    if linear is None:
        return {}
    shares: list[float] = np.exp(linear.log_shares(reading.features)).tolist()
    return dict(zip(linear.classes, shares, strict=True))
