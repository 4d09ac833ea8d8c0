"""Consultation hours as a librarian types them: «вт, чт 11–17, обед 13–14, 2 места, по 30 минут, запись за 2 часа»."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.centres.centre import Consultations
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.typed_hours import read_hours
from bot.russian.normalize import fold


class Limit(NamedTuple):
    """The smallest and the largest value of a number of the consultations."""

    name: str
    least: int
    most: int


LIMITS = (  # as the file of centres has them
    Limit("desks", 1, 50),
    Limit("minutes", 5, 240),
    Limit("notice_hours", 0, 720),
    Limit("horizon_days", 1, 365),
)
USUAL = {"desks": 1, "minutes": 30, "notice_hours": 2, "horizon_days": 30}


@dataclass
class UnclearNumberError(ValueError):
    """A number of the consultations that is out of its limits."""

    limit: Limit


_WORDS = {
    "один": 1, "одно": 1, "одна": 1, "одному": 1, "одной": 1, "два": 2, "две": 2, "двое": 2, "три": 3, "трое": 3,
    "четыре": 4, "пять": 5, "шесть": 6,
}  # fmt: skip
_N = rf"([0-9]{{1,5}}|{'|'.join(_WORDS)})\b"
_HOURS = {"час": 1, "ч": 1, "сут": 24, "ден": 24, "дн": 24, "недел": 168}
_DAYS = {"ден": 1, "дн": 1, "недел": 7, "месяц": 30, "год": 365}
_ONCE = r"(?: (?:сразу|одновременно))?"


def _number(word: str | None) -> int:
    return _WORDS.get(word, 0) or int(word) if word else 1


def _times(units: Mapping[str, int], match: re.Match[str]) -> int:
    unit = next(size for stem, size in units.items() if match[2].startswith(stem))
    return _number(match[1]) * unit


# Each with what it says; the hours themselves are what is left.
_OPTIONS: tuple[tuple[str, str, Callable[[re.Match[str]], int]], ...] = (
    ("desks", rf"{_N} (?:мест\w*|окн\w*|окош\w*|стол\w*|человек\w*|библиотекар\w*){_ONCE}", lambda m: _number(m[1])),
    ("desks", rf"по ({'|'.join(_WORDS)})\b(?: человек\w*)?(?! ?(?:мин|час))", lambda m: _number(m[1])),
    ("minutes", rf"(?:по |каждые )?{_N} ?мин(?:ут\w*)?\b\.?", lambda m: _number(m[1])),
    ("minutes", r"(?:по |каждые )(полчаса|получасу)", lambda _: 30),
    ("minutes", r"(?:по |каждый )(часу|час)\b", lambda _: 60),
    (
        "notice_hours",
        rf"за (?:{_N} ?)?(час\w*|ч\b\.?|сут\w*|день|дня|дней|недел\w*)(?: до (?:начала|при[её]ма))?",
        lambda m: _times(_HOURS, m),
    ),
    (
        "horizon_days",
        rf"на (?:{_N} ?)?(день|дня|дней|недел\w*|месяц\w*|год)(?: вперед)?",
        lambda m: _times(_DAYS, m),
    ),
)
_SOME_DAY = datetime(2027, 1, 1)  # noqa: DTZ001 - its zone is that of the timetable
_SILENT = re.compile(r"\b(?:часы )?(?:запис[ьи]|консультаци\w+|прием\w*|принимаем)\b(?: ?[:—–-](?= ))?:?|\bвперед\b")


def read_consultations(
    text: str, zone: ZoneInfo, current: Consultations | None = None, *, shown: bool = True
) -> Consultations:
    """The hours with their numbers; what is not said stays as it is now, or is as usual.

    `shown`: a preview follows that names the words passed over; without one every word must be understood.

    Raises UnclearHoursError, UnclearNumberError.
    """
    numbers, hours = numbers_and_hours(text)
    for limit in LIMITS:
        if not limit.least <= numbers.get(limit.name, limit.least) <= limit.most:
            raise UnclearNumberError(limit)
    if numbers and not hours and current:
        table = current.hours
    else:
        table = read_hours(hours, zone, current.hours if current else None, shown=shown)
    if table.is_around_the_clock:  # nobody consults at night
        raise UnclearHoursError(HoursDoubt.AROUND_THE_CLOCK)
    if not table.next_opening(_SOME_DAY.replace(tzinfo=zone)):
        raise UnclearHoursError(HoursDoubt.BY_APPOINTMENT)
    return Consultations(table, **((_numbers(current) if current else USUAL) | numbers))


def numbers_and_hours(text: str) -> tuple[dict[str, int], str]:
    """The numbers by their names, and the rest of the words: of the hours."""
    rest, numbers = fold(text), dict[str, int]()
    for name, pattern, value in _OPTIONS:
        if name not in numbers and (match := re.search(rf"(?<!\w){pattern}", rest)):
            numbers[name] = value(match)
            rest = f"{rest[: match.start()]},{rest[match.end() :]}"
    return numbers, re.sub(r"\s*,[\s,]*", ", ", _SILENT.sub(" ", rest)).strip(" ,.;\n")


def _numbers(current: Consultations) -> dict[str, int]:
    return {limit.name: getattr(current, limit.name) for limit in LIMITS}
