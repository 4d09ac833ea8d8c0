"""What is left out, and what comes again: «кроме 5 и 6 декабря», «только не в пятницу», «по вторникам»."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.named_days import NamedDate, NamedDay, NamedWeekday, dom_of, listed_days, named_day, settled
from bot.russian.time.days.ranges import range_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import Stretch

_LONGEST = timedelta(days=400)  # of days in which a number is looked for
WORKDAYS, WEEKEND = frozenset(range(5)), frozenset((5, 6))


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Days and weekdays that are not meant."""

    days: frozenset[date] = frozenset()
    weekdays: frozenset[int] = frozenset()
    numbers: frozenset[int] = frozenset()  # days of a month that was not said: of the days they are left out of
    explained: tuple[tuple[date | int, int], ...] = ()  # «9-го (среда)»: a day or its number, and the weekday after it
    is_dated: bool = False  # «не 2 декабря»: a number after it is a day of that month
    is_apart: bool = False  # «в среду не могу, лучше в пятницу»: the other day is surely another one

    def settled(self, stretches: Sequence[Stretch], calendar: Calendar) -> "Exclusion":
        """The same with days instead of numbers. Raises TimeDoubtError where several may be meant."""
        found = {number: _numbered(number, stretches, calendar) for number in self.numbers}
        days = [(found[day] if isinstance(day, int) else day, weekday) for day, weekday in self.explained]
        others = {weekday for day, weekday in days if day.weekday() != weekday}
        return replace(self, days=self.days | set(found.values()), weekdays=self.weekdays | others)


def _numbered(number: int, stretches: Sequence[Stretch], calendar: Calendar) -> date:
    ended = [one for one in stretches if one.last - one.first < _LONGEST]
    days = [day for one in ended for day in one.each() if day.day == number]
    if len(days) > 1:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=tuple(days))
    return days[0] if days else calendar.day_of_month(number)


def exclusion_of(item: Phrase, calendar: Calendar) -> Exclusion:
    """Everything after «кроме»; a number alone takes the month of what follows it. Raises TimeDoubtError."""
    item.has("EXCEPT", "ONLY", "NOT", "OR", "TOO")
    last = list(item.node.leaves())[-1]
    is_apart = item.has("CANNOT") and last.kind in {"CANNOT", "TOO"}
    found = _Collected(calendar)
    if item.has("OFFS"):
        found.weekdays |= WEEKEND
    if item.has("WORKDAYS"):
        found.weekdays |= WORKDAYS
    for part in item.parts():
        found.take(part)
    if found.bare and item.has("NOT", "CANNOT"):  # «не в 10» may be an hour
        raise TimeDoubtError(Doubt.UNREAD, item.words())
    is_dated = any(part.name == "date" for part in item.parts())
    numbers = frozenset(found.numbers | set(found.bare))
    return Exclusion(
        frozenset(found.days), frozenset(found.weekdays), numbers, tuple(found.explained), is_dated, is_apart
    )


@dataclass(slots=True)
class _Collected:
    """What the parts of an exclusion name, one after the other."""

    calendar: Calendar
    days: set[date] = field(default_factory=set)
    weekdays: set[int] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)
    bare: list[int] = field(default_factory=list)
    explained: list[tuple[date | int, int]] = field(default_factory=list)
    latest: date | int | None = None

    def take(self, part: Phrase) -> None:
        """Notes one of them. Raises TimeDoubtError."""
        before, self.latest = self.latest, None
        match part.name:
            case "dom":
                self.bare.append(dom_of(part))
                self.latest = self.bare[-1]
            case "doms":
                self.days |= set(listed_days(part, self.calendar))
            case "daterange":
                self.days |= set(range_of(part, self.calendar).days.each())
            case "weekdays":
                self.weekdays |= _weekdays(part)
            case _:
                self._take_day(named_day(part, self.calendar.today), before)

    def _take_day(self, named: NamedDay, before: date | int | None) -> None:
        match named:
            case NamedWeekday(number) if before is not None:
                self.explained.append((before, number))
            case NamedWeekday(number):
                self.weekdays.add(number)
            case NamedDate(number, None):
                self.numbers.add(number)
                self.latest = number
            case _:
                day = self.latest = settled(named, self.calendar)
                self.days.add(day)
                month = named.month if isinstance(named, NamedDate) else None
                if month is not None and self.bare:
                    year = named.year if isinstance(named, NamedDate) else None
                    self.days |= {NamedDate(number, month, year).on(self.calendar) for number in self.bare}
                    self.bare = []


def rule_of(item: Phrase) -> frozenset[int]:
    """The weekdays of «по вторникам», «каждую среду», «в будни»; a fortnight is a question. Raises TimeDoubtError."""
    if item.part("fortnight"):
        raise TimeDoubtError(Doubt.RULE, item.words())
    item.has("EACH", "ANY", "OR")
    return _weekdays(item)


def _weekdays(item: Phrase) -> frozenset[int]:
    found = frozenset(token.value for token in item.tokens("WDS", "WD"))
    return found | WORKDAYS if item.has("WORKDAYS", "WORKING") else found
