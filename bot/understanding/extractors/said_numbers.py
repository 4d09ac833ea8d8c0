"""Minutes, lines of a list and heads that are counted, in figures or in words."""

import re

from bot.understanding.extractors.evidence import Evidence
from bot.understanding.turns import Turns

_MINUTES = re.compile(r"([0-9]{1,3})\s*(?:-?ти)?\s*(?:мин|м\b)")
_HALF_HOUR = re.compile(r"пол ?-?часа|полчас\w*")
_HOUR = re.compile(r"\b(?:на|через|с) (?:час(?:ик|ок)?)\b|\bчасок|\bчасик")
_SAID_MINUTES = {"пять": 5, "десят": 10, "пятнадцат": 15, "двадцат": 20, "тридцат": 30, "сорок": 40, "пять минут": 5}
_NTH = (
    *(("перв", 1), ("втор(?!ник)", 2), ("трет", 3), ("четверт", 4)),
    *(("пят(?:ый|ая|ое|ую|ой)\\b", 5), ("шест(?:ой|ая|ое|ую)\\b", 6)),
    *(("один\\b|одну\\b", 1), ("дв[ае]\\b", 2), ("три\\b", 3), ("четыре\\b", 4), ("пять\\b", 5), ("шесть\\b", 6)),
    *(("семь\\b", 7), ("восемь\\b", 8), ("девять\\b", 9), ("десять\\b", 10)),
)
_PEOPLE = (
    (r"двое|двух|дв[ае]\b|пара\b|пару\b", 2),
    (r"трое|трех|три\b", 3),
    (r"четверо|четыр", 4),
    (r"пятеро|пять", 5),
)
_MOST = 100  # lines or heads


def minutes_in(folded: str) -> int | None:
    """How many minutes are named; half an hour and an hour are."""
    if found := _MINUTES.search(folded):
        return int(found[1])
    if _HALF_HOUR.search(folded):
        return 30
    if "мин" in folded:
        return next((count for word, count in _SAID_MINUTES.items() if word in folded), None)
    return 60 if _HOUR.search(folded) else None


def nth(evidence: Evidence, turns: Turns) -> int | None:
    """The number of a line: «первую», «номер 3», «последнее» of those that are shown."""
    folded, count = evidence.folded, len(turns.options)
    if count and re.search(r"\bпоследн", folded):
        return count
    if count and re.search(r"\bсредн|посередин", folded):
        return (count + 1) // 2
    found = next((number for word, number in _NTH if re.search(rf"\b(?:{word})", folded)), None)
    return found or next((number for number in evidence.numbers if 0 < number < _MOST), None)


def heads_in(evidence: Evidence) -> int:
    """How many people are spoken of; one where nothing is said."""
    words = next((count for word, count in _PEOPLE if re.search(rf"\b(?:{word})", evidence.folded)), 1)
    return next((number for number in evidence.numbers if 0 < number < _MOST), words)
