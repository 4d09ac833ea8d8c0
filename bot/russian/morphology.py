"""Dictionary forms of Russian words."""

import math
from collections.abc import Sequence
from functools import lru_cache

from pymorphy3 import MorphAnalyzer
from pymorphy3.analyzer import Parse

REMEMBERED = 30_000  # word forms; about 6 MB, more than the whole FAQ has
LIKELY = 0.15  # a reading rarer than this share of a word form's uses only adds noise

_NAMES = frozenset({"Name", "Surn", "Patr"})
_SURNAME_ENDS = ("ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына", "ову", "еву", "ину", "овой", "евой", "иной")
_FUNCTION_PARTS = frozenset({"PREP", "CONJ", "PRCL", "INTJ", "NPRO", "PRED", "Apro", "Ques", "Dmns"})


class Morphology:
    """The OpenCorpora dictionary with a memory, so that a rebuilt index costs no second parse."""

    def __init__(self) -> None:
        self._analyzer = MorphAnalyzer()
        self.lemmas = lru_cache(REMEMBERED)(self._lemmas)
        self.knows = lru_cache(REMEMBERED)(self._knows)
        self.nominative_name = lru_cache(REMEMBERED)(self._nominative_name)
        self.readings = lru_cache(REMEMBERED)(self._readings)

    def _lemmas(self, word: str) -> tuple[str, ...]:
        readings = self._analyzer.parse(word)
        likely = [reading for reading in readings[:4] if reading.score >= LIKELY] or readings[:1]
        forms = [reading.normal_form.replace("ё", "е") for reading in likely]
        return tuple(dict.fromkeys(forms))[:2]

    def _nominative_name(self, word: str) -> str | None:
        """The word in the nominative where it is most likely part of a person's name: «Ниной» is «Нина»."""
        readings = [one for one in self._analyzer.parse(word) if one.score >= LIKELY]
        named = [one for one in readings if not _NAMES.isdisjoint(one.tag.grammemes)]
        if not named:
            return None
        if any("nomn" in one.tag.grammemes for one in named):
            return word[:1].upper() + word[1:]
        inflected = named[0].inflect({"nomn"})
        return str((inflected or named[0]).word).capitalize()

    def may_be_name(self, word: str) -> bool:
        """Whether a word can be part of a person's name: any reading counts, and a word that no dictionary has."""
        return not self.knows(word) or any(_NAMES & one.tag.grammemes for one in self._analyzer.parse(word))

    def nominative_names(self, words: tuple[str, ...]) -> str:
        """Words of one person's name in the nominative, read in one case and gender: «Кузнецова Ивана»."""
        readings = [_of_one_person(self._analyzer.parse(word)) for word in words]
        shared = set(readings[0]).intersection(*readings[1:]) if len(words) > 1 else set()
        if not shared:
            return " ".join(self.nominative_name(word) or word for word in words)
        best = max(sorted(shared), key=lambda both: math.prod(float(one[both].score) for one in readings))
        return " ".join(_in_nominative(one[best]) for one in readings)

    def is_surname(self, word: str) -> bool:
        """Whether a word is nothing but a surname in its likeliest reading: «Орлова», not «мороз»."""
        first = self._analyzer.parse(word)[0].tag.grammemes
        return "Surn" in first and word.casefold().endswith(_SURNAME_ENDS)

    def is_function_word(self, word: str) -> bool:
        """Whether a word is most likely a preposition, a conjunction, a particle, a pronoun or the like."""
        reading = self._analyzer.parse(word)[0]
        return bool(_FUNCTION_PARTS.intersection(reading.tag.grammemes))

    def _readings(self, word: str) -> tuple[frozenset[str], ...]:
        """The grammemes of each likely reading; the likeliest first."""
        try:
            parsed = self._analyzer.parse(word)
        except ValueError:  # a sign that Unicode has no name for
            return (frozenset({"UNKN"}),)
        likely = [one for one in parsed if one.score >= LIKELY] or parsed[:1]
        return tuple(frozenset(one.tag.grammemes) for one in likely)

    def _knows(self, word: str) -> bool:
        return bool(self._analyzer.word_is_known(word))


def _of_one_person(readings: Sequence[Parse]) -> dict[tuple[str, str], Parse]:
    """The readings of a word as a name of one person, by case and gender."""
    named = (one for one in readings if not _NAMES.isdisjoint(one.tag.grammemes) and "sing" in one.tag.grammemes)
    found: dict[tuple[str, str], Parse] = {}
    for one in named:
        found.setdefault((str(one.tag.case), str(one.tag.gender)), one)
    return found


def _in_nominative(reading: Parse) -> str:
    inflected = reading.inflect({"nomn"})
    return str((inflected or reading).word).capitalize()


@lru_cache(1)
def russian() -> Morphology:
    """The one dictionary of the process: immutable, 25 MB, loaded at first need."""
    return Morphology()
