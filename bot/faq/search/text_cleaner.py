"""From what people really type to words the index knows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.faq.search.spelling import Speller
from bot.russian.keyboard_layout import from_latin_keys, from_transliteration, other_readings
from bot.russian.morphology import Morphology
from bot.russian.normalize import fold_compatible

LONGEST = 1_000  # characters of a message that are read
MOST_WORDS = 80
MOST_MENDED = 12  # a message with more unknown words is noise; mending it costs time for nothing

_WORD = re.compile(r"[a-zа-я]+|[0-9]+")
# Stress marks, soft hyphens, joiners and marks of direction: they would cut a word in two.
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LATIN = re.compile(r"[a-z]")


class Repair(StrEnum):
    """What was wrong with a word that was repaired."""

    LAYOUT = "layout"
    TRANSLIT = "translit"
    SPELLING = "spelling"
    GLUED = "glued"
    TORN = "torn"


@dataclass(frozen=True, slots=True)
class Mended:
    """A word as typed and as understood."""

    typed: str
    read: str
    repair: Repair


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The words of a message and what was done to them."""

    words: tuple[str, ...]
    mended: tuple[Mended, ...] = ()


def plain(text: str, limit: int | None = LONGEST) -> str:
    """Lower case, «ё» as «е», no stress marks, no invisible characters."""
    return _INVISIBLE.sub("", fold_compatible(text[:limit]))


def words_of(text: str, limit: int | None = LONGEST) -> list[str]:
    """Words and numbers up to three digits: longer numbers are dates, phones and case numbers."""
    return [word for word in _WORD.findall(plain(text, limit)) if not word.isdigit() or len(word) <= 3]


class TextCleaner:
    """Reads the wrong layout, transliteration, slips and run-together words."""

    def __init__(self, speller: Speller, morphology: Morphology) -> None:
        self._speller = speller
        self._morphology = morphology

    def clean(self, text: str) -> Cleaned:
        mended: list[Mended] = []
        words = self._on_russian_keys(plain(text), mended)[:MOST_WORDS]
        words = list(self._joined(words, mended))
        return Cleaned(tuple(self._spelled(words, mended)), tuple(mended))

    def understands(self, word: str) -> bool:
        return self._speller.knows(word) or (not _LATIN.search(word) and self._morphology.knows(word))

    def _on_russian_keys(self, text: str, mended: list[Mended]) -> list[str]:
        chunks = text.split()
        foreign = [c for c in chunks if _LATIN.search(c) and not self._all_known(words_of(c))]
        if not foreign:
            return words_of(text)
        repair = self._reading(foreign[:MOST_MENDED])
        if repair is None:
            return words_of(text)
        words: list[str] = []
        for chunk in chunks:
            read = self._read(chunk, repair) if chunk in foreign else words_of(chunk)
            if chunk in foreign:
                mended.append(Mended(chunk, " ".join(read), repair))
            words += read
        return words

    def _reading(self, chunks: list[str]) -> Repair | None:
        """The reading in which most of the Latin words make sense."""
        sense = {
            repair: sum(self._sense(word) for chunk in chunks for word in self._read(chunk, repair))
            for repair in (Repair.LAYOUT, Repair.TRANSLIT)
        }
        best = max(sense, key=lambda repair: sense[repair])
        return best if sense[best] >= len(chunks) / 3 else None

    def _sense(self, word: str) -> float:
        if len(word) < 3:
            return 0.1 if self.understands(word) else 0
        return 1.0 if self.understands(word) else 0.5 if self._speller.mend(word) else 0.0

    def _read(self, chunk: str, repair: Repair) -> list[str]:
        if repair is Repair.TRANSLIT:
            words = words_of(from_transliteration(chunk))
            return [next(filter(self.understands, (word, *other_readings(word))), word) for word in words]
        whole, bare = (words_of(from_latin_keys(c)) for c in (chunk, chunk.strip(".,?!;:")))
        return whole if self._all_known(whole) or not self._all_known(bare) else bare

    def _all_known(self, words: list[str]) -> bool:
        return all(self.understands(word) for word in words)

    def _joined(self, words: list[str], mended: list[Mended]) -> Iterator[str]:
        """Words torn by a space («па роль»): joined when only the whole is a word of the FAQ."""
        at = 0
        while at < len(words):
            pair = words[at : at + 2]
            whole = "".join(pair)
            torn = len(pair) == 2 and self._speller.knows(whole) and not self._all_known(pair)
            if torn:
                mended.append(Mended(" ".join(pair), whole, Repair.TORN))
            yield whole if torn else words[at]
            at += 2 if torn else 1

    def _spelled(self, words: list[str], mended: list[Mended]) -> Iterator[str]:
        budget = MOST_MENDED
        for word in words:
            if budget == 0 or word.isdigit() or self.understands(word):
                yield word
                continue
            budget -= 1
            read, repair = self._mend(word)
            if repair:
                mended.append(Mended(word, read, repair))
            yield from read.split()

    def _mend(self, word: str) -> tuple[str, Repair | None]:
        read = self._speller.mend(word)
        repair = (None, Repair.SPELLING, Repair.GLUED)[len(read)]
        return " ".join(read) or word, repair
