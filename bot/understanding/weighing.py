"""Weighs the readings of a piece of a message against each other: a sum of named terms for each act."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.faq.search.decision import FITS
from bot.understanding.act_entry import ActEntry
from bot.understanding.acts import ActName
from bot.understanding.context_terms import article_terms, context_terms
from bot.understanding.knowledge import FAQ, Knowledge, Reading
from bot.understanding.turns import Turns

# What each kind of evidence is worth; docs/decisions/0022-understanding.md says how they were found.
_FLOOR = 1e-4  # of a share: how strongly the linear part may speak against
_INDEX = 4.0  # of nearness 1
_INDEX_ALONE = 12.0  # while the linear part is not there yet
_ARTICLE = 2.0  # of the engine's confidence above the one from which something fits


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
    near = dict(knowledge.learned.index.nearest(reading.search.features, len(knowledge.learned.entries)))
    found = [_articles(reading, turns, shares, knowledge)]
    by_name: dict[ActName, list[int]] = defaultdict(list)
    for at, entry in enumerate(knowledge.learned.entries):
        if entry.role.may_be(turns.role):
            by_name[entry.act].append(at)
    for name, places in by_name.items():
        best = max(places, key=lambda at: (shares.get(knowledge.learned.entries[at].id, 0.0) + near.get(at, 0.0), -at))
        share = sum(shares.get(knowledge.learned.entries[at].id, 0.0) for at in places)
        terms = _of_words(share, max(near.get(at, 0.0) for at in places), knowledge)
        entry = knowledge.learned.entries[best]
        terms |= context_terms(entry, reading, turns)
        found.append(Weighed(name, entry, terms))
    return sorted(found, key=lambda one: -one.total)


def margin_of(weighed: Sequence[Weighed]) -> float:
    """How far the first reading is ahead of the second."""
    return weighed[0].total - weighed[1].total if len(weighed) > 1 else math.inf


def _shares(reading: Reading, knowledge: Knowledge) -> dict[str, float]:
    if knowledge.learned.linear is None:
        return {}
    logs = knowledge.learned.linear.log_shares(reading.features)
    return {class_: math.exp(log) for class_, log in zip(knowledge.learned.linear.classes, logs, strict=True)}


def _of_words(share: float, nearness: float, knowledge: Knowledge) -> dict[str, float]:
    if knowledge.learned.linear is None:
        return {"index": _INDEX_ALONE * nearness}
    return {"linear": math.log(share + _FLOOR), "index": _INDEX * nearness}


def _articles(reading: Reading, turns: Turns, shares: dict[str, float], knowledge: Knowledge) -> Weighed:
    search = reading.search
    sure = search.confidence if search.hits else 0.0
    terms = _of_words(shares.get(FAQ, 0.0), max(sure, 0.0), knowledge)
    terms["articles"] = _ARTICLE * (sure - FITS)
    return Weighed(ActName.FAQ, None, terms | article_terms(reading, turns, knowledge.learned.owners))
