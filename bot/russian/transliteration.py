"""Latin letters for Russian ones, for ids and the names of files."""

from bot.russian.normalize import fold_compatible

_ALPHABET = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_IN_LATIN = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya"
_LETTERS = {letter: latin.strip("_") for letter, latin in zip(_ALPHABET, _IN_LATIN.split(), strict=True)}


def to_latin(text: str) -> str:
    """The text in Latin letters, small ones; the signs «ъ» and «ь» go."""
    return "".join(_LETTERS.get(letter, letter) for letter in fold_compatible(text))
