"""A period as people type it: «март 2026», «с 1 по 15 ноября», «01.01.2026 – 24.11.2026», «2025 год»."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from bot.russian.spelling import evened
from bot.stats.period import DAY, Period

_LONGEST = 100  # characters
_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма[йяе]", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр"
)  # fmt: skip
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[а-я]{{0,2}}"
_SAID = re.compile(
    rf"(?P<iso>20[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}})|(?:(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})(?:\.(?P<year>20[0-9]{{2}}))?"
    rf"|(?:(?P<before>[0-9]{{1,2}})\s+)?{_NAME}(?:\s+(?P<of>20[0-9]{{2}}))?|(?P<alone>20[0-9]{{2}})|(?P<bare>[0-9]{{1,2}}))(?![0-9])"
)
_FILLERS = re.compile(r"^(?:\s|[-,.]|с|со|по|до|за|от|год|года|году|г|г\.|включительно|период|дни)*$")
_BOUNDS = frozenset({"с", "со", "от", "по", "до", "-"})  # of one end alone they would be lost


class UnclearPeriodError(ValueError):
    """The words name no days."""


class BackwardsPeriodError(ValueError):
    """The first day comes after the last."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"{first} after {last}")
        self.first = first
        self.last = last


@dataclass(frozen=True, slots=True)
class _Said:
    """One end of a period; what was not said is None."""

    day: int | None
    month: int | None
    year: int | None

    def period(self, year: int) -> Period:
        year = self.year or year
        if self.month is None:
            return Period(date(year, 1, 1), date(year, 12, 31))
        first = date(year, self.month, self.day or 1)
        return Period(first, first if self.day else date(year, self.month, monthrange(year, self.month)[1]))


def typed_period(text: str, today: date) -> Period:
    """Without a year the nearest one that has begun. Raises UnclearPeriodError, BackwardsPeriodError."""
    if len(text) > _LONGEST:
        raise UnclearPeriodError
    folded = " ".join(evened(text).split())
    if folded in {"сегодня", "вчера"}:
        day = today if folded == "сегодня" else today - DAY
        return Period(day, day)
    try:
        return _joined(_ends(folded), today)
    except BackwardsPeriodError:
        raise
    except ValueError as error:
        raise UnclearPeriodError from error


def names_days(text: str) -> bool:
    """Whether the words, and all of them, name a period."""
    try:
        typed_period(text, date.max.replace(year=2099))
    except BackwardsPeriodError:
        return True
    except UnclearPeriodError:
        return False
    return True


def _ends(folded: str) -> list[_Said]:
    """One or two ends; a bare day takes the month of what follows: «с 1 по 15 марта»."""
    rest = _SAID.sub(" ", folded).replace("-", " - ").split()
    said = [_read(match) for match in _SAID.finditer(folded)]
    if not 1 <= len(said) <= 2 or not all(_FILLERS.match(word) for word in rest):
        raise ValueError(folded)
    if len(said) == 1 and _BOUNDS.intersection(rest):  # «с 1 ноября», «до 15 ноября»: the other end was not said
        raise ValueError(folded)
    if len(said) == 2 and any("," in word for word in rest):  # «март, май» are two months and no stretch
        raise ValueError(folded)
    if said[0].month is None and said[0].day is not None:
        said[0] = replace(said[0], month=said[-1].month, year=said[-1].year)
    if any(one.day is not None and one.month is None for one in said):
        raise ValueError(folded)
    return said


def _read(match: re.Match[str]) -> _Said:
    if match["iso"]:
        day = date.fromisoformat(match["iso"])
        return _Said(day.day, day.month, day.year)
    if match["name"]:
        month = next(number for number, stem in enumerate(_MONTHS, 1) if re.match(stem, match["name"]))
        return _Said(_number(match["before"]), month, _number(match["of"]))
    return _Said(
        _number(match["day"] or match["bare"]), _number(match["month"]), _number(match["year"] or match["alone"])
    )


def _joined(ends: list[_Said], today: date) -> Period:
    last = ends[-1].period(today.year)
    if ends[-1].year is None and last.first > today:
        last = ends[-1].period(today.year - 1)
    first = ends[0].period(last.last.year)
    # Days of one month that run backwards are a slip; «с декабря по март» begins in the year before.
    if ends[0].year is None and first.first > last.last and ends[0].month != ends[-1].month:
        first = ends[0].period(last.last.year - 1)
    if first.first > last.last:
        raise BackwardsPeriodError(first.first, last.last)
    return Period(first.first, last.last)


def _number(text: str | None) -> int | None:
    return int(text) if text else None
