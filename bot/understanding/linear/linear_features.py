"""What the linear part of the weighing sees of a text: dictionary forms, pairs of them, and runs of four letters."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from sys import intern

_RUN = 4  # letters

Lemmas = Callable[[str], tuple[str, ...]]


def linear_features(words: Sequence[str], lemmas: Lemmas) -> list[str]:
    """Each feature once; «=» before a dictionary form, «+» before a pair."""
    return list(dict.fromkeys(_features(words, lemmas)))


def _features(words: Sequence[str], lemmas: Lemmas) -> Iterator[str]:
    forms = [lemmas(word)[0] for word in words]
    for form in forms:
        yield "=" + form
    for one, following in pairwise(["", *forms, ""]):
        yield f"+{one} {following}"
    for word in words:
        yield from _runs(word)


@lru_cache(20_000)
def _runs(word: str) -> tuple[str, ...]:
    edged = f"_{word}_"
    return tuple(intern(edged[at : at + _RUN]) for at in range(max(len(edged) - _RUN + 1, 1)))
