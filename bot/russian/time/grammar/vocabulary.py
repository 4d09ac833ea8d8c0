"""Loads the words of the grammar by kind; a slip of the pen is mended, but the word is marked as guessed."""

from collections.abc import Sequence
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.russian.morphology import russian
from bot.russian.sounding import sounding
from bot.russian.time.grammar.numerals import CARDINALS, ORDINALS

_FILE = Path(__file__).with_name("words.txt")
_HARD = ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми")
_SOFT = ("ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими")
_MIXED = ("ий", "его", "ему", "им", "ем", "ая", "ей", "ую", "ее", "ие", "их", "ими")


def _expanded(form: str) -> list[str]:
    if not form.endswith("~"):
        return [form]
    stem = form[:-1]
    if stem.endswith("н") and stem in {"последн", "предпоследн", "сегодняшн", "нынешн", "завтрашн", "вчерашн"}:
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
            found[form] = (kind, int(value or 0))
    return found


KINDS = _kinds()  # of each form its kind and value
MONTH_WORD = "|".join(form for form, (kind, _) in KINDS.items() if kind in {"MONTHG", "MONTHA"})
ABBREVIATED = frozenset(form for form, (kind, _) in KINDS.items() if kind in {"WD", "MONTHA"} and len(form) < 6) | {
    *("ч", "г", "мин", "вых", "сан", "кв", "ежедн", "гг", "м", "след", "посл", "мес", "тех", "час"),
    *("закр", "раб", "перер", "полуг", "полугод", "прошл", "пред", "предыд", "нач", "включ", "вкл", "послед", "тек"),
    *("отч", "стат", "зак"),
}
_OF_CLOSING = frozenset(("OPENS", "CLOSES", "OFF", "SANITARY", "LUNCH", "BRIEFER", "LONGER", "BEGIN", "MID", "END"))
_WORKS = (
    *("работаем", "работает", "работаю", "работать", "работают", "работали", "работал", "работала"),
    *("закрыто", "закрыта", "закрыты", "закрыть", "закроем", "закрываем", "закрываемся"),
)
_SHORTEST = 4  # of a word with a slip: «срду»
_LONG: dict[int, list[str]] = {}
_SOUNDS: dict[str, list[str]] = {}
for _form in KINDS:
    if len(_form) >= 5 and _form not in ABBREVIATED:
        _LONG.setdefault(len(_form), []).append(_form)
        _SOUNDS.setdefault(sounding(_form), []).append(_form)
_LONG_WITH_NUMERALS: dict[int, list[str]] = {}
for _form in (*(form for forms in _LONG.values() for form in forms), *CARDINALS, *ORDINALS):
    if len(_form) >= 5:
        _LONG_WITH_NUMERALS.setdefault(len(_form), []).append(_form)


def spelt_as(word: str) -> str | None:
    """The one known word that sounds exactly so: «дикабря», «васкресенье», «суботу»; a numeral is never guessed."""
    if len(word) < 5 or word in CARDINALS or word in ORDINALS or _is_another_word(word):  # «открытие»
        return None
    return _nearest(word, _SOUNDS.get(sounding(word), ()), len(word))


def mended(word: str) -> str | None:
    """The one known word that is a letter away, or two where it is long; never a numeral, nor of another word."""
    if len(word) < _SHORTEST or word in CARDINALS or word in ORDINALS or _is_another_word(word):
        return None
    reach = 1 if len(word) < 8 else 2
    near = [form for length in range(len(word) - reach, len(word) + reach + 1) for form in _LONG.get(length, ())]
    return _nearest(word, near, reach)


def work_spelt_right(word: str) -> str:
    """«рабтаем», «закртыо» as they were meant: they say whether the library is closed, and show in no preview."""
    if word in _WORKS or russian().knows(word):
        return word
    found = process.extractOne(word, _WORKS, scorer=OSA.distance, score_cutoff=1)
    return found[0] if found else word


def _is_another_word(word: str) -> bool:
    """«завтрак», «парта»; of the many first names of the dictionary a slip is likelier."""
    return russian().knows(word) and "Name" not in russian().readings(word)[0]


def is_near_a_time(word: str) -> bool:
    """Whether a slip of the pen may have made it of a word about time, or of a numeral: «завтрак», «пятнаццать»."""
    lengths = range(len(word) - 1, len(word) + 2)
    near = [form for length in lengths for form in _LONG_WITH_NUMERALS.get(length, ())]
    return len(word) >= 5 and process.extractOne(word, near, scorer=OSA.distance, score_cutoff=1) is not None


def is_near_a_day(word: str) -> bool:
    """Whether a slip may have made it of a day, a month or a numeral; of a word of closing it may be what it will."""
    lengths = range(len(word) - 1, len(word) + 2)
    forms = (form for length in lengths for form in _LONG_WITH_NUMERALS.get(length, ()))
    near = [form for form in forms if form not in KINDS or KINDS[form][0] not in _OF_CLOSING]
    return len(word) >= 5 and process.extractOne(word, near, scorer=OSA.distance, score_cutoff=1) is not None


def is_mangled_time(word: str) -> bool:
    """The same of a word that no dictionary has: two letters may be wrong where it is long, «панидельнек»."""
    reach = 1 if len(word) < 7 else 2
    near = [form for length in range(len(word) - 2, len(word) + 3) for form in _LONG_WITH_NUMERALS.get(length, ())]
    is_near = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=reach) is not None
    return is_near or sounding(word) in _SOUNDS


def _nearest(word: str, forms: Sequence[str], reach: int) -> str | None:
    """The nearest form; None where two of different meaning are as near."""
    found = process.extract(word, forms, scorer=OSA.distance, score_cutoff=reach, limit=None)
    nearest = min((distance for _, distance, _ in found), default=0)
    meant = {KINDS[form]: form for form, distance, _ in found if distance == nearest}
    return next(iter(meant.values())) if len(meant) == 1 else None
