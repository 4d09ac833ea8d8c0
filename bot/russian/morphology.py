"""Dictionary forms of Russian words."""

from functools import lru_cache

from pymorphy3 import MorphAnalyzer

REMEMBERED = 30_000  # word forms; about 6 MB, more than the whole FAQ has
LIKELY = 0.15  # a reading rarer than this share of a word form's uses only adds noise

_FUNCTION_PARTS = frozenset({"PREP", "CONJ", "PRCL", "INTJ", "NPRO", "PRED", "Apro", "Ques", "Dmns"})


class Morphology:
    """The OpenCorpora dictionary with a memory, so that a rebuilt index costs no second parse."""

    def __init__(self) -> None:
        self._analyzer = MorphAnalyzer()
        self.lemmas = lru_cache(REMEMBERED)(self._lemmas)
        self.knows = lru_cache(REMEMBERED)(self._knows)
        self.nominative_name = lru_cache(REMEMBERED)(self._nominative_name)

    def _lemmas(self, word: str) -> tuple[str, ...]:
        readings = self._analyzer.parse(word)
        likely = [reading for reading in readings[:4] if reading.score >= LIKELY] or readings[:1]
        forms = [reading.normal_form.replace("ё", "е") for reading in likely]
        return tuple(dict.fromkeys(forms))[:2]

    def _nominative_name(self, word: str) -> str | None:
        """The word in the nominative where it is most likely part of a person's name: «Ниной» is «Нина»."""
        readings = [one for one in self._analyzer.parse(word) if one.score >= LIKELY]
        named = [one for one in readings if not {"Name", "Surn", "Patr"}.isdisjoint(one.tag.grammemes)]
        if not named:
            return None
        if any("nomn" in one.tag.grammemes for one in named):
            return word[:1].upper() + word[1:]
        inflected = named[0].inflect({"nomn"})
        return str((inflected or named[0]).word).capitalize()

    def is_function_word(self, word: str) -> bool:
        """Whether a word is most likely a preposition, a conjunction, a particle, a pronoun or the like."""
        reading = self._analyzer.parse(word)[0]
        return bool(_FUNCTION_PARTS.intersection(reading.tag.grammemes))

    def _knows(self, word: str) -> bool:
        return bool(self._analyzer.word_is_known(word))


@lru_cache(1)
def russian() -> Morphology:
    """The one dictionary of the process: immutable, 25 MB, loaded at first need."""
    return Morphology()
