"""Classes of words («who calls», «what is asked for»): where each of them stands in a message."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.safety.spoken_words import even, sound

SHORTEST_BEGINNING = 2  # letters of a beginning that is looked up
_REMEMBERED = 20_000  # words: people use the same ones again and again
_NEGATIONS = frozenset({"не", "ни", "нелзя", "никагда"})  # as they sound

Places = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Entry:
    """One word, or several in a row; those with a star may end in any way."""

    of: str
    first: str
    rest: tuple[tuple[str, bool], ...]
    is_open: bool

    def goes_on(self, place: int, words: Sequence[str]) -> bool:
        """Whether the words behind the first are these."""
        following = words[place + 1 : place + 1 + len(self.rest)]
        return len(following) == len(self.rest) and all(
            said.startswith(word) if is_open else said == word
            for (word, is_open), said in zip(self.rest, following, strict=True)
        )


class WordClasses:
    """Finds the classes of a message in one pass over its words."""

    def __init__(self, classes: Mapping[str, Iterable[str]]) -> None:
        self._entries: dict[tuple[str, bool], list[_Entry]] = defaultdict(list)
        for name, words in classes.items():
            for entry in (_entry(name, text) for text in words):
                self._entries[entry.first, entry.is_open].append(entry)
        self._begun = lru_cache(_REMEMBERED)(self._entries_of)

    def places(self, words: Sequence[str]) -> Places:
        """The places where words of each class stand; «не звонят» is none of «звонят»."""
        found: dict[str, list[int]] = defaultdict(list)
        before = ""
        for place, word in enumerate(words):
            if before not in _NEGATIONS:
                alone, begun = self._begun(word)
                for name in alone:
                    found[name].append(place)
                for entry in begun:
                    if entry.goes_on(place, words):
                        found[entry.of].append(place)
            before = word
        return found

    def _entries_of(self, word: str) -> tuple[tuple[str, ...], tuple[_Entry, ...]]:
        """The classes that the word is in by itself, and the phrases that it may begin."""
        lengths = range(SHORTEST_BEGINNING, len(word) + 1)
        keys = [(word, False), *((word[:length], True) for length in lengths)]
        entries = [entry for key in keys for entry in self._entries.get(key, ())]
        alone = dict.fromkeys(entry.of for entry in entries if not entry.rest)
        return tuple(alone), tuple(entry for entry in entries if entry.rest)


def _entry(name: str, text: str) -> _Entry:
    first, *rest = text.split()
    return _Entry(name, _heard(first), tuple((_heard(word), word.endswith("*")) for word in rest), first.endswith("*"))


def _heard(word: str) -> str:
    return sound(even(word.rstrip("*")))
