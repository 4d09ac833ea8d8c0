"""How near a text is to each article."""

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heappush, heappushpop

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
        postings: dict[str, tuple[array[int], array[float]]] = {}
        for at, article in enumerate(articles):
            for feature, weight in self._profile(article).items():
                places, weights = postings.setdefault(feature, (array("H"), array("f")))
                places.append(at)
                weights.append(weight)
        self._postings = postings

    def nearest(self, features: Features, count: int) -> list[tuple[int, float]]:
        """The `count` articles nearest to a text, by their place among those given, with their nearness, 0 to 1.

        What is unsaid only lowers a score: once the next one is below the worst that is kept, none can come in.
        """
        scores: dict[int, float] = {}
        for feature, weight in self.unit(features).items():
            for at, share in zip(*self._postings[feature], strict=True):
                scores[at] = scores.get(at, 0.0) + weight * share
        best: list[float] = []  # a heap: its first is the worst that is kept
        found: list[tuple[int, float]] = []
        for at, score in sorted(scores.items(), key=lambda pair: -pair[1]):
            if len(best) == count and score < best[0]:
                break
            said = score * self._said(at, features)
            found.append((at, said))
            (heappush if len(best) < count else heappushpop)(best, said)
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:count]

    def evidence(self, features: Features, article: int) -> list[tuple[str, float]]:
        """The features that brought the article its nearness, strongest first."""
        shares = (
            (feature, weight * share)
            for feature, weight in self.unit(features).items()
            for at, share in zip(*self._postings[feature], strict=True)
            if at == article
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
