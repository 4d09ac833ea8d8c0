"""Stretches of days with a name: «на той неделе», «весь декабрь», «в выходные», «в начале января», «летом»."""

from datetime import date

from bot.russian.time.days.calendar import Calendar, made, months_later, whole_month
from bot.russian.time.days.named_days import which_of, year_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, Stretch


def stretch_of(said: Phrase, calendar: Calendar) -> Stretch:
    """«на той неделе», «весь декабрь», «в выходные», «в конце недели», «летом», «2025 год». Raises TimeDoubtError."""
    said.has("WHOLE")
    which, year = which_of(said), year_of(said)
    det = said.part("det")
    which = which_of(det) if det else which
    if said.has("OFFS", "OFFD"):
        return _weekend(calendar, which)
    if phase := said.tokens("BEGIN", "MID", "END"):
        return _phase(phase[0].kind, _unit(said, calendar, which or "THIS", year))
    if said.has("HALFOF", "HALF"):
        said.has("MONTHW")
        return _half_of(said.value("ORD", "ORDW") or 0, _unit(said, calendar, which or "THIS", year))
    if (season := said.value("SEASON")) is not None:
        return season_of(season, year, calendar)
    return _unit(said, calendar, which, year)


def _unit(said: Phrase, calendar: Calendar, which: str, year: int | None) -> Stretch:
    today, step = calendar.today, {"NEXT": 1, "THAT": 1, "PREV": -1, "LAST": -1}.get(which, 0)
    if said.has("WEEK", "WEEKA"):
        monday = calendar.monday + 7 * step * DAY
        return Stretch(monday, monday + 6 * DAY)
    if (month := said.value("MONTH", "MONTHG", "MONTHA")) is not None:
        said.has("MONTHW")
        return calendar.month(month, year)
    if said.has("MONTHW"):
        first = months_later(today.replace(day=1), step)
        return whole_month(first.year, first.month)
    said.has("YEARW")
    year = year or today.year + step
    return Stretch(made(year, 1, 1), made(year, 12, 31))


def _half_of(number: int, month: Stretch) -> Stretch:
    if number not in {1, 2}:
        raise TimeDoubtError(Doubt.NO_SUCH_DATE)
    is_year = (month.last - month.first).days > 31
    middle = month.first.replace(month=6, day=30) if is_year else month.first + 14 * DAY
    return Stretch(month.first, middle) if number == 1 else Stretch(middle + DAY, month.last)


def end_of(said: Phrase, calendar: Calendar) -> date:
    """«до конца месяца»: its last day. Raises TimeDoubtError."""
    said.has("END")
    return _unit(said, calendar, which_of(said) or "THIS", year_of(said)).last


def _weekend(calendar: Calendar, which: str) -> Stretch:
    saturday = calendar.monday + 5 * DAY + 7 * {"NEXT": 1, "PREV": -1}.get(which, 0) * DAY
    return Stretch(saturday, saturday + DAY)


def _phase(phase: str, whole: Stretch) -> Stretch:
    length = (whole.last - whole.first).days + 1
    if length == 7:
        cuts = {"BEGIN": (0, 1), "MID": (2, 3), "END": (4, 6)}
    elif length < 32:
        cuts = {"BEGIN": (0, 9), "MID": (10, 19), "END": (20, length - 1)}
    else:
        cuts = {"BEGIN": (0, 89), "MID": (120, 240), "END": (length - 92, length - 1)}
    first, last = cuts[phase]
    return Stretch(whole.first + first * DAY, whole.first + last * DAY)


def season_of(month: int, year: int | None, calendar: Calendar) -> Stretch:
    """The three months that begin with that one; a winter is of the year it begins in. Raises TimeDoubtError."""
    today = calendar.today
    first_year = year if year is not None else today.year
    if year is None:
        ends = whole_month(*_two_later(first_year, month)).last
        if calendar.looks_back:
            first_year -= made(first_year, month, 1) > today
        elif ends < today:
            first_year += 1
        elif month == 12 and today.month < 3:
            first_year -= 1
    return Stretch(made(first_year, month, 1), whole_month(*_two_later(first_year, month)).last)


def _two_later(year: int, month: int) -> tuple[int, int]:
    return (year, month + 2) if month <= 10 else (year + 1, month - 10)
