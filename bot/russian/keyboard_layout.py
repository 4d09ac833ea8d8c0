"""Russian words typed on Latin keys: the wrong layout and transliteration."""

import re

_LATIN_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`{}:\"<>~"
_RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюехъжэбюе"
_LAYOUT = str.maketrans(_LATIN_KEYS, _RUSSIAN_KEYS)

# Longest first: «shch» must not be read as «sh» + «ch».
_SOUNDS = {
    "tsya": "тся", "tsia": "тся",
    "shch": "щ", "sch": "щ", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч", "sh": "ш", "yu": "ю", "ju": "ю",
    "ya": "я", "ja": "я", "ia": "ия", "yo": "е", "jo": "е", "ye": "е", "iy": "ий", "yy": "ый", "ay": "ай",
    "ey": "ей", "oy": "ой", "uy": "уй", "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г",
    "h": "х", "i": "и", "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к",
    "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "ы", "z": "з", "'": "ь",
}  # fmt: skip
# What Latin letters leave open, tried when the first reading is no word: «ts» may be two letters, a soft sign is lost.
_DOUBTS = (("ц", "тс"), ("ы", "й"), ("е", "э"), ("$", "ь"))
_SOUND = re.compile("|".join(_SOUNDS))


def from_latin_keys(text: str) -> str:
    """What the same key presses give on the Russian layout («gfhjkm» → «пароль»)."""
    return text.translate(_LAYOUT)


def from_transliteration(text: str) -> str:
    """Russian words written with Latin letters («parol» → «парол»)."""
    return _SOUND.sub(lambda found: _SOUNDS[found.group()], text)


def other_readings(word: str) -> list[str]:
    """Further words a transliterated one may be («децкие» → «детские», «личност» → «личность»)."""
    return [re.sub(read, meant, word) for read, meant in _DOUBTS]
