"""What in a text speaks for an article: its words, notions, turns of question and pieces of words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern

from bot.faq.search.question_forms import GENERIC
from bot.faq.search.synonyms import Synonyms
from bot.russian.morphology import Morphology

# «=пароль» a dictionary form, «~аккаунт» a notion, «?где» a turn of question, «+не прийти» two words side by side,
# «рол» a piece of a word.
Features = dict[str, float]
_MEANINGFUL = frozenset("=~?")


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each kind of evidence counts; measured in docs/decisions/0003-faq-engine.md."""

    lemma: float = 4.0
    named: float = 1.0  # of a lemma that its notion speaks for already
    notion: float = 4.0
    turn: float = 5.0
    generic: float = 3.0  # of a turn that fits anything and must not outweigh the thing itself
    pair: float = 0.7
    piece: float = 1.0
    title: float = 3.0  # of an article, against 1.0 of a variant
    tags: float = 1.5
    body: float = 0.5
    unsaid: float = 0.3  # share of nearness lost when nothing the article's variants agree on is said


@dataclass(frozen=True, slots=True)
class FeatureReader:
    """Turns words into weighted features."""

    morphology: Morphology
    synonyms: Synonyms
    turns: Synonyms
    weights: Weights

    def features(self, words: Sequence[str]) -> Features:
        weights = self.weights
        lemmas = [self.morphology.lemmas(word) for word in words]
        named = list(self.synonyms.found_in(lemmas))
        spoken_for = {place for _, places in named for place in places} if weights.notion else set()
        turned = _longest(self.turns.found_in(lemmas))
        spoken_for |= {place for turn, places in turned if turn in GENERIC for place in places}
        found = {
            intern("=" + form): (weights.named if place in spoken_for else weights.lemma) / len(forms)
            for place, forms in enumerate(lemmas)
            for form in forms
        }
        for weight, names in (
            (weights.notion, ("~" + notion for notion, _ in named)),
            (weights.turn, ("?" + turn for turn, _ in turned if turn not in GENERIC)),
            (weights.generic, ("?" + turn for turn, _ in turned if turn in GENERIC)),
            (weights.pair, (f"+{one[0]} {next_[0]}" for one, next_ in pairwise(lemmas))),
            (weights.piece, (piece for word in words for piece in pieces(word))),
        ):
            if weight:
                found |= dict.fromkeys(names, weight)
        return found

    def names(self, words: Sequence[str]) -> list[frozenset[str]]:
        """The dictionary forms and the notions of each word."""
        lemmas = [self.morphology.lemmas(word) for word in words]
        names = [{"=" + form for form in forms} for forms in lemmas]
        for notion, places in self.synonyms.found_in(lemmas):
            for place in places:
                names[place].add("~" + notion)
        return [frozenset(one) for one in names]


def _longest(found: Iterable[tuple[str, range]]) -> list[tuple[str, range]]:
    """The turns less those inside a longer one: «для чего нужен» does not ask «что нужно»."""
    turns = list(found)
    return [
        (turn, places)
        for turn, places in turns
        if not any(len(other) > len(places) and set(places) <= set(other) for _, other in turns)
    ]


def is_meaningful(feature: str) -> bool:
    """Whether a feature is a word or a thought, not a pair or a piece."""
    return feature[0] in _MEANINGFUL


@lru_cache(20_000)
def pieces(word: str) -> tuple[str, ...]:
    """The letter triples of a word: they survive slips and endings."""
    return tuple(intern(word[at : at + 3]) for at in range(max(len(word) - 2, 1)))
