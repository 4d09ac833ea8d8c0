"""One period said in two ways: «II квартал 2026 г. (апрель – июнь)», «за осень, с сентября по ноябрь»."""

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.russian.spelling import evened
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.doubts import Unsure
from bot.russian.time.grammar.around import PERIOD
from bot.russian.time.grammar.tokens import tokens_of
from bot.russian.time.values import Stretch

_CUTS = (re.compile(r"[;:()]+(?!\d)"), re.compile(r"[,;:()]+(?!\d)"))
_MONTHS = re.compile(r"(?:за )?(\d+|два|три|четыре|пять|шесть|девять|десять|одиннадцать) месяц\w*")
_COUNTS = {"два": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "девять": 9, "десять": 10, "одиннадцать": 11}


def told_twice(text: str, read: Callable[[str], Noticed[Stretch]]) -> Noticed[Stretch] | None:
    """The period where all its parts that name a time mean the same one; else None."""
    return next((found for cut in _CUTS if (found := _same(_parts(text, cut), read))), None)


def _parts(text: str, cut: re.Pattern[str]) -> list[str]:
    """The parts, without those of words that mean nothing for a time: «отчётный период»."""
    return [part.strip(" .") for part in cut.split(evened(text)) if tokens_of(part.strip(" ."), PERIOD)]


def _same(parts: Sequence[str], read: Callable[[str], Noticed[Stretch]]) -> Noticed[Stretch] | None:
    first = read(parts[0]) if len(parts) > 1 else None
    if first is None or isinstance(first.meaning, Unsure):
        return None
    days = first.meaning
    is_same = all(
        _months(part) == _length(days) or days in {read(part).meaning, read(f"{part} {days.first.year} года").meaning}
        for part in parts[1:]
    )
    return first if is_same else None


def _months(part: str) -> int:
    """How many months are counted; 0 where none are."""
    found = _MONTHS.fullmatch(part)
    said = found[1] if found else "0"
    return _COUNTS.get(said) or int(said)


def _length(days: Stretch) -> int:
    """In months, where they are whole; else -1."""
    after = days.last + timedelta(days=1)
    whole = days.first.day == after.day == 1
    return (after.year - days.first.year) * 12 + after.month - days.first.month if whole else -1
