"""The linear model of threats: danger, crisis or nothing, and of which kind; learned from lines that people wrote."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.datafiles.kept_weights import Arrays, as_array, as_names
from bot.safety.linear_model import SparseRegression, from_arrays, train
from bot.safety.rules import HeardMessage, Rules
from bot.safety.threat import CRISES, Kind
from bot.safety.threat_features import Features, features, without_pairs, words_of

VERSION = "2"  # of features and training: weights that were kept by another one are trained anew
_OFTEN = 6  # lines of crisis, each counted as often as it is learned from, that a telling class stands in
_MOSTLY = 0.6  # share of crises among the lines that a telling class stands in
FEWEST = 200  # lines: fewer teach nothing


class ThreatOutcome(StrEnum):
    """What a message may tell of."""

    HARMLESS = "harmless"
    DANGER = "danger"
    CRISIS = "crisis"


@dataclass(frozen=True, slots=True)
class ThreatShares:
    """How much in a message speaks for danger and for crisis, each from 0 to 1, and the likeliest kind of both."""

    danger: float
    crisis: float
    kinds: Mapping[Kind, float]
    is_named: bool = False  # whether words are said that are mostly heard in a crisis, not those of home alone

    @property
    def any(self) -> float:
        """How much speaks against a harmless message."""
        return self.danger + self.crisis

    def kind(self, *, of_crisis: bool) -> Kind:
        """The likeliest kind of crisis, or of danger."""
        return max((kind for kind in self.kinds if (kind in CRISES) is of_crisis), key=lambda kind: self.kinds[kind])


_NOTHING = ThreatShares(0.0, 0.0, dict.fromkeys(Kind, 0.0))


@dataclass(frozen=True, slots=True)
class ThreatModel:
    """Weighs what was heard in a message; the most alarming of its readings counts."""

    outcomes: SparseRegression
    kinds: SparseRegression
    telling: frozenset[str] = frozenset()  # classes of words that are mostly heard in a crisis

    def weigh(self, heard: HeardMessage) -> ThreatShares:
        """How much in the message speaks for danger and for crisis, and of which kind."""
        seen = [(self.outcomes.shares(found), found) for found in _readings(heard) if self._is_russian(heard, found)]
        if not seen:
            return _NOTHING
        shares, found = min(seen, key=lambda one: one[0][ThreatOutcome.HARMLESS])
        kinds = {Kind(kind): share for kind, share in self.kinds.shares(without_pairs(found)).items()}
        is_named = any(not self.telling.isdisjoint(reading.places) for reading in heard.readings)
        return ThreatShares(shares[ThreatOutcome.DANGER], shares[ThreatOutcome.CRISIS], kinds, is_named)

    def _is_russian(self, heard: HeardMessage, found: Features) -> bool:
        """Whether a message in Latin letters, read in this way, has words that are known: English has few."""
        latin = sum(word.isascii() and word.isalpha() for word in heard.readings[0].words)
        if latin * 2 < len(heard.readings[0].words):
            return True
        words = words_of(found)
        return sum(word in self.outcomes.rows for word in words) * 2 >= len(words)

    def arrays(self) -> Arrays:
        """The model as it is kept in a file."""
        named = {"outcomes": self.outcomes, "kinds": self.kinds}
        weights = {f"{name}.{part}": array for name, one in named.items() for part, array in one.arrays().items()}
        return {**weights, "telling": as_array(tuple(sorted(self.telling)))}


def model_of_arrays(arrays: Arrays) -> ThreatModel:
    """The model that gave the arrays. Raises KeyError where they are of something else."""

    def of(name: str) -> SparseRegression:
        beginning = f"{name}."
        return from_arrays(
            {part.removeprefix(beginning): arrays[part] for part in arrays if part.startswith(beginning)}
        )

    return ThreatModel(of("outcomes"), of("kinds"), frozenset(as_names(arrays["telling"])))


def train_model(rules: Rules, threats: Mapping[Kind, Sequence[str]], harmless: Sequence[str]) -> ThreatModel:
    """Learns from lines of each kind and from harmless ones, as the rules hear their words."""
    told = [(kind, found) for kind, lines in threats.items() for found in _first_readings(rules, lines)]
    calm = list(_first_readings(rules, harmless))
    labels = [_outcome(kind) for kind, _ in told] + [ThreatOutcome.HARMLESS] * len(calm)
    outcomes = train([*(found for _, found in told), *calm], labels, tuple(ThreatOutcome))
    kinds = train([without_pairs(found) for _, found in told], [kind for kind, _ in told], tuple(Kind))
    return ThreatModel(outcomes, kinds, frozenset(_telling(rules, threats, harmless)))


def _telling(rules: Rules, threats: Mapping[Kind, Sequence[str]], harmless: Sequence[str]) -> Iterator[str]:
    """The classes of words that stand in lines of crisis far more often than in all others."""
    crises = Counter(_classes(rules, (line for kind in CRISES for line in threats.get(kind, ()))))
    others = Counter(
        _classes(rules, [*harmless, *(line for kind in threats if kind not in CRISES for line in threats[kind])])
    )
    for name, count in crises.items():
        if count >= _OFTEN and count >= _MOSTLY * (count + others[name]):
            yield name


def _classes(rules: Rules, lines: Iterable[str]) -> Iterator[str]:
    """The classes of each line, each once a line."""
    for line in lines:
        yield from {name for reading in rules.hear(line).readings for name in reading.places}


def _outcome(kind: Kind) -> ThreatOutcome:
    return ThreatOutcome.CRISIS if kind in CRISES else ThreatOutcome.DANGER


def _first_readings(rules: Rules, lines: Iterable[str]) -> Iterable[Features]:
    return (_readings(rules.hear(line))[0] for line in lines)


def _readings(heard: HeardMessage) -> list[Features]:
    return [features(reading.words, reading.places) for reading in heard.readings]
