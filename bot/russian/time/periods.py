"""Periods of reports: «4 квартал», «за 9 месяцев», «прошлый месяц», «с начала года», «март», «с 1 по 15 ноября»."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from bot.russian.time.calendar import Calendar, made, months_later, whole_month
from bot.russian.time.days import UNITS, day_of, named_day, settled, year_of
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.ranges import edge_days, range_of
from bot.russian.time.reading import read_by, words_of
from bot.russian.time.stretches import season_of, stretch_of
from bot.russian.time.values import DAY, Stretch

_SILENT = frozenset(("период", "отчет", "статистика", "статистику", "цифры", "покажи", "покажите"))
_REPORTED = frozenset((6, 9))  # months; «за 3 месяца» may be the first or the last three
_WEEK = 7


def read_period(text: str, today: date) -> Stretch | Unsure:
    """The days that are meant, up to the end of what was named. Looks back: «декабрь» said in May is of last year."""
    tokens = words_of(text, _SILENT)
    if guessed := [token.text for token in tokens if token.guessed]:
        return Unsure(Doubt.UNREAD, " ".join(token.text for token in tokens if not token.guessed), guessed[0])
    return read_by("period", tokens, lambda phrase: _period(phrase, Calendar(today, looks_back=True)))


def _period(phrase: Phrase, calendar: Calendar) -> Stretch:
    said = phrase.parts()[0]
    found = _RESOLVERS[said.name](said, calendar)
    whole = made(found.last.year, 1, 1)
    return Stretch(min(found.first, whole), found.last) if phrase.has("GROWING") else found


def _quarter(said: Phrase, calendar: Calendar) -> Stretch:
    return _part_of_year(said, calendar, 3)


def _half(said: Phrase, calendar: Calendar) -> Stretch:
    return _part_of_year(said, calendar, 6)


def _part_of_year(said: Phrase, calendar: Calendar, months: int) -> Stretch:
    """The nth part of a year; without a number this one so far, or the one before."""
    today = calendar.today
    said.has("QUARTER", "HALFYEAR")
    if said.has("QUARTERG", "HALFYEARG") and said.numbers():
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())  # «за два квартала»: these two or the second one
    number = next(iter(said.numbers()), None) or said.value("ORD", "ORDW")
    if number is not None:
        if number > 12 // months:
            raise TimeDoubtError(Doubt.NO_SUCH_DATE)
        month, year = (number - 1) * months + 1, _year_said(said, today)
        if year is None:
            year = today.year - (month > today.month)
        return _months(made(year, month, 1), months)
    this = today.replace(month=(today.month - 1) // months * months + 1, day=1)
    if said.has("PREV"):
        return _months(months_later(this, -months), months)
    said.has("THIS")
    return Stretch(this, today)


def _months(first: date, months: int) -> Stretch:
    return Stretch(first, months_later(first, months) - DAY)


def _first_months(said: Phrase, calendar: Calendar) -> Stretch:
    said.has("MONTHW")
    count, today = said.numbers()[0], calendar.today
    year = _year_said(said, today)
    explicit = said.has("FIRSTN") or year is not None
    days = _months(made(year or today.year, 1, 1), count) if 1 <= count <= 12 else None
    if days is None or (count not in _REPORTED and not explicit) or (year is None and days.last > today):
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return days


def _last_units(said: Phrase, calendar: Calendar) -> Stretch:
    count = next(iter(said.numbers()), 1)
    said.has("LAST")
    unit = said.tokens(*UNITS)[0].kind
    if not 1 <= count <= 400:
        raise TimeDoubtError(Doubt.TOO_FAR)
    if unit in {"DAY", "DAYG", "WEEK", "WEEKA"}:
        size = _WEEK if unit in {"WEEK", "WEEKA"} else 1
        return Stretch(calendar.today - (count * size - 1) * DAY, calendar.today)
    return Stretch(months_later(calendar.today, -count * (12 if unit == "YEARW" else 1)) + DAY, calendar.today)


def _year_said(said: Phrase, today: date) -> int | None:
    """The year that was named: «2025 года», «прошлого года»."""
    if said.has("PREV"):
        return today.year - 1
    return today.year if said.has("THIS") else year_of(said)


def _named(said: Phrase, calendar: Calendar) -> Stretch:
    today, is_past, is_this = calendar.today, said.has("PREV"), said.has("THIS")
    year = year_of(said)
    if (season := said.value("SEASON")) is not None:
        return season_of(season, today.year - 1 if is_past else today.year if is_this else year, calendar)
    if (month := said.value("MONTH")) is not None:
        return whole_month(today.year - 1, month)
    if year is not None:
        return Stretch(made(year, 1, 1), made(year, 12, 31))
    if said.has("WEEK", "WEEKA"):
        monday = calendar.monday - _WEEK * is_past * DAY
        if not (is_past or is_this):
            return Stretch(today - (_WEEK - 1) * DAY, today)
        return Stretch(monday, min(monday + (_WEEK - 1) * DAY, today))
    months = 1 if said.has("MONTHW") else 12
    if said.has("YEARW") and not (is_past or is_this):
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())  # this one, the last one or twelve months
    first = today.replace(day=1) if months == 1 else made(today.year, 1, 1)
    return _months(months_later(first, -months), months) if is_past else Stretch(first, today)


def _so_far(said: Phrase, calendar: Calendar) -> Stretch:
    today = calendar.today
    said.has("BEGIN")
    if (rel := said.part("rel")) and rel.value("REL") != 0:
        raise TimeDoubtError(Doubt.UNREAD, rel.words())
    if edge := said.part("edge"):
        first = edge_days(edge, calendar).first
    elif (month := said.value("MONTHG", "MONTHA")) is not None:
        first = calendar.month(month, year_of(said)).first
    elif year := year_of(said):
        first = made(year, 1, 1)
    else:
        units = {"WEEK": calendar.monday, "MONTHW": today.replace(day=1), "YEARW": made(today.year, 1, 1)}
        units["QUARTERG"] = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        first = units[said.tokens(*units)[0].kind]
    return Stretch(first, max(first, today))


def _day(said: Phrase, calendar: Calendar) -> Stretch:
    part = day_of(said)
    named = named_day(part, calendar.today) if part else calendar.today
    return Stretch.of(settled(named, calendar))


def _neighbours(said: Phrase, calendar: Calendar) -> Stretch:
    """Two days that touch, as one period: «вчера и сегодня»."""
    days = sorted(calendar.today + (part.value("REL") or 0) * DAY for part in said.parts("rel"))
    if days[1] - days[0] != DAY:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=tuple(days))
    return Stretch(days[0], days[1])


def _range(said: Phrase, calendar: Calendar) -> Stretch:
    found = range_of(said, calendar)
    if found.since or found.until:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    return found.days


def _in_months(said: Phrase, calendar: Calendar) -> Stretch:
    """One month, or neighbours: «июнь, июль и август»."""
    if single := said.part("month"):
        return calendar.month(single.value("MONTH", "MONTHG", "MONTHA") or 0, year_of(single))
    numbers = [token.value for token in said.tokens("MONTH", "MONTHA")]
    if said.has("OR") or any(after != before % 12 + 1 for before, after in pairwise(numbers)):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    last = calendar.month(numbers[-1], year_of(said))
    return Stretch(months_later(last.first, 1 - len(numbers)), last.last)


def _years(said: Phrase, _: Calendar) -> Stretch:
    first, last = (part.value("YEAR") or 0 for part in said.parts("year"))
    return _ordered(made(first, 1, 1), made(last, 12, 31))


def _dates(said: Phrase, _: Calendar) -> Stretch:
    first, last = (token.value for token in said.tokens("DATE"))
    return _ordered(*(made(day // 10_000, day // 100 % 100, day % 100) for day in (first, last)))


def _ordered(first: date, last: date) -> Stretch:
    if first > last:
        raise TimeDoubtError(Doubt.ORDER, days=(first, last))
    return Stretch(first, last)


_RESOLVERS: dict[str, Callable[[Phrase, Calendar], Stretch]] = {
    "quarter": _quarter,
    "half": _half,
    "firstmonths": _first_months,
    "lastunits": _last_units,
    "pnamed": _named,
    "phalf": stretch_of,
    "sofar": _so_far,
    "pday": _day,
    "pdaylist": _neighbours,
    "daterange": _range,
    "pmonths": _in_months,
    "pyears": _years,
    "pdates": _dates,
}
