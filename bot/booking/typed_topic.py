"""Which theme of a consultation words name: «паспорт», «к врачу», «пенсия»."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from bot.topics import Topic

_LIKENESS = 80  # of 100, of two words without their endings
_LEAST = 4  # letters: shorter words say nothing about a theme
_LONGEST = 60  # signs: more is a question, not the name of a theme
_EVERYWHERE = "госуслуг"
_ENDING = 2  # letters that Russian words change


def read_topic(text: str, topics: Sequence[Topic]) -> Topic | None:
    """The only topic whose title has all the words that say something."""
    said = _words(text)
    if not said or len(text) > _LONGEST:
        return None
    found = [topic for topic in topics if all(_is_among(word, _words(topic.title)) for word in said)]
    begun = [topic for topic in found if _is_among(said[0], _words(topic.title)[:1])]
    return next((few[0] for few in (found, begun) if len(few) == 1), None)


def _words(text: str) -> list[str]:
    folded = text.casefold().replace("ё", "е")
    return [word for word in re.findall(r"[а-я]+", folded) if len(word) >= _LEAST and not word.startswith(_EVERYWHERE)]


def _is_among(word: str, others: Iterable[str]) -> bool:
    return any(fuzz.ratio(_stem(word), _stem(other)) >= _LIKENESS for other in others)


def _stem(word: str) -> str:
    return word[: max(_LEAST, len(word) - _ENDING)]
