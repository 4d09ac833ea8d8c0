"""Typed Russian in one spelling, so that the same words compare as equal."""

import re
import unicodedata

_MARKS = re.compile(r"[^\w\s]+")


def fold(text: str) -> str:
    """Small letters, «ё» as «е»; nothing else changes, so places in the text stay where they were."""
    return text.casefold().replace("ё", "е")


def fold_compatible(text: str) -> str:
    """Folded text, after odd signs became plain ones: full-width letters, ligatures, letters with a loose accent."""
    return fold(unicodedata.normalize("NFKC", text))


def fold_spaces(text: str) -> str:
    """Folded, with one space between the words."""
    return " ".join(fold(text).split())


def bare_words(text: str) -> str:
    """Folded words with one space between: no full stops, commas, dashes or emoji."""
    return " ".join(_MARKS.sub(" ", fold(unicodedata.normalize("NFC", text))).split())
