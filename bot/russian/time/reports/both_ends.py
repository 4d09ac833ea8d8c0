"""Periods told by their months or by both their ends: «июнь и июль», «с начала года по сентябрь», «с 1 по 15»."""

from datetime import date
from itertools import pairwise

from bot.russian.time.days.calendar import Calendar, made, months_later, possible, whole_month
from bot.russian.time.days.named_days import named_day, settled, year_of
from bot.russian.time.days.ranges import range_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.reports.period_parts import year_said
from bot.russian.time.values import DAY, Stretch

_PAIR = 2
_NUMBERED = frozenset(("FROM", "TO", "THROUGH", "DASH", "AND", "INCL", "CHISLO", "N0", "N9", "N59", "ORD", "ORDW"))
_WINTER = (
    150 * DAY
)  # «с 1 октября по 28 февраля 2026»; what is longer was told backwards: «с 30 ноября по 15 октября 2026»


def neighbours_of(said: Phrase, calendar: Calendar) -> Stretch:
    """Two days that touch, as one period: «вчера и сегодня»."""
    days = sorted(calendar.today + (part.value("REL") or 0) * DAY for part in said.parts("rel"))
    if days[1] - days[0] != DAY:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=tuple(days))
    return Stretch(days[0], days[1])


def plain_range_of(said: Phrase, calendar: Calendar) -> Stretch:
    found = range_of(said, calendar)
    if found.since or found.until:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    kinds = {token.kind for token in said.node.leaves()}
    if kinds <= _NUMBERED and (found.days.first.month, found.days.last.month) != (calendar.today.month,) * 2:
        raise TimeDoubtError(
            Doubt.AMBIGUOUS, said.words()
        )  # «с десятого по двадцатое»: of this month, or the last one?
    years = [token for token in said.node.leaves() if token.kind == "YEAR"]
    if (
        len(years) == 1
        and found.days.first.year < found.days.last.year
        and found.days.last - found.days.first > _WINTER
    ):
        raise TimeDoubtError(Doubt.ORDER, said.words(), (found.days.last, found.days.first))
    return found.days


def in_months_of(said: Phrase, calendar: Calendar) -> Stretch:
    """One month, or neighbours: «июнь, июль и август»."""
    if dotted := said.tokens("YM"):
        said.has("DASH", "THROUGH", "TO")
        first, last = (whole_month(*divmod(token.value, 100)) for token in (dotted[0], dotted[-1]))
        return _ordered(first.first, last.last)
    if single := said.part("month"):
        single.has("MONTHW")
        said.has("MONTHW")
        return calendar.month(single.value("MONTH", "MONTHG", "MONTHA") or 0, year_of(single))
    numbers = [token.value for token in said.tokens("MONTH", "MONTHA")]
    if said.has("THIS", "PREV"):  # «сентябрь - октябрь этого года», «январь, февраль и март прошлого года»
        is_stretch = said.has("DASH", "THROUGH", "TO")
        if not is_stretch and (said.has("OR") or any(after != before + 1 for before, after in pairwise(numbers))):
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        year = year_said(said, calendar.today) or calendar.today.year
        return _ordered(made(year, numbers[0], 1), whole_month(year, numbers[-1]).last)
    if len(numbers) == _PAIR and numbers[0] == numbers[1] + 1:  # «за ноябрь и октябрь»
        numbers.reverse()
    if said.has("OR") or any(after != before % 12 + 1 for before, after in pairwise(numbers)):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    begun, here = numbers[0] <= calendar.today.month < numbers[-1], year_of(said) is None
    if begun and here and len(numbers) > 1:  # «за ноябрь и декабрь» said in November: of the last year?
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    last = calendar.month(numbers[-1], year_of(said))
    return Stretch(months_later(last.first, 1 - len(numbers)), last.last)


def from_to_of(said: Phrase, calendar: Calendar) -> Stretch:
    """«с начала года по конец сентября», «с начала сентября до конца октября». Raises TimeDoubtError."""
    said.has("BEGIN", "END", "YEARW", "DASH")
    if day := said.part("date"):  # «с начала года по 30 ноября»
        if said.has("TO") and not said.has("INCL"):
            raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
        said.has("FROM", "THROUGH", "INCL")
        until = settled(named_day(day, calendar.today), calendar)
        return _ordered(made(until.year, 1, 1), until)
    whole = said.part("month")
    months = [token.value for token in said.tokens("MONTHG", "MONTHA")]
    last_month = whole.value("MONTH", "MONTHG", "MONTHA") if whole else months[-1]
    is_open = said.has("TO") and not said.tokens("END")
    if is_open:  # «с начала года до октября»: with October, or without?
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    year = year_of(whole or said)
    last = calendar.month(last_month or 0, year)
    is_of_year = bool(said.tokens("YEARW"))
    first = made(last.first.year, 1 if is_of_year else months[0], 1)
    return _ordered(first, last.last)


def numbered_of(said: Phrase, calendar: Calendar) -> Stretch:
    """«с 1 по 15»: of this month where both have been, else a question. Raises TimeDoubtError."""
    said.has("DASH")
    first, last = said.numbers()
    this = [possible(calendar.today.year, calendar.today.month, number) for number in (first, last)]
    if None in this or not first < last or last > calendar.today.day:
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return Stretch(calendar.today.replace(day=first), calendar.today.replace(day=last))


def years_of(said: Phrase, _: Calendar) -> Stretch:
    first, last = (part.value("YEAR") or 0 for part in said.parts("year"))
    if said.has("AND") and last != first + 1:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return _ordered(made(first, 1, 1), made(last, 12, 31))


def dates_of(said: Phrase, _: Calendar) -> Stretch:
    first, last = (token.value for token in said.tokens("DATE"))
    return _ordered(*(made(day // 10_000, day // 100 % 100, day % 100) for day in (first, last)))


def _ordered(first: date, last: date) -> Stretch:
    if first > last:
        raise TimeDoubtError(Doubt.ORDER, days=(first, last))
    return Stretch(first, last)
