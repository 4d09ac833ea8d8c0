"""What in a text speaks for an article: dictionary forms, notions and pieces of words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.faq.morphology import Morphology
from bot.faq.synonyms import Synonyms

Features = dict[str, float]  # «=слово» a dictionary form, «~понятие» a notion, «сло» a piece of a word


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts; measured in docs/decisions/0003-faq-engine.md."""

    lemma: float = 4.0
    notion: float = 4.0
    piece: float = 1.0
    title: float = 1.0  # against 1.0 of a variant
    tags: float = 0.5
    body: float = 0.3


@dataclass(frozen=True, slots=True)
class FeatureReader:
    """Turns words into weighted features."""

    morphology: Morphology
    synonyms: Synonyms
    weights: Weights

    def features(self, words: Sequence[str]) -> Features:
        lemmas = [self.morphology.lemmas(word) for word in words]
        found = {"=" + form: self.weights.lemma / len(forms) for forms in lemmas for form in forms}
        found |= dict.fromkeys(("~" + notion for notion in self.synonyms.found_in(lemmas)), self.weights.notion)
        if self.weights.piece:
            found |= dict.fromkeys((piece for word in words for piece in pieces(word)), self.weights.piece)
        return found


def pieces(word: str) -> Iterable[str]:
    """The letter triples of a word: they survive slips and endings."""
    return (word[at : at + 3] for at in range(max(len(word) - 2, 1)))
