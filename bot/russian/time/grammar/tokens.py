"""Cuts typed text into tokens: each word is of exactly one kind, an unknown one too."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.russian.keyboard_layout import from_latin_keys
from bot.russian.spelling import evened
from bot.russian.time.grammar.numerals import CARDINALS, ORDINALS, ROMAN, TENS
from bot.russian.time.grammar.vocabulary import ABBREVIATED, KINDS, MONTH_WORD, NOISE_PHRASES, mended

UNKNOWN = "UNKNOWN"

_ENDINGS = "ого|его|ому|ему|ый|ий|ой|ая|ое|ую|го|му|ья|ье|ю|я|й|е"
_TOKEN = re.compile(
    rf"""
      (?P<iso>(?:19|20)[0-9]{{2}}-[0-9]{{1,2}}-[0-9]{{1,2}})(?![0-9])
    | (?P<date>[0-9]{{1,2}}([./])[0-9]{{1,2}}\3(?:[0-9]{{4}}|[0-9]{{2}}))(?![0-9])
    | (?P<ordinal>[0-9]{{1,3}}(?:\s?-\s?|(?=[а-я]))(?:{_ENDINGS})|[0-9]{{1,3}}\s(?:ого|го))(?![а-я])
    | (?P<clock>[0-9]{{1,3}}:[0-9]{{1,2}})(?![0-9])
    | (?P<dashed>(?:[01]?[0-9]|2[0-4])-(?:00|[3-5][0-9]))(?![0-9]|[.:][0-9]|\s*(?:{MONTH_WORD}))
    | (?P<dot>[0-9]{{1,2}}[./][0-9]{{1,2}})(?![0-9])
    | (?P<number>[0-9]+)
    | (?P<word>[а-я]+)
    | (?P<latin>[a-z]+)
    | (?P<sign>\n|\S)
    """,
    re.VERBOSE,
)
_SIGNS = {",": "COMMA", ";": "SEMI", "\n": "SEMI", ".": "SEMI", ":": "COLON", "-": "DASH", "(": "COMMA", ")": "COMMA"}
_SILENT_SIGNS = frozenset("!?\"'«»…*•")
_PICTURES = frozenset({"So", "Sk", "Mn", "Me", "Cf"})  # kinds of characters that emoji are made of
_HALF = re.compile(
    r"\bпол-?(?=(?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)[а-я]*го\b)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its kind; the value is a number, a minute count, or a date as 20261231, by the kind."""

    kind: str
    value: int
    text: str
    at: int
    guessed: bool = False  # read with a letter mended


def tokens_of(text: str, silent: frozenset[str] = frozenset()) -> list[Token]:
    """The tokens; words of `silent` and courtesy mean nothing here and are left out."""
    words = _numbered(list(_cut(_prepared(text), silent)))
    return [Token(kind, value, said, at, guessed) for at, (kind, value, said, guessed) in enumerate(words)]


def _prepared(text: str) -> str:
    folded = evened(text).strip()
    if not re.search("[а-я]", folded) and _is_on_latin_keys(folded):
        folded = evened(from_latin_keys(folded))
    for phrase, instead in NOISE_PHRASES:
        folded = phrase.sub(instead, folded)
    return _HALF.sub("пол ", folded)


def _is_on_latin_keys(folded: str) -> bool:
    """Of short words each must be one of time: «dn-gn 10-18»."""
    words = {from_latin_keys(word) for word in re.findall("[a-z]+", folded) if word not in ROMAN}
    return any(len(word) > 2 for word in words) or bool(words and words <= KINDS.keys())


_Cut = tuple[str, int, str, bool]


def _cut(folded: str, silent: frozenset[str]) -> Iterator[_Cut]:
    rest = 0
    for match in _TOKEN.finditer(folded):
        if match.start() < rest:  # the full stop of an abbreviation
            continue
        said = match[0]
        read = _READERS[match.lastgroup or "sign"](said) if said not in silent else None
        if read is None:
            continue
        yield (*read[:2], said, read[2])
        is_short = said in ABBREVIATED and folded[match.end() : match.end() + 1] == "."
        rest = match.end() + is_short


_Read = tuple[str, int, bool] | None  # None for a word that means nothing


def _iso(said: str) -> _Read:
    year, month, day = map(int, said.split("-"))
    return "DATE", year * 10000 + month * 100 + day, False


def _date(said: str) -> _Read:
    day, month, year = map(int, re.split("[./]", said))
    return "DATE", (year if year > 99 else 2000 + year) * 10000 + month * 100 + day, False


def _ordinal(said: str) -> _Read:
    return "ORD", int(re.match("[0-9]+", said)[0]), False  # type: ignore[index]  # - the pattern begins with digits


def _clock(said: str) -> _Read:
    hour, minute = re.split("[:-]", said)
    return "CLOCK", _minutes(int(hour), int(minute), exact=len(hour) == 2 and hour[0] == "0"), False


def _minutes(hour: int, minute: int, *, exact: bool = False) -> int:
    """Hours and minutes as one number; 10,000 more where they are of the night for sure, «03:00»."""
    return hour * 100 + minute + 10_000 * exact


def _dot(said: str) -> _Read:
    first, second = re.split("[./]", said)
    one, two = int(first), int(second)
    is_date, is_clock = 1 <= one <= 31 and 1 <= two <= 12, one <= 24 and two < 60 and len(second) == 2
    if is_date and is_clock and "/" not in said:
        return "DOT", one * 100 + two, False
    return ("CLOCK" if is_clock and not is_date else "DOTD"), one * 100 + two, False


def _number(said: str) -> _Read:
    number = int(said[:6])
    if len(said) == 4 and said[:2] in {"19", "20"}:
        return "YEAR", number, False
    if len(said) == 4 and number % 100 < 60 and number < 2400:
        return "CLOCK", number, False
    return _size(number, padded=len(said) == 2 and said[0] == "0"), number, False


def _size(number: int, *, padded: bool = False) -> str:
    if padded:
        return "N0"
    return "N9" if number < 10 else "N59" if number < 60 else "NX"


def _word(said: str) -> _Read:
    if said in KINDS:
        kind, value = KINDS[said]
        return (kind, value, False) if kind else None
    if said in ORDINALS:
        return "ORDW", ORDINALS[said], False
    if said in CARDINALS:
        return _size(CARDINALS[said]), CARDINALS[said], False
    if meant := mended(said):
        return (*KINDS[meant], True)
    return UNKNOWN, 0, False


def _latin(said: str) -> _Read:
    return ("ORD", ROMAN[said], False) if said in ROMAN else (UNKNOWN, 0, False)


def _sign(said: str) -> _Read:
    if said in _SIGNS:
        return _SIGNS[said], 0, False
    silent = said in _SILENT_SIGNS or unicodedata.category(said) in _PICTURES
    return None if silent else (UNKNOWN, 0, False)


_READERS = {
    "iso": _iso,
    "date": _date,
    "ordinal": _ordinal,
    "clock": _clock,
    "dashed": _clock,
    "dot": _dot,
    "number": _number,
    "word": _word,
    "latin": _latin,
    "sign": _sign,
}


def _numbered(words: Sequence[_Cut]) -> Iterator[_Cut]:
    """Numerals of two words as one: «двадцать пять», «двадцать пятого», «ноль пять»."""
    at = 0
    while at < len(words):
        kind, value, said, guessed = words[at]
        following = words[at + 1] if at + 1 < len(words) else ("", 0, "", False)
        joined = _joined(said, following)
        if joined:
            yield (*joined, f"{said} {following[2]}", False)
            at += 2
        else:
            yield kind, value, said, guessed
            at += 1


def _joined(said: str, following: _Cut) -> tuple[str, int] | None:
    kind, unit, second, _ = following
    if said in TENS and kind in {"N9", "ORDW"} and second in {**CARDINALS, **ORDINALS} and 1 <= unit <= 9:
        number = TENS[said] + unit
        return ("ORDW" if kind == "ORDW" else _size(number)), number
    if said in {"ноль", "нуля"} and kind == "N9" and second in CARDINALS:
        return "N0", unit
    return None
