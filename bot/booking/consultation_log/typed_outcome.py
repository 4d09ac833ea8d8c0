"""What came of a consultation, in a librarian's own words: «объяснила», «направили в мфц», «вопрос не решён»."""

from collections.abc import Sequence

from bot.region.outcomes import Outcome
from bot.russian.normalize import bare_words

_ENDING = 2  # letters that Russian words change
_LEAST = 3  # letters that must be the same; a shorter word is the same whole


def read_outcome(words: str, outcomes: Sequence[Outcome]) -> Outcome | None:
    """The only outcome whose title has just these words, in any person and number; None for any other words."""
    found = [one for one in outcomes if names_outcome(words, one.title)]
    return found[0] if len(found) == 1 else None


def names_outcome(words: str, title: str) -> bool:
    """Whether the words are those of the title, in any person and number: «объяснила» for «Объяснили»."""
    said, called = bare_words(words).split(), bare_words(title).split()
    return bool(said) and len(said) == len(called) and all(map(_is_same, said, called))


def _is_same(word: str, other: str) -> bool:
    stem = other[: max(_LEAST, len(other) - _ENDING)]
    return word == other or (len(other) > _LEAST and word.startswith(stem) and len(word) <= len(other) + _ENDING)
