"""The centre that words name by what only it is called: «в областную», «в печорскую»."""

import re
from collections.abc import Sequence

from bot.centres.centre import Centre
from bot.russian.normalize import fold

_LEAST = 6  # letters of a word that tells a centre
_ENDING = 3  # letters that Russian adjectives change


def read_centre(text: str, centres: Sequence[Centre]) -> Centre | None:
    """The only centre with a word of its short name that none of the others has, and that was said."""
    said = {_stem(word) for word in _words(text)}
    found = [centre for centre in centres if said & _own_stems(centre, centres)]
    return found[0] if len(found) == 1 else None


def _own_stems(centre: Centre, centres: Sequence[Centre]) -> set[str]:
    others = {_stem(word) for one in centres if one.id != centre.id for word in _words(one.short_name)}
    return {_stem(word) for word in _words(centre.short_name)} - others


def _words(text: str) -> list[str]:
    words = re.findall(r"[а-я]+", fold(text))
    return [word for word in words if len(word) >= _LEAST and not word.startswith("библиот")]


def _stem(word: str) -> str:
    return word[: max(_LEAST - 1, len(word) - _ENDING)]
