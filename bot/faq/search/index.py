"""How near a text is to each article."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop

import numpy as np
from numpy.typing import NDArray

from bot.faq.search.features import Features, is_meaningful

AGREED = 0.3  # a feature that so large a share of an article's questions has is what the article is about


Text = tuple[float, Features]  # how much a text counts, and what it says


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index is told of an article."""

    questions: Sequence[Text]  # the title and the variants
    tags: Text
    body: Text  # counts only with words that some question or tag has: running text says anything


class Index:
    """A profile of every article, turned round: from a feature to the articles that have it.

    The profile is the square root of the sum of the unit vectors of its phrases: a word many variants repeat
    counts more than one of a single variant, yet not as many times more. Nearness is the cosine, lowered where
    the text says nothing of what the article's questions agree on: «выписка» alone is not yet «выписка ЕГРН».
    """

    def __init__(self, articles: Sequence[Indexed], unsaid: float) -> None:
        self._unsaid = unsaid
        agreed = [_agreed([features for _, features in article.questions]) for article in articles]
        self._agreed = [(shares, sum(shares.values()) + 1) for shares in agreed]
        self._rarity = _rarities(articles)
        self._count = len(articles)
        self._postings = _Postings(self._profile(article) for article in articles)

    def nearest(self, features: Features, count: int) -> list[tuple[int, float]]:
        """The `count` articles nearest to a text, by their place among those given, with their nearness, 0 to 1.

        What is unsaid only lowers a score: once the next one is below the worst that is kept, none can come in.
        """
        scores = self.scores(features)
        best: list[float] = []  # a heap: its first is the worst that is kept
        found: list[tuple[int, float]] = []
        order = np.argsort(-scores, kind="stable")
        for at, score in zip(order.tolist(), scores[order].tolist(), strict=True):
            if score == 0 or (len(best) == count and score < best[0]):
                break
            said = score * self._said(at, features)
            found.append((at, said))
            (heappush if len(best) < count else heappushpop)(best, said)
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:count]

    def scores(self, features: Features) -> NDArray[np.float64]:
        """The cosine of a text with each article, in the order of those given, whatever is unsaid."""
        return self._postings.scores(self.unit(features), self._count)

    def evidence(self, features: Features, article: int) -> list[tuple[str, float]]:
        """The features that brought the article its nearness, strongest first."""
        shares = (
            (feature, weight * share)
            for feature, weight in self.unit(features).items()
            if (share := self._postings.share(feature, article))
        )
        return sorted(shares, key=lambda pair: (-pair[1], pair[0]))

    def _said(self, article: int, features: Features) -> float:
        agreed, whole = self._agreed[article]
        missing = sum([share for feature, share in agreed.items() if feature not in features])
        return 1 - self._unsaid * missing / whole

    def unit(self, features: Features) -> Features:
        """Features weighted by rarity, of length one; what no article has is left out."""
        weighed = {f: w * self._rarity[f] for f, w in features.items() if f in self._rarity}
        return _of_length_one(weighed)

    def _profile(self, article: Indexed) -> Features:
        total: Features = {}
        for count, features in (*article.questions, article.tags, article.body):
            for feature, weight in self.unit(features).items():
                total[feature] = total.get(feature, 0.0) + count * weight
        return _of_length_one({feature: math.sqrt(weight) for feature, weight in total.items()})


class _Postings:
    """From a feature to the articles that have it, as flat arrays: one gather and one sum answer a question."""

    def __init__(self, profiles: Iterable[Features]) -> None:
        found: dict[str, tuple[array[int], array[float]]] = {}
        for at, profile in enumerate(profiles):
            for feature, weight in profile.items():
                places, weights = found.setdefault(feature, (array("H"), array("f")))
                places.append(at)
                weights.append(weight)
        ends = np.cumsum([len(places) for places, _ in found.values()], dtype=np.int64)
        self._number = {feature: number for number, feature in enumerate(found)}
        self._starts = np.concatenate(([0], ends))
        self._places = np.array([at for places, _ in found.values() for at in places], np.uint16)
        self._weights = np.array([weight for _, weights in found.values() for weight in weights], np.float32)

    def scores(self, unit: Features, count: int) -> NDArray[np.float64]:
        """The sum of weights in common with each of the first `count` articles."""
        numbers = np.fromiter((self._number[feature] for feature in unit), np.int64, len(unit))
        starts, lengths = self._starts[numbers], self._starts[numbers + 1] - self._starts[numbers]
        before = np.cumsum(lengths) - lengths
        rows = np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)
        told = np.repeat(np.fromiter(unit.values(), np.float64, len(unit)), lengths)
        total: NDArray[np.float64] = np.bincount(self._places[rows], told * self._weights[rows], count).astype(float)
        return total

    def share(self, feature: str, article: int) -> float:
        """How much a feature weighs in the profile of an article."""
        number = self._number[feature]
        here = slice(self._starts[number], self._starts[number + 1])
        return float(self._weights[here][self._places[here] == article].sum())


def _agreed(questions: Sequence[Features]) -> Features:
    """What most questions of an article say, with the share of them that do."""
    said = Counter(feature for features in questions for feature in features if is_meaningful(feature))
    shares = {feature: count / len(questions) for feature, count in said.items()}
    return {feature: share for feature, share in shares.items() if share >= AGREED}


def _rarities(articles: Sequence[Indexed]) -> Features:
    """How telling a feature is: the fewer articles ask with it, the more."""
    texts = ({f for _, text in (*article.questions, article.tags) for f in text} for article in articles)
    having = Counter(feature for features in texts for feature in features)
    return {feature: math.log(1 + len(articles) / count) for feature, count in having.items()}


def _of_length_one(features: Mapping[str, float]) -> Features:
    length = math.sqrt(sum(weight * weight for weight in features.values()))
    return {feature: weight / length for feature, weight in features.items()} if length else {}
