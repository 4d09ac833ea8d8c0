"""Different words for one notion, written by people who know how citizens talk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.faq.search.text_cleaner import words_of
from bot.russian.morphology import russian

_Lemmas = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Notions by the dictionary form of the first word of each of their names."""

    notions: Mapping[str, tuple[tuple[tuple[_Lemmas, ...], str], ...]]
    words: frozenset[str]

    @classmethod
    def concepts_of(cls, groups: Mapping[str, Sequence[str]]) -> "Synonyms":
        notions: dict[str, list[tuple[tuple[_Lemmas, ...], str]]] = {}
        words: set[str] = set()
        for main, others in groups.items():
            for name in (main, *others):
                parts = words_of(name)
                words.update(parts)
                lemmas = tuple(russian().lemmas(part) for part in parts)
                for first in lemmas[0] if lemmas else ():
                    notions.setdefault(first, []).append((lemmas[1:], main))
        return cls({first: tuple(rest) for first, rest in notions.items()}, frozenset(words))

    def found_in(self, lemmas: Sequence[_Lemmas]) -> Iterator[tuple[str, range]]:
        """The notions a text names, each with the places of its words."""
        for at, forms in enumerate(lemmas):
            for form in forms:
                for rest, notion in self.notions.get(form, ()):
                    places = range(at, at + 1 + len(rest))
                    here = lemmas[at + 1 : places.stop]
                    if len(here) == len(rest) and all(map(_same, rest, here)):
                        yield notion, places


def _same(ours: _Lemmas, theirs: _Lemmas) -> bool:
    return not set(ours).isdisjoint(theirs)
