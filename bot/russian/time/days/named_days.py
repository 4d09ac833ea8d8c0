"""Single days and stretches of them: «10 декабря», «в следующий вторник», «на той неделе», «в начале января»."""

from dataclasses import dataclass
from datetime import date

from bot.russian.time.days.calendar import Calendar, made, months_later, nth_weekday
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY

_UNIT_DAYS = {"DAY": 1, "DAYG": 1, "WEEK": 7, "WEEKA": 7}
_UNIT_MONTHS = {"MONTHW": 1, "HALFYEAR": 6, "YEARW": 12}
UNITS = (*_UNIT_DAYS, *_UNIT_MONTHS)
WHICH = ("THIS", "NEXT", "THAT", "PREV", "NEAREST", "LAST")
_MOST = 400  # units ahead


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date as far as it was said."""

    day: int
    month: int | None = None
    year: int | None = None

    def on(self, calendar: Calendar) -> date:
        """The date that is meant. Raises TimeDoubtError."""
        if self.month is None:
            return calendar.day_of_month(self.day)
        return calendar.day(self.day, self.month, self.year)


@dataclass(frozen=True, slots=True)
class NamedWeekday:
    """A weekday, 0 is Monday, and which of them."""

    number: int
    which: str = ""


NamedDay = NamedDate | NamedWeekday | date


def day_of(phrase: Phrase) -> Phrase | None:
    """The part that names a day."""
    return phrase.part("date", "wd", "rel")


def named_day(said: Phrase, today: date) -> NamedDay:
    """What a «date», «wd» or «rel» names. Raises TimeDoubtError."""
    if said.name == "wd":
        which = said.part("det")
        return NamedWeekday(said.value("WD") or 0, which_of(which) if which else "")
    if said.name == "rel":
        said.has("DAYG")  # «с завтрашнего дня»
        return today + (said.value("REL") or 0) * DAY
    return _named_date(said)


def _named_date(said: Phrase) -> NamedDate:
    said.has("YEARW")
    if (written := said.value("DATE")) is not None:
        day = made(written // 10_000, written // 100 % 100, written % 100)
        return NamedDate(day.day, day.month, day.year)
    year = year_of(said)
    if (dotted := said.value("DOT", "DOTD")) is not None:
        return NamedDate(dotted // 100, _month(dotted % 100), year)
    if (ordinal := said.value("ORD", "ORDW")) is not None:
        return NamedDate(ordinal)
    dom = said.part("dom")
    return NamedDate(dom_of(dom) if dom else 0, said.value("MONTHG", "MONTHA"), year)


def _month(number: int) -> int:
    if not 1 <= number <= 12:
        raise TimeDoubtError(Doubt.NO_SUCH_DATE)
    return number


def dom_of(dom: Phrase) -> int:
    """The number of a day."""
    return next(iter(dom.numbers()), None) or dom.value("ORD", "ORDW") or 0


def year_of(phrase: Phrase) -> int | None:
    """The year that was said."""
    said = phrase.part("year")
    return said.value("YEAR") if said else None


def settled(named: NamedDay, calendar: Calendar) -> date:
    """The day that is meant where it stands alone. Raises TimeDoubtError."""
    match named:
        case NamedDate():
            return named.on(calendar)
        case NamedWeekday(number, which):
            return calendar.weekday(number, which)
        case _:
            return named


def which_of(phrase: Phrase) -> str:
    """The kind of «этот», «следующий», «прошлый»; empty where none was said."""
    found = phrase.tokens(*WHICH)
    return found[0].kind if found else ""


def listed_days(said: Phrase, calendar: Calendar) -> tuple[date, ...]:
    """«2, 4 и 9 декабря»: the month is that of all. Raises TimeDoubtError."""
    said.has("OR")
    month, year = said.value("MONTHG", "MONTHA"), year_of(said)
    numbers = [number for part in said.parts("dom", "domspan", "domord") for number in _numbers_of(part)]
    if said.part("domspan") and numbers != sorted(numbers):  # «14-16, 5 декабря»: the first ones may be hours
        raise TimeDoubtError(Doubt.AMBIGUOUS, said.words())
    return tuple(NamedDate(number, month, year).on(calendar) for number in numbers)


def _numbers_of(part: Phrase) -> range:
    if part.name in {"dom", "domord"}:
        return range(dom_of(part), dom_of(part) + 1)
    first, last = map(dom_of, part.parts("dom"))
    if first >= last:
        raise TimeDoubtError(Doubt.ORDER, part.words())
    return range(first, last + 1)


def days_ahead(said: Phrase) -> tuple[int, str]:
    """How many, and of what: «через пару дней» is (2, "DAY"). Raises TimeDoubtError."""
    said.has("IN", "NA")
    units = said.tokens(*UNITS, "HOUR", "HOUR1", "MINUTE", "HALFHOUR")
    count = 2 if said.has("COUPLE") else next(iter(said.numbers()), None)
    if count is None:  # «через день» is the day after tomorrow
        count = 2 if units[0].kind == "DAY" and said.name == "ahead" else 1
    if not 0 < count <= _MOST:
        raise TimeDoubtError(Doubt.TOO_FAR)
    return count, units[0].kind


def later(day: date, count: int, unit: str) -> date:
    """The day so many units later. Raises TimeDoubtError."""
    if unit in _UNIT_DAYS:
        return day + count * _UNIT_DAYS[unit] * DAY
    return months_later(day, count * _UNIT_MONTHS[unit])


def nth_of(said: Phrase, calendar: Calendar) -> tuple[date, ...]:
    """«в последнюю пятницу декабря», «1-й и 3-й четверг января»; of every month it is a rule. Raises TimeDoubtError."""
    of = said.part("ofmonth")
    if said.has("EACH") or of is None or of.has("EACH", "MONTHLY", "MONTHW"):
        raise TimeDoubtError(Doubt.RULE, said.words())
    month, nths = of.value("MONTHG", "MONTHA", "MONTH"), said.part("nths")
    if month is None or nths is None:  # «последний рабочий день декабря»: which days are worked is not known here
        raise TimeDoubtError(Doubt.RULE, said.words())
    days, weekday = calendar.month(month, year_of(of)), said.value("WD") or 0
    return tuple(nth_weekday(days, weekday, token.value) for token in nths.tokens("ORD", "ORDW", "LAST", "PENULT"))
