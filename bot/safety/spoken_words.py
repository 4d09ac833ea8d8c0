"""The words of a message as the rules of danger compare them: by their sound, with false letters put right."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.russian.keyboard_layout import from_latin_keys, from_transliteration
from bot.russian.normalize import fold_compatible

LONGEST = 4096  # signs of a message in Telegram
_REMEMBERED = 20_000  # words

_WORD = re.compile("[a-zа-я]+|[0-9]+")
# Stress marks, soft hyphens, joiners, marks of direction: they cut a word in two.
_INVISIBLE = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_LATIN, _CYRILLIC = re.compile("[a-z]"), re.compile("[а-я]")
# Latin letters that look Cyrillic, as forgers mix them into words.
_LOOKS = str.maketrans("aceopxykmthb03", "асеорхукмтнвоз")
_DOUBLE = re.compile(r"([а-яa-z])\1+")
_SOUNDS = (
    ("сч", "щ"),
    ("зч", "щ"),
    ("тьс", "ц"),
    ("тс", "ц"),
    ("дс", "ц"),
    ("стн", "сн"),
    ("ь", ""),
    ("ъ", ""),
    ("о", "а"),
)


def even(text: str) -> str:
    """Lower case, «ё» as «е», no stress marks, no invisible signs."""
    return _INVISIBLE.sub("", fold_compatible(text[:LONGEST]).replace("й", "и"))


@lru_cache(_REMEMBERED)
def sound(word: str) -> str:
    """The word as it is heard, so that «щет», «комисия» and «аткрыл» are read («счёт» → «щет»)."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _DOUBLE.sub(r"\1", word)


def readings(text: str) -> Iterator[list[str]]:
    """The words as they stand, then as other keys or letters would give them; text is even."""
    if not _LATIN.search(text):
        yield _words(text)
        return
    chunks = [_unmasked(chunk) for chunk in text.split()]
    yield _words(" ".join(chunks))
    for read in (from_latin_keys, from_transliteration):
        yield _words(" ".join(even(read(chunk)) if _is_latin(chunk) else chunk for chunk in chunks))


def _words(text: str) -> list[str]:
    return [sound(word) for word in _WORD.findall(text)]


def _is_latin(chunk: str) -> bool:
    return bool(_LATIN.search(chunk)) and not _CYRILLIC.search(chunk)


def _unmasked(chunk: str) -> str:
    mixed = _LATIN.search(chunk) and _CYRILLIC.search(chunk)
    return chunk.translate(_LOOKS) if mixed and "." not in chunk else chunk
