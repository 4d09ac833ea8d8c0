"""Mistyped and run-together words, mended with the words of the FAQ itself."""

from collections import Counter
from collections.abc import Mapping

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 3  # letters; shorter words have too many neighbours
_SHORT = frozenset("в во на к ко с со о об у и а я не ни по из за от до".split())  # noqa: SIM905 - reads better
GLUED_FROM = 6  # letters; the shortest word worth cutting in two


def edits_allowed(word: str) -> int:
    """How many slips (wrong, missing, extra or swapped letters) are forgiven in a word."""
    length = len(word)
    return 0 if length < SHORTEST else 1 if length <= 5 else 2 if length <= 9 else 3


class Speller:
    """The words of the FAQ with their frequencies: the best dictionary for what people mean here."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self._words = Counter(words)
        by_length: dict[int, list[str]] = {}
        for word in self._words:
            by_length.setdefault(len(word), []).append(word)
        self._near = {
            length: [w for near in _lengths_near(length) for w in by_length.get(near, ())]
            for length in range(SHORTEST, max(by_length, default=0) + 4)
        }

    def knows(self, word: str) -> bool:
        return word in self._words

    def mend(self, word: str) -> tuple[str, ...]:
        """The FAQ words meant by one unknown word: one slip, else two words run together, else more slips."""
        near, slips = self._nearest(word)
        if near and slips == 1:
            return (near,)
        return self._cut(word) or ((near,) if near else ())

    def _nearest(self, word: str) -> tuple[str, int]:
        allowed = edits_allowed(word)
        if not allowed:
            return "", 0
        near = self._near.get(len(word), ())
        found = extract(word, near, scorer=OSA.distance, score_cutoff=allowed, limit=5)
        best = min(found, key=lambda hit: self._strangeness(word, hit), default=("", 0, 0))
        return best[0], int(best[1])

    def _strangeness(self, word: str, hit: tuple[str, float, int]) -> tuple[float, int, int, str]:
        """Fewest slips first, then a wrong letter before a missing one, then the commonest word."""
        return hit[1], abs(len(hit[0]) - len(word)), -self._words[hit[0]], hit[0]

    def _cut(self, word: str) -> tuple[str, ...]:
        if len(word) < GLUED_FROM:
            return ()
        cuts = ((word[:at], word[at:]) for at in range(1, len(word) - 2))
        good = [ab for ab in cuts if self._stands_first(ab[0]) and ab[1] in self._words]
        return max(good, key=lambda ab: min(self._words[ab[0]], self._words[ab[1]]), default=())

    def _stands_first(self, word: str) -> bool:
        return word in self._words and (len(word) >= SHORTEST or word in _SHORT)


def _lengths_near(length: int) -> range:
    allowed = edits_allowed("x" * length)
    return range(length - allowed, length + allowed + 1)
