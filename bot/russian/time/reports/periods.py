"""Periods of reports: «4 квартал», «за 9 месяцев», «прошлый месяц», «с начала года», «март», «с 1 по 15 ноября»."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from bot.russian.time.beside.because import asks
from bot.russian.time.beside.chatter import beside_a_period, without_chatter
from bot.russian.time.days.calendar import Calendar, made, months_later, whole_month
from bot.russian.time.days.named_days import day_of, named_day, settled, year_of
from bot.russian.time.days.ranges import edge_days, range_of
from bot.russian.time.days.stretches import season_of, stretch_of
from bot.russian.time.doubts import Doubt, TimeDoubtError, Unsure
from bot.russian.time.grammar.around import PERIOD
from bot.russian.time.grammar.tokens import Token
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.reading import read_by, words_of
from bot.russian.time.reports.period_parts import (
    first_months_of,
    half_of,
    last_units_of,
    months_from,
    quarter_of,
    quarters_of,
    steps_back,
    year_said,
)
from bot.russian.time.values import DAY, Stretch

_WEEK = 7
_SHOWN_AS_DAYS = frozenset(("WD", "MONTHG", "MONTH"))  # a slip in them is seen at the head of the report


def read_period(text: str, today: date) -> Stretch | Unsure:
    """The days that are meant, up to the end of what was named. Looks back: «декабрь» said in May is of last year."""
    return _read(words_of(text, PERIOD), today)


def read_typed_period(text: str, today: date) -> Stretch | Unsure:
    """The same of what is typed where a period is asked for: words that carry no time stand beside it unnoticed."""
    read = read_period(text, today)
    if not isinstance(read, Unsure) or read.doubt not in {Doubt.UNREAD, Doubt.NOTHING}:
        return read
    tokens = words_of(text, PERIOD)
    kept = without_chatter(tokens, beside_a_period)
    beside = _read(kept, today) if len(kept) < len(tokens) and not asks(text) else read
    return read if isinstance(beside, Unsure) and beside.doubt in {Doubt.UNREAD, Doubt.NOTHING} else beside


def _read(tokens: list[Token], today: date) -> Stretch | Unsure:
    guessed = [token.text for token in tokens if token.guessed and token.kind not in _SHOWN_AS_DAYS]
    if guessed:
        return Unsure(Doubt.UNREAD, " ".join(token.text for token in tokens if not token.guessed), guessed[0])
    return read_by("period", tokens, lambda phrase: _period(phrase, Calendar(today, looks_back=True)))


def _period(phrase: Phrase, calendar: Calendar) -> Stretch:
    said = phrase.parts()[0]
    if deadline := phrase.part("deadline"):
        deadline.accept()
    found = _RESOLVERS[said.name](said, calendar)
    whole = made(found.last.year, 1, 1)
    return Stretch(min(found.first, whole), found.last) if phrase.has("GROWING") else found


def _named(said: Phrase, calendar: Calendar) -> Stretch:
    today, is_past, is_this = calendar.today, steps_back(said), said.has("THIS")
    year = year_of(said)
    if (season := said.value("SEASON")) is not None:
        said.has("MONTHW")
        return season_of(season, today.year - is_past if is_past else today.year if is_this else year, calendar)
    if (month := said.value("MONTH")) is not None:
        return whole_month(today.year - is_past, month)
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
    return months_from(months_later(first, -months * is_past), months) if is_past else Stretch(first, today)


def _weekend(said: Phrase, calendar: Calendar) -> Stretch:
    """The last Saturday and Sunday; on one of them, and «позапрошлые», they are a question. Raises TimeDoubtError."""
    is_past = steps_back(said)
    said.has("OFFS")
    saturday = calendar.monday - 2 * DAY
    if is_past > 1 or calendar.today.weekday() > 4:
        raise TimeDoubtError(Doubt.AMBIGUOUS)
    return Stretch(saturday, saturday + DAY)


def _so_far(said: Phrase, calendar: Calendar) -> Stretch:
    today = calendar.today
    said.has("BEGIN")
    if (rel := said.part("rel")) and rel.value("REL") != 0:
        raise TimeDoubtError(Doubt.UNREAD, rel.words())
    if edge := said.part("edge"):
        first = edge_days(edge, calendar).first
    elif (month := said.value("MONTHG", "MONTHA")) is not None:
        first = calendar.month(month, year_of(said)).first
    elif year := year_said(said, today):
        first = made(year, 1, 1)
    else:
        units = {"WEEK": calendar.monday, "MONTHW": today.replace(day=1), "YEARW": made(today.year, 1, 1)}
        units["QUARTERG"] = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        first = units[said.tokens(*units)[0].kind]
    return Stretch(first, max(first, today))


def _day(said: Phrase, calendar: Calendar) -> Stretch:
    part = day_of(said)
    day = settled(named_day(part, calendar.today), calendar) if part else calendar.today
    is_lone = part is not None and len(list(part.node.leaves())) == 1 and bool(part.tokens("ORDW"))
    if day > calendar.today or is_lone:  # «за завтра», «первый»
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    return Stretch.of(day)


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
    if dotted := said.tokens("YM"):
        said.has("DASH", "THROUGH", "TO")
        first, last = (whole_month(*divmod(token.value, 100)) for token in (dotted[0], dotted[-1]))
        return _ordered(first.first, last.last)
    if single := said.part("month"):
        return calendar.month(single.value("MONTH", "MONTHG", "MONTHA") or 0, year_of(single))
    numbers = [token.value for token in said.tokens("MONTH", "MONTHA")]
    if said.has("THIS", "PREV"):  # «сентябрь - октябрь этого года»
        said.has("DASH", "THROUGH", "TO")
        year = year_said(said, calendar.today) or calendar.today.year
        return _ordered(made(year, numbers[0], 1), whole_month(year, numbers[1]).last)
    if said.has("OR") or any(after != before % 12 + 1 for before, after in pairwise(numbers)):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    last = calendar.month(numbers[-1], year_of(said))
    return Stretch(months_later(last.first, 1 - len(numbers)), last.last)


def _years(said: Phrase, _: Calendar) -> Stretch:
    first, last = (part.value("YEAR") or 0 for part in said.parts("year"))
    if said.has("AND") and last != first + 1:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return _ordered(made(first, 1, 1), made(last, 12, 31))


def _dates(said: Phrase, _: Calendar) -> Stretch:
    first, last = (token.value for token in said.tokens("DATE"))
    return _ordered(*(made(day // 10_000, day // 100 % 100, day % 100) for day in (first, last)))


def _ordered(first: date, last: date) -> Stretch:
    if first > last:
        raise TimeDoubtError(Doubt.ORDER, days=(first, last))
    return Stretch(first, last)


_RESOLVERS: dict[str, Callable[[Phrase, Calendar], Stretch]] = {
    "quarter": quarter_of,
    "quarters": quarters_of,
    "half": half_of,
    "firstmonths": first_months_of,
    "lastunits": last_units_of,
    "pnamed": _named,
    "pweekend": _weekend,
    "phalf": stretch_of,
    "sofar": _so_far,
    "pday": _day,
    "pdaylist": _neighbours,
    "daterange": _range,
    "pmonths": _in_months,
    "pyears": _years,
    "pdates": _dates,
}
