"""Cuts typed text into tokens: each word is of exactly one kind, an unknown one too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.russian.keyboard_layout import from_latin_keys
from bot.russian.spelling import evened
from bot.russian.time.grammar.around import ANYTHING, Around
from bot.russian.time.grammar.numerals import ROMAN, TENS
from bot.russian.time.grammar.token_readers import READERS, UNKNOWN, size
from bot.russian.time.grammar.vocabulary import ABBREVIATED, KINDS, MONTH_WORD, work_spelt_right

_ENDINGS = "ого|его|ому|ему|ый|ий|ой|ая|ое|ую|го|му|ья|ье|ю|я|й|е"
_TOKEN = re.compile(
    rf"""
      (?P<iso>(?:19|20)[0-9]{{2}}-[0-9]{{1,2}}-[0-9]{{1,2}})(?![0-9])
    | (?P<yearmonth>(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[./](?:19|20)[0-9]{{2}})(?![0-9])
    | (?P<date>[0-9]{{1,2}}(?P<sep>[./])[0-9]{{1,2}}(?P=sep)(?:[0-9]{{4}}|[0-9]{{2}}))(?![0-9])
    | (?P<ordinal>[0-9]{{1,3}}(?:\s?-\s?|(?=[а-я]))(?:{_ENDINGS})|[0-9]{{1,3}}\s(?:ого|го))(?![а-я])
    | (?P<year>(?:19|20)[0-9]{{2}}-?(?:й|го|м|ый|ого|ом))(?![а-я])
    | (?P<counted>[0-9]{{1,2}}-?(?:ти|ми|х))(?![а-я])
    | (?P<clock>[0-9]{{1,3}}:[0-9]{{1,2}})(?![0-9])
    | (?P<until>(?<=до\s)(?:[01]?[0-9]|2[0-4])-[0-5][0-9])(?![0-9]|[.:][0-9]|\s*(?:{MONTH_WORD}))
    | (?P<dashed>(?:[01]?[0-9]|2[0-4])-(?:00|[3-5][0-9]))(?![0-9]|[.:][0-9]|\s*(?:{MONTH_WORD}))
    | (?P<dot>[0-9]{{1,2}}[./][0-9]{{1,2}})(?![0-9])
    | (?P<number>[0-9]+)
    | (?P<word>[а-я]+)
    | (?P<latin>[a-z]+)
    | (?P<sign>\n|\S)
    """,
    re.VERBOSE,
)
_ISO_MOMENT = re.compile(r"(?<=-[0-9][0-9])[tт](?=[0-9])")
_DOTTED_RANGE = re.compile(r"(?<=[0-9])\s*(?:\.{2,}|…)\s*(?=[0-9])")  # «2026-11-01..2026-11-15»
_HALF = re.compile(
    r"\bпол-?(?=(?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)[а-я]*го\b)"
)
_WORKING = re.compile(r"\b[рз][а-я]{5,10}\b")
_DAYS_IN_ONE = re.compile(r"\b(пн|вт|ср|чт|пт|сб)(вт|ср|чт|пт|сб|вс)\b")  # «пнпт 9-18»
_LAST_DAY = 31
# A slip in these is not seen in the days and hours that are shown before anything is done, or means the contrary.
_UNSEEN = frozenset(
    ("NOT", "CANNOT", "EXCEPT", "ONLY", "OR", "BUT", "BEFORE", "AFTER", "BETWEEN", "INSTEAD", "EARLIER", "LATER")
)
_REMEMBERED = 32  # texts; one is read for several uses, and piece by piece


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its kind; the value is a number, a minute count, or a date as 20261231, by the kind."""

    kind: str
    value: int
    text: str
    at: int
    guessed: bool = False  # read with a letter mended


def tokens_of(text: str, around: Around = ANYTHING) -> list[Token]:
    """The tokens; words that mean nothing for a time are left out."""
    return list(_tokens(text, around))


def unseen_slips(tokens: Sequence[Token]) -> list[str]:
    """The words read with a letter mended that a preview would not show: those are asked about."""
    return [token.text for token in tokens if token.guessed and token.kind in _UNSEEN]


@lru_cache(_REMEMBERED)
def _tokens(text: str, around: Around) -> tuple[Token, ...]:
    words = _numbered(list(_cut(_prepared(text, around), around)))
    return tuple(Token(kind, value, said, at, guessed) for at, (kind, value, said, guessed) in enumerate(words))


def _prepared(text: str, around: Around) -> str:
    folded = evened(text).strip()
    if not re.search("[а-я]", folded) and _is_on_latin_keys(folded):
        folded = re.sub("(?<=[0-9])ж(?=[0-9])", ":", evened(from_latin_keys(folded)))
    folded = _DOTTED_RANGE.sub(" - ", _ISO_MOMENT.sub(" ", folded))
    folded = _WORKING.sub(lambda word: work_spelt_right(word[0]), folded)
    folded = _DAYS_IN_ONE.sub(r"\1-\2", folded)
    return _HALF.sub("пол ", around.phrases.read_in(folded))


def _is_on_latin_keys(folded: str) -> bool:
    """Of short words each must be one of time: «dn-gn 10-18»."""
    words = {from_latin_keys(word) for word in re.findall("[a-z]+", folded) if word not in ROMAN}
    return any(len(word) > 2 for word in words) or bool(words and words <= KINDS.keys())


_Cut = tuple[str, int, str, bool]


def _cut(folded: str, around: Around) -> Iterator[_Cut]:
    rest, is_negated = 0, False
    for match in _TOKEN.finditer(folded):
        if match.start() < rest:  # the full stop of an abbreviation
            continue
        said = match[0]
        read = READERS[match.lastgroup or "sign"](said) if said not in around else None
        if read is None and is_negated and said in around:
            read = UNKNOWN, 0, False  # «не приду завтра» names a day, and means the contrary
        if read is None:
            continue
        is_negated = read[0] == "NOT"
        yield (*read[:2], said, read[2])
        is_short = said in ABBREVIATED and folded[match.end() : match.end() + 1] == "."
        rest = match.end() + is_short


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
    is_word = second.isalpha()
    if said in TENS and kind in {"N9", "ORDW"} and is_word and 1 <= unit <= 9:
        number = TENS[said] + unit
        if kind == "ORDW":
            return ("ORDW", number) if number <= _LAST_DAY else None  # «шестнадцать тридцать девятое декабря»
        return size(number), number
    if said in {"ноль", "нуля"} and kind == "N9" and second.isalpha():
        return "N0", unit
    return None
