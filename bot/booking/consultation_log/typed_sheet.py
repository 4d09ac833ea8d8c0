"""The paper sheet of a day, typed in one message: «лист за 3 декабря: 7, паспорт 2, пароль 3»."""

import re
from dataclasses import dataclass
from datetime import date

from bot.booking.consultation_log.said_day import day_of_help
from bot.russian.normalize import fold

_SHEET = re.compile(
    r"^(?:(?:внеси|внесите|запиши|запишите|занеси|вот)\s+)?(?:лист|листок)\b\s*(?:за\s+)?(.*)$", re.DOTALL
)
_LAST_NUMBER = re.compile(r"^(\d{1,2} [а-я]+|вчера|сегодня|\d{1,2}\.\d{1,2}) \d+\s*,")
_ANY_DAY = date(2000, 1, 1)
_COUNTED = re.compile(r"[0-9]|\b(?:один|одна|два|две|двое|три|трое|четыр|четвер|пят|шест|сем|восем|девят|десят)")


@dataclass(frozen=True, slots=True)
class TypedSheet:
    """The day as it was said, None where it is none, and the words about the people."""

    day: date | None
    said_day: str
    people: str


def is_sheet(text: str) -> bool:
    """Whether the words are the sheet of a day, whatever the day."""
    return read_sheet(text, _ANY_DAY) is not None


def read_sheet(text: str, today: date) -> TypedSheet | None:
    """The sheet that the words give; None where they are no sheet. A day said without a year is the last such day."""
    found = _SHEET.match(fold(text).strip())
    if found is None:
        return None
    said_day, people = _parts(found[1])
    if not _COUNTED.search(people):
        return None
    if not said_day.strip():
        return TypedSheet(today, "", people.strip())
    return TypedSheet(day_of_help(said_day, today), said_day.strip(), people.strip())


def _parts(words: str) -> tuple[str, str]:
    """The day and the people; without a colon the number before the first comma begins the people."""
    said_day, colon, people = words.partition(":")
    if colon:
        return said_day, people
    head = _LAST_NUMBER.match(words)
    return (head[1], words[head.end(1) :]) if head else (words, "")
