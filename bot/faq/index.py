"""How near a text is to each article."""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bot.faq.features import Features

Phrase = tuple[float, Features]  # how much a phrase of an article counts, and what it says


class Index:
    """A profile of every article, turned round: from a feature to the articles that have it.

    The profile is the square root of the sum of the unit vectors of its phrases: a word many variants repeat
    counts more than one of a single variant, yet not as many times more. Nearness is the cosine.
    """

    def __init__(self, articles: Sequence[Sequence[Phrase]]) -> None:
        self._size = len(articles)
        self._rarity = _rarities(articles)
        postings: dict[str, tuple[array[int], array[float]]] = {}
        for at, phrases in enumerate(articles):
            for feature, weight in self._profile(phrases).items():
                places, weights = postings.setdefault(feature, (array("H"), array("f")))
                places.append(at)
                weights.append(weight)
        self._postings = postings

    def nearness(self, features: Features) -> list[float]:
        """The cosine of a text with each article, in the order the articles were given."""
        scores = [0.0] * self._size
        nothing = (array("H"), array("f"))
        for feature, weight in self.unit(features).items():
            for at, share in zip(*self._postings.get(feature, nothing), strict=True):
                scores[at] += weight * share
        return scores

    def evidence(self, features: Features, article: int) -> list[tuple[str, float]]:
        """The features that brought the article its nearness, strongest first."""
        shares = (
            (feature, weight * share)
            for feature, weight in self.unit(features).items()
            if feature in self._postings
            for at, share in zip(*self._postings[feature], strict=True)
            if at == article
        )
        return sorted(shares, key=lambda pair: (-pair[1], pair[0]))

    def unit(self, features: Features) -> Features:
        """Features weighted by rarity, of length one; what no article has is left out."""
        weighed = {f: w * self._rarity[f] for f, w in features.items() if f in self._rarity}
        return _of_length_one(weighed)

    def _profile(self, phrases: Iterable[Phrase]) -> Features:
        total: Features = {}
        for count, features in phrases:
            for feature, weight in self.unit(features).items():
                total[feature] = total.get(feature, 0.0) + count * weight
        return _of_length_one({feature: math.sqrt(weight) for feature, weight in total.items()})


def _rarities(articles: Sequence[Sequence[Phrase]]) -> Features:
    having = Counter(f for phrases in articles for f in {f for _, features in phrases for f in features})
    return {feature: math.log(1 + len(articles) / count) for feature, count in having.items()}


def _of_length_one(features: Mapping[str, float]) -> Features:
    length = math.sqrt(sum(weight * weight for weight in features.values()))
    return {feature: weight / length for feature, weight in features.items()} if length else {}
