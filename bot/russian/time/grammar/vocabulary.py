"""Loads the words of the grammar by kind; a slip of the pen is mended, but the word is marked as guessed."""

import re
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.russian.time.grammar.numerals import CARDINALS, ORDINALS

_FILE = Path(__file__).with_name("words.txt")
_SILENT = "SILENT"  # words that mean nothing for a time: they are understood, and left out
_HARD = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми")
_SOFT = ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими")
_MIXED = ("ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ее", "ие", "их", "ими")


def _expanded(form: str) -> list[str]:
    if not form.endswith("~"):
        return [form]
    stem = form[:-1]
    if stem.endswith("н") and stem in {"последн", "предпоследн", "сегодняшн", "завтрашн", "вчерашн"}:
        return [stem + ending for ending in _SOFT]
    if stem.endswith(("щ", "ш", "ч")):
        return [stem + ending for ending in _MIXED]
    endings = (*_HARD, "ий", "им", "ие", "их") if stem.endswith(("г", "к", "х")) else _HARD
    return [stem + ending for ending in endings]


def _kinds() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        head, _, forms = line.partition(":")
        kind, _, value = head.partition(" ")
        for form in (shape for word in forms.split() for shape in _expanded(word)):
            if form in found:
                raise ValueError(f"«{form}» stands in two lines")
            found[form] = (kind if kind != _SILENT else "", int(value or 0))
    return found


KINDS = _kinds()  # of each form its kind and value; no kind for a word that means nothing
MONTH_WORD = "|".join(form for form, (kind, _) in KINDS.items() if kind in {"MONTHG", "MONTHA"})
ABBREVIATED = frozenset(form for form, (kind, _) in KINDS.items() if kind in {"WD", "MONTHA"} and len(form) < 6) | {
    *("ч", "г", "мин", "вых", "сан", "кв", "ежедн", "гг", "м", "след", "посл"),
}
# Words that belong together, and what they are read as.
NOISE_PHRASES = tuple(
    (re.compile(rf"\b(?:{phrase})(?![а-я])"), instead)
    for phrase, instead in (
        (r"добр(?:ый|ое|ого) (?:день|дня|утро|утра|вечер|вечера)", " "),
        (r"(?:как можно |по)?(?:скорее|быстрее|скорей)|как можно раньше|пораньше|сейчас|чем скорее", "скорейшее"),
        (r"(?:все равно|неважно)(?: когда)?|когда-нибудь|когда угодно", "любое время"),
        (r"где-то", "гдето"),
        (r"часи(?:ка|ков)(?= (?:в|к) )", " "),
        (r"с (?:внучкой|внуком|внуками|сыном|дочкой|дочерью|мужем|женой|мамой|подругой)", " "),
        (r"нарастающим(?: итогом)?(?: с начала года)?", "нарастающимитогом"),
        (r"(?:по )?(?:форм[аеуы] )?6-? ?нк", " "),
        (r"не работа(?:ем|ет|ют)|не открываем(?:ся)?|не принима(?:ем|ет|ют)|не обслужива(?:ем|ет|ют)", "неработаем"),
        (r"(?:по|согласно) (?:предварительной )?записи|по предварительной", "позаписи"),
        (r"по (?:предварительной )?договор[её]нности", "подоговоренности"),
        (r"по (?:предварительному )?(?:телефонному )?звонку", "позвонку"),
    )
)
_LONG: dict[int, list[str]] = {}
for _form, (_kind, _) in KINDS.items():
    if _kind and len(_form) >= 5:
        _LONG.setdefault(len(_form), []).append(_form)


def mended(word: str) -> str | None:
    """The one known word that is a letter away, or two where it is long; a numeral is never guessed."""
    if len(word) < 5 or word in CARDINALS or word in ORDINALS:
        return None
    reach = 1 if len(word) < 8 else 2
    near = [form for length in range(len(word) - reach, len(word) + reach + 1) for form in _LONG.get(length, ())]
    found = process.extract(word, near, scorer=OSA.distance, score_cutoff=reach, limit=None)
    nearest = min((distance for _, distance, _ in found), default=0)
    meant = {KINDS[form]: form for form, distance, _ in found if distance == nearest}
    return next(iter(meant.values())) if len(meant) == 1 else None
