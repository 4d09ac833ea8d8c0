"""What came of a consultation, in a librarian's own words: «объяснила», «направили в мфц», «вопрос не решён»."""

from collections.abc import Sequence

from bot.region.outcomes import Outcome
from bot.russian.normalize import bare_words

_ENDING = 2  # letters that Russian words change
_LEAST = 3  # letters that must be the same; a shorter word is the same whole


def read_outcome(words: str, outcomes: Sequence[Outcome]) -> Outcome | None:
    """The only outcome whose title has just these words, in any person and number; None for any other words."""
    said = bare_words(words).split()
    found = [one for one in outcomes if said and _is_called(said, bare_words(one.title).split())]
    return found[0] if len(found) == 1 else None


def _is_called(said: Sequence[str], title: Sequence[str]) -> bool:
    return len(said) == len(title) and all(map(_is_same, said, title))


def _is_same(word: str, other: str) -> bool:
    stem = other[: max(_LEAST, len(other) - _ENDING)]
    return word == other or (len(other) > _LEAST and word.startswith(stem) and len(word) <= len(other) + _ENDING)
