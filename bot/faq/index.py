"""How near a text is to each article."""

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.faq.features import Features, is_meaningful

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
        self._agreed = [_agreed([features for _, features in article.questions]) for article in articles]
        self._rarity = _rarities(articles)
        postings: dict[str, tuple[array[int], array[float]]] = {}
        for at, article in enumerate(articles):
            for feature, weight in self._profile(article).items():
                places, weights = postings.setdefault(feature, (array("H"), array("f")))
                places.append(at)
                weights.append(weight)
        self._postings = postings

    def nearness(self, features: Features) -> list[float]:
        """How near a text is to each article, 0 to 1, in the order the articles were given."""
        scores = [0.0] * len(self._agreed)
        for feature, weight in self.unit(features).items():
            for at, share in zip(*self._postings[feature], strict=True):
                scores[at] += weight * share
        return [score and score * self._said(at, features) for at, score in enumerate(scores)]

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
        agreed = self._agreed[article]
        missing = sum(share for feature, share in agreed.items() if feature not in features)
        return 1 - self._unsaid * missing / (sum(agreed.values()) + 1)

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
