"""What is left out, and what comes again: «кроме 5 и 6 декабря», «только не в пятницу», «по вторникам»."""

from dataclasses import dataclass
from datetime import date

from bot.russian.time.calendar import Calendar
from bot.russian.time.days import NamedDate, NamedWeekday, dom_of, listed_days, named_day, settled
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.ranges import range_of
from bot.russian.time.values import DAY

WORKDAYS, WEEKEND = frozenset(range(5)), frozenset((5, 6))


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Days and weekdays that are not meant."""

    days: frozenset[date] = frozenset()
    weekdays: frozenset[int] = frozenset()
    is_apart: bool = False  # «в среду не могу, лучше в пятницу»: the other day is surely another one


def exclusion_of(item: Phrase, calendar: Calendar) -> Exclusion:
    """Everything after «кроме»; a number alone takes the month of what follows it. Raises TimeDoubtError."""
    item.has("EXCEPT", "ONLY", "NOT", "OR")
    last = list(item.node.leaves())[-1]
    item.has("TOO")
    is_apart = item.has("CANNOT") and last.kind in {"CANNOT", "TOO"}
    days: set[date] = set()
    weekdays: set[int] = set()
    if item.has("OFFS"):
        weekdays |= WEEKEND
    if item.has("WORKDAYS"):
        weekdays |= WORKDAYS
    numbers: list[int] = []
    for part in item.parts():
        if part.name == "dom":
            numbers.append(dom_of(part))
            continue
        more_days, more_weekdays, named = _excluded(part, calendar)
        days |= more_days
        weekdays |= more_weekdays
        if numbers and named is not None:
            days |= {NamedDate(number, named.month, named.year).on(calendar) for number in numbers}
            numbers = []
    if numbers and item.has("NOT", "CANNOT"):  # «не в 10» may be an hour
        raise TimeDoubtError(Doubt.UNREAD, item.words())
    days |= {calendar.day_of_month(number) for number in numbers}
    return Exclusion(frozenset(days), frozenset(weekdays), is_apart)


def _excluded(part: Phrase, calendar: Calendar) -> tuple[set[date], set[int], NamedDate | None]:
    match part.name:
        case "doms":
            return set(listed_days(part, calendar)), set(), None
        case "daterange":
            days = range_of(part, calendar).days
            return {days.first + n * DAY for n in range((days.last - days.first).days + 1)}, set(), None
        case "weekdays":
            return set(), set(_weekdays(part)), None
        case _:
            return _excluded_day(part, calendar)


def _excluded_day(part: Phrase, calendar: Calendar) -> tuple[set[date], set[int], NamedDate | None]:
    named = named_day(part, calendar.today)
    if isinstance(named, NamedWeekday):
        return set(), {named.number}, None
    return {settled(named, calendar)}, set(), named if isinstance(named, NamedDate) else None


def rule_of(item: Phrase) -> frozenset[int]:
    """The weekdays of «по вторникам», «каждую среду», «в будни»; a fortnight is a question. Raises TimeDoubtError."""
    if item.part("fortnight"):
        raise TimeDoubtError(Doubt.RULE, item.words())
    item.has("EACH", "OR")
    return _weekdays(item)


def _weekdays(item: Phrase) -> frozenset[int]:
    found = frozenset(token.value for token in item.tokens("WDS", "WD"))
    return found | WORKDAYS if item.has("WORKDAYS", "WORKING") else found
