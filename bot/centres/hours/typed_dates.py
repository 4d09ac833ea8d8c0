"""The last day of an announcement as people type it: «до 31 декабря», «по 15.01.2027 включительно»."""

import re
from datetime import date

from bot.russian.calendar_words import month_number

_UNTIL = re.compile(
    r"\b(?:до|по)\s+(?P<day>[0-9]{1,2})(?:\s+(?P<name>[а-я]{3,8})|\.(?P<number>[0-9]{1,2}))\b"
    r"(?:[.\s]\s*(?P<year>20[0-9]{2}))?(?:\s*(?:года|г\.?))?(?:\s+включительно)?",
    re.IGNORECASE,
)
# «с 5 до 10 декабря»: without its end the beginning would hang in the air.
_BEGINNING = re.compile(r"\bс(?:о)?\s+[0-9]{1,2}(?:[.\s][0-9а-я]+)?\s*$", re.IGNORECASE)


class NoSuchDateError(ValueError):
    """31 February, or a day that has passed."""


def until(line: str, today: date) -> tuple[str, date | None]:
    """The words without the last day where it stands at their end, and that day. Raises NoSuchDateError."""
    found = [(match, month) for match in _UNTIL.finditer(line) if (month := _month(match)) is not None]
    if not found:
        return line, None
    match, month = found[-1]
    last = _day(int(match["day"]), month, match["year"], today)
    before, after = line[: match.start()].rstrip(" ,;:("), line[match.end() :].strip(" .!)")
    return (line if after or _BEGINNING.search(before) else before), last


def without_last_day(line: str) -> str:
    """The words without every «до 31 декабря»."""
    return _UNTIL.sub("", line)


def _month(match: re.Match[str]) -> int | None:
    if match["number"]:
        return int(match["number"])
    return month_number(match["name"].casefold())


def _day(day: int, month: int, year: str | None, today: date) -> date:
    years = [int(year)] if year else [today.year, today.year + 1]
    for one in years:
        try:
            found = date(one, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise NoSuchDateError
