"""What the linear model sees of a message: its words, runs of four letters, the classes found and pairs of both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

Features = Mapping[str, float]

_STEM = 5  # letters: a longer word is also seen without what follows
_RUN = 4  # letters
_REMEMBERED = 20_000  # words
# The first letter of a feature names its group; pairs of classes are many, and each says little.
_CLASS, _PAIR, _WORD, _STEMS, _NEIGHBOURS, _RUNS = "c", "p", "w", "s", "b", "g"
_ALONE = frozenset({_CLASS, _WORD, _STEMS})
_WEIGHTS = {_CLASS: 1.0, _PAIR: 0.5, _WORD: 1.0, _STEMS: 1.0, _NEIGHBOURS: 1.0, _RUNS: 1.0}
_EVENNESS = 0.25  # a group of n features weighs n to the power of ½ less this: long messages a little more than short


def features(words: Sequence[str], classes: Iterable[str]) -> Features:
    """The features of words as they sound and of the classes that stand in them, each with its value."""
    found = sorted(classes)
    said = [_shape(word) for word in words]
    groups = {
        _CLASS: set(found),
        _PAIR: {f"{one}+{other}" for one, other in combinations(found, 2)},
        _WORD: set(said),
        _STEMS: {word[:_STEM] for word in said if len(word) > _STEM},
        _NEIGHBOURS: {f"{one[:_STEM]} {next_[:_STEM]}" for one, next_ in pairwise(("^", *said, "$"))},
        _RUNS: {run for word in said for run in _runs(word)},
    }
    return dict(_weighed(groups))


def without_pairs(found: Features) -> Features:
    """Classes, words and their stems alone: enough to tell kinds apart, and a third of the weights."""
    return {name: value for name, value in found.items() if name[0] in _ALONE}


def words_of(found: Features) -> list[str]:
    """The features that are whole words."""
    return [name for name in found if name[0] == _WORD]


def _weighed(groups: Mapping[str, set[str]]) -> Iterator[tuple[str, float]]:
    for group, names in groups.items():
        if names:
            value = _WEIGHTS[group] / len(names) ** _EVENNESS
            yield from ((f"{group}:{name}", value) for name in sorted(names))


def _shape(word: str) -> str:
    """The word; of a number only how long it is."""
    return f"#{len(word)}" if word.isdigit() else word


@lru_cache(_REMEMBERED)
def _runs(word: str) -> tuple[str, ...]:
    if word.startswith("#"):
        return ()
    edged = f"_{word}_"
    return tuple(edged[at : at + _RUN] for at in range(max(1, len(edged) - _RUN + 1)))
