"""Weighs the readings of a piece of a message against each other: a sum of named terms for each act."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.faq.search.decision import FITS
from bot.understanding.act_entry import ActEntry
from bot.understanding.acts import ActName
from bot.understanding.context_terms import article_terms, context_terms
from bot.understanding.knowledge import FAQ, Knowledge, Reading
from bot.understanding.turns import Turns

# What each kind of evidence is worth; docs/decisions/0022-understanding.md says how they were found.
_FLOOR = 1e-4  # of a share: how strongly the linear part may speak against
_INDEX = 12.0  # of nearness 1
_INDEX_ALONE = 12.0  # while the linear part is not there yet
_OF_ARTICLE = ("index", "articles")
_SAME_AS = 1.0
_MANY = -1.5  # of the articles together: half of all wordings are theirs, but not half of what people want
_ARTICLE = 6.0  # of the engine's confidence above the one from which something fits


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


def weigh(reading: Reading, turns: Turns, knowledge: Knowledge) -> list[Weighed]:
    """Every act that the speaker may want, the likeliest first."""
    shares = _shares(reading, knowledge)
    near: list[float] = knowledge.learned.index.scores(reading.search.features).tolist()
    found = [_articles(reading, turns, shares, knowledge)]
    by_name: dict[ActName, list[int]] = defaultdict(list)
    for at, entry in enumerate(knowledge.learned.entries):
        if entry.role.may_be(turns.role):
            by_name[entry.act].append(at)
    for name, places in by_name.items():
        best = max(places, key=lambda at: (shares.get(knowledge.learned.entries[at].id, 0.0) + near[at], -at))
        share = sum(shares.get(knowledge.learned.entries[at].id, 0.0) for at in places)
        terms = _of_words(share, max(near[at] for at in places), knowledge)
        entry = knowledge.learned.entries[best]
        terms |= context_terms(entry, reading, turns)
        if _says_the_same(entry, reading):
            terms["same as article"] = max(_SAME_AS, sum(found[0].terms.get(term, 0.0) for term in _OF_ARTICLE))
        found.append(Weighed(name, entry, terms))
    return sorted(found, key=lambda one: -one.total)


def margin_of(weighed: Sequence[Weighed]) -> float:
    """How far the first reading is ahead of the second."""
    return weighed[0].total - weighed[1].total if len(weighed) > 1 else math.inf


def _says_the_same(entry: ActEntry, reading: Reading) -> bool:
    """Whether the first article says what the act does: evidence for either counts for both."""
    return bool(reading.search.hits) and reading.search.hits[0].article in entry.same_as


def _shares(reading: Reading, knowledge: Knowledge) -> dict[str, float]:
    if knowledge.learned.linear is None:
        return {}
    shares: list[float] = np.exp(knowledge.learned.linear.log_shares(reading.features)).tolist()
    return dict(zip(knowledge.learned.linear.classes, shares, strict=True))


def _of_words(share: float, nearness: float, knowledge: Knowledge) -> dict[str, float]:
    if knowledge.learned.linear is None:
        return {"index": _INDEX_ALONE * nearness}
    return {"linear": math.log(share + _FLOOR), "index": _INDEX * nearness}


def _articles(reading: Reading, turns: Turns, shares: dict[str, float], knowledge: Knowledge) -> Weighed:
    search = reading.search
    sure = search.confidence if search.hits else 0.0
    terms = _of_words(shares.get(FAQ, 0.0), max(sure, 0.0), knowledge)
    terms["many"] = _MANY
    terms["articles"] = _ARTICLE * (sure - FITS)
    return Weighed(ActName.FAQ, None, terms | article_terms(reading, turns, knowledge.learned.owners))
