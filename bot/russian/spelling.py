"""Typed text in one spelling: small letters, one dash, one space, Cyrillic where Latin letters only look so."""

import re
import unicodedata

from bot.russian.normalize import fold

_DASHES = re.compile("[‐-―−⸺﹘﹣－]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_RAISED = re.compile("(?<=[0-9])([⁰¹²³⁴⁵⁶⁷⁸⁹]{2})")  # «9⁰⁰»
_ON_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LATIN_WORD = re.compile("[a-zа-я]*[a-z][a-zа-я]*")
_SEEN_AS = str.maketrans("aceopxykmthb", "асеорхукмтнв")
_LOOKS_CYRILLIC = re.compile("[aceopxykmthbа-я]+")


def evened(text: str) -> str:
    """The same words in small letters without «ё», raised minutes, look-alikes and odd dashes; lines stay lines."""
    folded = fold(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    clock = _RAISED.sub(lambda minutes: f":{minutes[1].translate(_ON_LINE)}", folded)
    dashed = _DASHES.sub("-", clock)
    return _LATIN_WORD.sub(_cyrillic, dashed) if re.search("[а-я]", dashed) else dashed


def _cyrillic(word: re.Match[str]) -> str:
    """«c 9» typed with a Latin letter among Russian words; an English word stays as it is."""
    return word[0].translate(_SEEN_AS) if _LOOKS_CYRILLIC.fullmatch(word[0]) else word[0]
