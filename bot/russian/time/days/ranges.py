"""From one day to another: «с 28 декабря по 10 января», «с понедельника по среду», «сентябрь – май», «с 1 декабря»."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from bot.russian.time.clocks import clock_of
from bot.russian.time.days.calendar import JUST_PASSED, Calendar, made, possible, whole_month
from bot.russian.time.days.named_days import (
    NamedDate,
    NamedDay,
    NamedWeekday,
    day_of,
    dom_of,
    named_day,
    settled,
    which_of,
    year_of,
)
from bot.russian.time.days.stretches import end_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, Stretch

_LONGEST = timedelta(days=300)  # over New Year where no years were said; what is longer is a slip of the pen


@dataclass(frozen=True, slots=True)
class RangeEnd:
    """One end: a day, perhaps with an hour, or a whole month."""

    day: NamedDay
    at: time | None = None
    is_month: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """The days from end to end, and the hours where those were said."""

    days: Stretch
    since: time | None = None
    until: time | None = None


def range_of(said: Phrase, calendar: Calendar) -> Range:
    """The range of «FROM edge TO edge». Raises TimeDoubtError."""
    said.has("WEEKA")
    if dates := said.tokens("DATE"):
        days = [made(day.value // 10_000, day.value // 100 % 100, day.value % 100) for day in dates]
        return _ordered(Range(Stretch(days[0], days[1])), said)
    if week := said.part("ofweek"):
        return Range(_of_week(said, week, calendar))
    if (ending := said.part("ending")) and (begin := said.part("edge")):
        return _ordered(Range(_until_end(begin, ending, calendar)), said)
    first, last = _ends(said, calendar.today)
    return _ordered(Range(_between(first, last, calendar), first.at, last.at), said)


def _ordered(found: Range, said: Phrase) -> Range:
    if found.days.first > found.days.last:
        raise TimeDoubtError(Doubt.ORDER, said.words(), (found.days.first, found.days.last))
    return found


def _of_week(said: Phrase, week: Phrase, calendar: Calendar) -> Stretch:
    """«с понедельника по среду следующей недели»: both days are of that week."""
    ends = [named_day(part, calendar.today) for part in said.parts("wd")]
    numbers = [end.number for end in ends if isinstance(end, NamedWeekday) and not end.which]
    if len(numbers) != 2 or numbers[0] > numbers[1]:
        raise TimeDoubtError(Doubt.ORDER, said.words())
    week.has("WEEK", "WEEKA")
    monday = calendar.monday + 7 * {"NEXT": 1, "THAT": 1, "PREV": -1}.get(which_of(week), 0) * DAY
    return Stretch(monday + numbers[0] * DAY, monday + numbers[1] * DAY)


def _until_end(begin: Phrase, ending: Phrase, calendar: Calendar) -> Stretch:
    """«с 10-го до конца месяца»: the end of the month in which it begins."""
    first = edge_days(begin, calendar).first
    return Stretch(first, end_of(ending, replace(calendar, today=max(first, calendar.today))))


def _ends(said: Phrase, today: date) -> tuple[RangeEnd, RangeEnd]:
    edges = [_edge(part, today) for part in said.parts("edge")]
    if len(edges) == 2:
        return edges[0], edges[1]
    if len(doms := said.parts("dom")) == 2:  # «с 25 по 27 включительно»
        return RangeEnd(NamedDate(dom_of(doms[0]))), RangeEnd(NamedDate(dom_of(doms[1])))
    dom, dated = said.part("dom"), said.part("date")
    named = named_day(dated, today) if dated else today
    if dom is None or not isinstance(named, NamedDate):
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    borrowed = RangeEnd(NamedDate(dom_of(dom), named.month, named.year))
    ends = [borrowed, RangeEnd(named)]
    return (ends[0], ends[1]) if said.parts("dom", "date")[0].name == "dom" else (ends[1], ends[0])


def _edge(said: Phrase, today: date) -> RangeEnd:
    if month := said.part("month"):
        month.has("MONTHW")
        return RangeEnd(NamedDate(1, month.value("MONTH", "MONTHG", "MONTHA"), year_of(month)), is_month=True)
    named = day_of(said)
    at = clock_of(said).at() if said.part("time", "hour") else None
    return RangeEnd(named_day(named, today) if named else today, at)


def _between(first: RangeEnd, last: RangeEnd, calendar: Calendar) -> Stretch:
    match first.day, last.day:
        case NamedDate() as begin, NamedDate() as end:
            return _of_dates(begin, end, calendar, of_months=last.is_month)
        case _, NamedWeekday(number, which) if not which:
            begins = settled(first.day, calendar)
            ends = _weekday_from(number, begins, is_next=isinstance(first.day, NamedWeekday))
            week = 7 * DAY if calendar.looks_back and ends > calendar.today else 0 * DAY
            return Stretch(begins - week, ends - week)
        case _:
            return Stretch(settled(first.day, calendar), _last(last, calendar))


def _weekday_from(number: int, begins: date, *, is_next: bool) -> date:
    ahead = (number - begins.weekday()) % 7
    return begins + (ahead or 7 * is_next) * DAY


def _last(edge: RangeEnd, calendar: Calendar) -> date:
    day = settled(edge.day, calendar)
    return whole_month(day.year, day.month).last if edge.is_month else day


def _of_dates(begin: NamedDate, end: NamedDate, calendar: Calendar, *, of_months: bool) -> Stretch:
    if begin.month is None or end.month is None:
        return _of_numbers(begin, end, calendar)
    said_year = end.year or begin.year
    years = [said_year] if said_year else [calendar.today.year + step for step in (-1, 0, 1)]
    found = [days for year in years if (days := _dated(begin, end, year, of_months=of_months))]
    fits = found if said_year else [days for days in found if _is_meant(days, calendar)]
    if not fits:
        raise TimeDoubtError(Doubt.NO_SUCH_DATE)
    return fits[-1] if calendar.looks_back else fits[0]


def _dated(begin: NamedDate, end: NamedDate, year: int, *, of_months: bool) -> Stretch | None:
    """The range that ends in that year, or begins in it where only the beginning has a year."""
    month, last_month = begin.month or 1, end.month or 1
    wraps = (month, begin.day) > (last_month, end.day) and (month != last_month or of_months)
    if begin.year is not None and end.year is None:
        first_year, year = begin.year, begin.year + wraps
    else:
        first_year = begin.year or year - wraps
    first = possible(first_year, month, begin.day)
    last = whole_month(year, last_month).last if of_months else possible(year, last_month, end.day)
    return Stretch(first, last) if first and last else None


def _is_meant(days: Stretch, calendar: Calendar) -> bool:
    """Of the ranges of several years the one that goes on, has just passed or comes next; of reports the last."""
    if days.last > days.first + _LONGEST and days.first.year != days.last.year:
        raise TimeDoubtError(Doubt.ORDER, days=(days.first, days.last))
    if calendar.looks_back:
        return days.first <= calendar.today and days.last.year <= calendar.today.year
    return days.last >= calendar.today or days.first >= calendar.today - JUST_PASSED


def _of_numbers(begin: NamedDate, end: NamedDate, calendar: Calendar) -> Stretch:
    """«с 5-го по 10-е»: the month is the nearest one."""
    if begin.month is None and end.month is None:
        last = calendar.day_of_month(end.day)
        first = possible(last.year, last.month, begin.day)
        if first is None:
            raise TimeDoubtError(Doubt.NO_SUCH_DATE)
        return Stretch(first, last)
    if begin.month is not None:
        raise TimeDoubtError(Doubt.UNREAD)
    return _of_dates(NamedDate(begin.day, end.month, end.year), end, calendar, of_months=False)


def edge_days(said: Phrase, calendar: Calendar) -> Stretch:
    """The day or the month of one end. Raises TimeDoubtError."""
    edge = _edge(said, calendar.today)
    if edge.at is not None:
        raise TimeDoubtError(Doubt.UNREAD, said.words())
    return Stretch(settled(edge.day, calendar), _last(edge, calendar))
