"""Names in all their forms, looked up exactly, by their beginning, and with slips of the finger."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA

from bot.centres.places.place_words import plain, says_how, words_of
from bot.russian.sounding import sounding

T = TypeVar("T")

_MOST_FORMS = 400  # of one name: three long words would have thousands
_SHORTEST_MENDED = 4
_WORTH_OF_WORD = 1.5  # slips that one more word of a name makes up for
_LONGEST_WINDOW = 3  # words of a name


@dataclass(frozen=True, slots=True)
class NameHit(Generic[T]):
    """A name found in the words from `start` to `end`, with so many letters wrong."""

    what: T
    start: int
    end: int
    slips: int = 0


class NameIndex(Generic[T]):
    """Names of things; the same name may belong to several."""

    def __init__(
        self, names: Iterable[tuple[str, T]], forms: Callable[[str], frozenset[str]], two_slips_from: int = 8
    ) -> None:
        """Names of `two_slips_from` letters and more may have two letters wrong."""
        self._two_slips_from = two_slips_from
        self._by_first: dict[str, list[tuple[tuple[frozenset[str], ...], T]]] = defaultdict(list)
        self._by_form: dict[str, list[T]] = defaultdict(list)
        self._beginnings: dict[str, list[T]] = defaultdict(list)
        for name, what in names:
            words = words_of(plain(name))
            if words:
                self._add(words, tuple(forms(word) for word in words), what)
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self._by_sound: dict[str, list[str]] = defaultdict(list)
        for form in self._by_form:
            self._by_length[len(form)].append(form)
            self._by_sound[sounding(form)].append(form)

    def exact(self, words: tuple[str, ...]) -> list[NameHit[T]]:
        """Every name among the words; of names that overlap, the longest."""
        hits = [hit for start in range(len(words)) for hit in self._from(words, start)]
        return [hit for hit in hits if not any(_covers(other, hit) for other in hits)]

    def beginning(self, words: tuple[str, ...]) -> list[T]:
        """The things whose name begins so, with three letters at least."""
        start = " ".join(words)
        if len(start) < 3 or says_how(words):
            return []
        found = (what for name, things in self._beginnings.items() if name.startswith(start) for what in things)
        return list(dict.fromkeys(found))

    def mended(self, words: tuple[str, ...]) -> list[NameHit[T]]:
        """The things with the name nearest to any of the words, by ear or by letter, where it is near enough."""
        best: dict[T, tuple[float, NameHit[T]]] = {}
        for start, end in _windows(words):
            for form, slips in self._near(" ".join(words[start:end])):
                far = slips - _WORTH_OF_WORD * (end - start - 1)  # «Пушкинские горки» are no «Борки»
                for what in self._by_form[form]:
                    if what not in best or far < best[what][0]:
                        best[what] = (far, NameHit(what, start, end, slips))
        least = min((far for far, _ in best.values()), default=0)
        return [hit for far, hit in best.values() if far == least]

    def _add(self, words: tuple[str, ...], forms: tuple[frozenset[str], ...], what: T) -> None:
        for first in forms[0]:
            self._by_first[first].append((forms, what))
        spoken = product(*forms) if _product_size(forms) <= _MOST_FORMS else iter([words])
        for parts in spoken:
            self._by_form[" ".join(parts)].append(what)
        self._beginnings[" ".join(words)].append(what)

    def _from(self, words: tuple[str, ...], start: int) -> Iterator[NameHit[T]]:
        for forms, what in self._by_first.get(words[start], ()):
            part = words[start : start + len(forms)]
            if len(part) == len(forms) and all(word in among for word, among in zip(part, forms, strict=True)):
                yield NameHit(what, start, start + len(forms))

    def _near(self, window: str) -> Iterator[tuple[str, int]]:
        """Forms with the slips to them; what sounds the same is no slip at all."""
        if len(window) >= _SHORTEST_MENDED:
            yield from ((form, 0) for form in self._by_sound.get(sounding(window), ()))
        most = 0 if len(window) < _SHORTEST_MENDED else 1 if len(window) < self._two_slips_from else 2
        for length in range(len(window) - most, len(window) + most + 1):
            for form in self._by_length.get(length, ()) if most else ():
                slips = OSA.distance(window, form, score_cutoff=most)
                if slips <= most:
                    yield form, slips


def _covers(longer: NameHit[T], hit: NameHit[T]) -> bool:
    inside = longer.start <= hit.start and hit.end <= longer.end
    return inside and longer.end - longer.start > hit.end - hit.start


def _windows(words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for size in range(min(_LONGEST_WINDOW, len(words)), 0, -1):
        yield from ((start, start + size) for start in range(len(words) - size + 1))


def _product_size(forms: tuple[frozenset[str], ...]) -> int:
    size = 1
    for among in forms:
        size *= len(among)
    return size
