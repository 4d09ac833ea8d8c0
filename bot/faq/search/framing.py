"""What people say around a question: courtesy, and circumstances («живу в деревне», «мне 70 лет»)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from bot.faq.search.framing_phrases import BEFORE_A_PLACE, CIRCUMSTANCES, COURTESY, FRAME_WORDS
from bot.faq.search.question_forms import TURNS

_PLACE = "МЕСТО"
_WHOLE_WORD = re.compile(r"(?<!\S)[а-я]+(?!\S)")


@dataclass(frozen=True, slots=True)
class Framing:
    """Finds the phrases that ask nothing; `places` are the names of the region's places in all their forms."""

    places: frozenset[str] = frozenset()

    def without_courtesy(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words of a message less its courtesy; all of them where nothing else is said."""
        return self._left(_courtesy(), words) or tuple(words)

    def without_circumstances(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words of a message less what it tells of the person; all of them where nothing else is said."""
        return self._left(_circumstances(), words) or tuple(words)

    def is_all(self, words: Sequence[str]) -> bool:
        """Whether nothing is said but courtesy and circumstances."""
        return not self._left(_circumstances(), self._left(_courtesy(), words))

    def named_places(self, words: Sequence[str]) -> frozenset[str]:
        """The names of places that follow a word like «в», «из», «город»: «сколько лет Пушкину» has none."""
        named = (word for before, word in pairwise(words) if before in _before_a_place())
        return self.places.intersection(named)

    def _left(self, phrases: re.Pattern[str], words: Sequence[str]) -> tuple[str, ...]:
        told = " ".join(_PLACE if word in self.places else word for word in words)
        kept = [True] * len(words)
        for found in phrases.finditer(told):
            at = told.count(" ", 0, found.start())
            size = found[0].count(" ") + 1
            kept[at : at + size] = [False] * size
        return tuple(word for word, stays in zip(words, kept, strict=True) if stays)


@cache
def framing_words() -> frozenset[str]:
    """Every word of the phrases and of the turns of a question: none of them is strange to the FAQ."""
    return asking_words() | frozenset(_WHOLE_WORD.findall(" ".join(_phrases(CIRCUMSTANCES))))


@cache
def asking_words() -> frozenset[str]:
    """The words of courtesy, of requests and of the turns of a question: none of them names what is asked about."""
    phrases = [phrase for table in (COURTESY, FRAME_WORDS) for phrase in _phrases(table)]
    turns = [turn for main, others in TURNS.items() for turn in (main, *others)]
    return frozenset(_WHOLE_WORD.findall(" ".join([*phrases, *turns])))


@cache
def _courtesy() -> re.Pattern[str]:
    return _pattern(COURTESY)


@cache
def _circumstances() -> re.Pattern[str]:
    return _pattern(CIRCUMSTANCES)


@cache
def _before_a_place() -> frozenset[str]:
    return frozenset(BEFORE_A_PLACE.split())


def _pattern(table: str) -> re.Pattern[str]:
    """All phrases of a table as one expression, the longest first."""
    phrases = sorted(_phrases(table), key=lambda phrase: (-len(phrase.split()), -len(phrase)))
    whole = "|".join(phrase.replace("*", "[а-я]*") for phrase in phrases)
    return re.compile(rf"(?<!\S)(?:{whole})(?!\S)")


def _phrases(table: str) -> list[str]:
    lines = table.replace("ЧИСЛО", "[2-9][0-9]").replace("СЛОВО", "[а-я]+").replace("\n", "/").split("/")
    return [" ".join(phrase.split()) for phrase in lines if phrase.strip()]
