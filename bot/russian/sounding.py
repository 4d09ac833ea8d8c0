"""How a Russian word sounds, roughly: «пичоры» and «Печоры», «остраф» and «Остров» sound the same."""

import re

# Unstressed vowels are heard alike, a consonant is heard without voice before the next one and at the end.
_VOWELS = str.maketrans("оыеэяёю", "аииииау")
_SOFT = re.compile("[ьъ]")
_DOUBLED = re.compile(r"(.)\1+")
_VOICED = str.maketrans("бвгджз", "пфктшс")
_BEFORE_VOICELESS = re.compile("[бвгджз]+(?=[пфктшсхцчщ]|$)")


def sounding(word: str) -> str:
    """A key that words which sound alike share (lower case, «е» for «ё»)."""
    heard = _DOUBLED.sub(r"\1", _SOFT.sub("", word))
    heard = _BEFORE_VOICELESS.sub(lambda found: found[0].translate(_VOICED), heard)
    return _DOUBLED.sub(r"\1", heard.translate(_VOWELS))
