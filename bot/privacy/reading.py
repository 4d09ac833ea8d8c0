"""A message as it was meant: wrong keys, Latin letters and numbers in words put right, each sign with its place."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from re import Match, Pattern

from bot.russian.keyboard_layout import from_latin_keys, from_transliteration

# What a secret is known by, as words begin.
_STEMS = (
    *("парол", "пассворд", "снилс", "паспорт", "пасспорт", "пачпорт", "загран", "сери", "номер", "код", "кодом", "смс"),
    *("карт", "полис", "счет", "счёт", "инн", "пин", "пенсион", "почт", "телефон", "логин", "свидетел", "водител"),
    *("приш", "присл", "цифр", "военн", "выдан"),
)
_MISSPELT = ("снилс", "паспорт", "пароль", "полис")  # long enough that one wrong letter makes no other word
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_LOOKALIKES = str.maketrans("abcehkmoptxyu", "авсенкмортхуи")
_LETTERS_FOR_DIGITS = str.maketrans("oозбli", "003611")

_LATIN = re.compile(r"(?=[^\W\d_]{0,15}[a-z])[^\W\d_]+(?:[;`'\[\]][^\W\d_]+)*")
_CYRILLIC = re.compile(r"(?<!\w)[снпао][а-яё]{3,9}(?!\w)")
_ALMOST_DIGITS = re.compile(r"(?<![^\W_])(?=[oозбli]{0,3}\d)(?=\d*[oозбli])[\doозбli]{3,16}(?![^\W_])")
_ONES = ("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять")
_TEENS = ("десять", "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать",
          "семнадцать", "восемнадцать", "девятнадцать")  # fmt: skip
_TENS = ("двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто")
_HUNDREDS = ("сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот")
_VALUES = (
    {word: value for value, word in enumerate(_ONES)}
    | {"нуль": 0, "одна": 1, "две": 2}
    | {word: value for value, word in enumerate(_TEENS, 10)}
    | {word: value * 10 for value, word in enumerate(_TENS, 2)}
    | {word: value * 100 for value, word in enumerate(_HUNDREDS, 1)}
)
_VALUE = "|".join(sorted(_VALUES, key=len, reverse=True))
_IN_WORDS = re.compile(rf"\b(?:{_VALUE})(?:[\s,.-]{{1,3}}(?:{_VALUE}))+\b")
_ANY_VALUE = re.compile(
    r"дцать|десят|сорок|девяносто|сто|ст[аи]|сот|ноль|нуль|оди?н|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять",
)
# Nobody's secrets, whatever is near: what was hidden before, dates, lines of the state, telephones of offices, pages.
_OPEN = re.compile(
    r"(?<![\d.])(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d\d(?!\d)"
    r"|(?<![\d+])(?:8|\+7)[ \u00a0(–—-]{0,2}800\)?[ \u00a0–—-]{0,2}\d{3}[ \u00a0–—-]?\d{2}[ \u00a0–—-]?\d{2}(?!\d)"
    r"|\[(?:код|пароль|карта|снилс|паспорт|инн|телефон|почта|полис|счёт|документ)\]"
    r"|(?<!\d)(?:(?:8|\+7)[ –—-]{0,2})?\((?![78]?9)\d{3,5}\)[ \u00a0–—-]{0,2}\d{1,3}(?:[ \u00a0–—-]\d{2}){2}(?!\d)"
    r"|https?://[^\s?]+",
)
OWN_LINE = r"домашн|городск|мо[йеи]\w* (?:тел|номер)|(?:по|пере)звоните мне|перезвон|звоните мне"
_OWN_LINE = re.compile(OWN_LINE)
_OPEN_SIGN = "¤"
_KEYCAPS = re.compile(r"(?<=\d)[\ufe0f\u20e3]+")
# Passwords that everybody knows, and words that the rules know as they are.
_KEPT = frozenset({
    *("cvc", "cvv", "max", "sobaka", "tochka", "ru", "password", "qwerty", "qwertyuiop", "asdfgh", "zxcvbn", "admin"),
    *("iloveyou", "letmein"),
})  # fmt: skip
_ANY_DIGIT = re.compile(r"\d")
_ANY_LATIN = re.compile(r"[a-z]")
_ANY_CYRILLIC = re.compile(r"[а-яё]")
_DICTATED = re.compile(
    r"(?<=\d)[\s,;.]{0,3}(?:(?:а|и)\s+)?(?:потом|затем|дальше|далее|последние|(?:за)?канчивается на|кончается на|"
    r"пробел|тире|дефис|ч[её]рточка|точка|ещ[её])(?:\s+(?:последние|ещ[её]|идут|ид[её]т))?[\s:]{1,3}(?=\d)",
)


GAP = r"[\s.,;:_()|/–—‑-]{0,3}"  # whatever people put between the digits of one number
_NUMBER = re.compile(rf"\d(?:{GAP}\d)*")


@dataclass(frozen=True, slots=True)
class Reading:
    """Words read aright, in small letters; `starts` and `ends` are the places of every sign in the message."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the reading stands in the message."""
        return self.starts[start], self.ends[end - 1]

    @property
    def longest_number(self) -> int:
        """How many digits stand together at most."""
        return max((sum(map(str.isdecimal, number)) for number in _NUMBER.findall(self.text)), default=0)


def read(message: str) -> Reading:
    """The reading of a message."""
    reading = Reading(_small(message), range(len(message)), range(1, len(message) + 1))
    if _ANY_DIGIT.search(message) and not _OWN_LINE.search(reading.text):
        reading = _rewritten(reading, _OPEN, lambda _: _OPEN_SIGN)
    if _ANY_LATIN.search(reading.text):
        reading = _in_russian(reading)
    reading = _rewritten(reading, _CYRILLIC, lambda found: _SLIPS.get(found[0]))
    if _ANY_VALUE.search(reading.text):
        reading = _rewritten(reading, _IN_WORDS, lambda found: _figures(found[0]))
    if _ANY_DIGIT.search(reading.text):
        reading = _rewritten(reading, _KEYCAPS, lambda _: "")
        reading = _rewritten(reading, _ALMOST_DIGITS, lambda found: found[0].translate(_LETTERS_FOR_DIGITS))
        reading = _rewritten(reading, _DICTATED, lambda _: " ")
    return reading


def _small(message: str) -> str:
    """In small letters, sign for sign: «İ» has two of them."""
    small = message.lower()
    if len(small) == len(message):
        return small
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in message)


def _in_russian(reading: Reading) -> Reading:
    """Known words alone; all of them where the whole message is written so."""
    words = _rewritten(reading, _LATIN, _known_word)
    if words is reading or _ANY_CYRILLIC.search(reading.text):
        return words
    keys = any(from_latin_keys(word).startswith(_STEMS) for word in _LATIN.findall(reading.text))
    other = from_latin_keys if keys else from_transliteration
    return _rewritten(words, _LATIN, lambda found: None if found[0] in _KEPT else other(found[0]))


def _rewritten(reading: Reading, pattern: Pattern[str], meant: Callable[[Match[str]], str | None]) -> Reading:
    """Each find replaced by what is meant, if that is something else; its signs keep the place of the whole."""
    found = [
        (match.span(), new) for match in pattern.finditer(reading.text) if (new := meant(match)) not in {None, match[0]}
    ]
    if not found:
        return reading
    pieces, starts, ends, done = list[str](), list[int](), list[int](), 0
    for (start, end), new in found:
        pieces += (reading.text[done:start], new or "")
        starts += [*reading.starts[done:start], *[reading.starts[start]] * len(new or "")]
        ends += [*reading.ends[done:start], *[reading.ends[end - 1]] * len(new or "")]
        done = end
    rest = slice(done, len(reading.text))
    return Reading(
        "".join((*pieces, reading.text[rest])), [*starts, *reading.starts[rest]], [*ends, *reading.ends[rest]]
    )


def _known_word(found: Match[str]) -> str | None:
    return _russian(found[0]) if len(found[0]) <= 20 else None


@lru_cache(maxsize=1024)
def _russian(word: str) -> str | None:
    """A word on the wrong keys, in Latin letters or in letters that look alike, where it is one of ours."""
    if word in _KEPT:
        return None
    readings = (word.translate(_LOOKALIKES), from_latin_keys(word), from_transliteration(word))
    return next((one for one in readings if one.startswith(_STEMS)), None)


def _slips(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    swapped = {head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1}
    dropped = {head + tail[1:] for head, tail in cuts if tail}
    doubled = {head + tail[0] + tail for head, tail in cuts if tail}
    wrong = {head + letter + tail[1:] for head, tail in cuts if tail for letter in _LETTERS}
    return swapped | dropped | doubled | wrong


# «снисл», «пароьл»: one letter wrong, missing, doubled, or two in each other's place.
_SLIPS = {slip: word for word in _MISSPELT for slip in _slips(word)}


def _figures(words: str) -> str:
    """«сто двадцать три сорок» → «123 40»."""
    groups: list[list[int]] = []
    for value in (_VALUES[word] for word in re.findall(r"\w+", words)):
        if groups and _goes_on(groups[-1][-1], value):
            groups[-1].append(value)
        else:
            groups.append([value])
    return " ".join(str(sum(group)) for group in groups)


def _goes_on(before: int, value: int) -> bool:
    """Whether a word belongs to the number before it: tens to hundreds, ones to tens."""
    return 0 < value < (100 if before >= 100 else 10 if before >= 20 else 0)
