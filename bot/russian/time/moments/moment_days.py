"""The days of a visit or a closing, piece by piece: «завтра», «2 и 4 декабря», «с 7 по 11», «на неделю»."""

from collections.abc import Callable
from datetime import timedelta

from bot.russian.time.clocks import SaidTime
from bot.russian.time.days.exclusions import exclusion_of, rule_of
from bot.russian.time.days.named_days import (
    NamedDate,
    day_of,
    days_ahead,
    dom_of,
    later,
    listed_days,
    named_day,
    nth_of,
    settled,
    year_of,
)
from bot.russian.time.days.open_ends import open_days
from bot.russian.time.days.ranges import range_of
from bot.russian.time.days.stretches import stretch_of
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.said import Said
from bot.russian.time.values import DAY, Stretch

_PAIR = 2
_WEEK = 7


def _on(said: Said, item: Phrase) -> None:
    if day := day_of(item):
        said.groups.put_day(named_day(day, said.calendar.today), is_written=day.name == "date")


def _wdlist(said: Said, item: Phrase) -> None:
    for at, day in enumerate(item.parts("wd")):
        if at:
            said.groups.begin_another(item)
        said.groups.put_day(named_day(day, said.calendar.today), is_written=False)


def _doms(said: Said, item: Phrase) -> None:
    days = listed_days(item, said.calendar)
    is_dated = item.value("MONTHG", "MONTHA") is not None
    said.groups.put_list(days if is_dated else [said.groups.following(day) for day in days])


def _domrow(said: Said, item: Phrase) -> None:
    """«15 16 и 18 декабря»: in a wish the first may be an hour. Raises TimeDoubtError."""
    numbers, month = item.numbers(), item.value("MONTHG", "MONTHA")
    said.lone_numbers = item.words()
    if numbers != sorted(set(numbers)) or (len(numbers) == _PAIR and numbers[1] != numbers[0] + 1):
        raise TimeDoubtError(Doubt.AMBIGUOUS, item.words())
    said.groups.put_list([NamedDate(number, month, year_of(item)).on(said.calendar) for number in numbers])


def _count_from(said: Said, item: Phrase) -> None:
    """«три дня с понедельника», «целую неделю с 14 декабря»."""
    item.has("DAYG")
    if day := day_of(item):
        first = settled(named_day(day, said.calendar.today), said.calendar)
        count = _WEEK if item.has("WEEK", "WEEKA") else item.numbers()[0]
        said.groups.put_stretch(Stretch(first, first + (count - 1) * DAY))


def _daterange(said: Said, item: Phrase) -> None:
    found = range_of(item, said.calendar)
    said.groups.put_stretch(found.days)
    if found.since or found.until:
        if found.since is None or found.until is None:
            raise TimeDoubtError(Doubt.EACH_DAY)
        said.put_bounds(found.since, found.until)
        said.is_range = True


def _opendays(said: Said, item: Phrase) -> None:
    said.groups.put_stretch(open_days(item, said.calendar), is_open=True)


def _exclude(said: Said, item: Phrase) -> None:
    said.excluded.append(exclusion_of(item, said.calendar))


def _weekly(said: Said, item: Phrase) -> None:
    said.groups.put_weekdays(rule_of(item))
    if (month := item.value("MONTHG", "MONTHA")) is not None:  # «каждый понедельник декабря»
        said.groups.put_stretch(said.calendar.clipped(said.calendar.month(month, year_of(item))))


def _nth(said: Said, item: Phrase) -> None:
    said.groups.put_list(nth_of(item, said.calendar))


def _ahead(said: Said, item: Phrase) -> None:
    count, unit = days_ahead(item)
    minutes = {"HOUR": 60, "HOUR1": 60, "MINUTE": 1, "HALFHOUR": 30}.get(unit)
    if minutes is None:
        day = later(said.calendar.today, count, unit)
        said.groups.put_ahead(day, weeks=count if unit in {"WEEK", "WEEKA"} else 0)
        return
    halves = 3 if item.has("ONEHALF") else 2
    said.moment = moment = said.now + timedelta(minutes=count * minutes * halves / 2)
    said.groups.put_day(moment.date(), is_written=False)
    said.put_at(SaidTime(moment.hour, moment.minute, exact=True))


def _lasting(said: Said, item: Phrase) -> None:
    has_start = item.has("NA")
    count, unit = days_ahead(item)
    said.groups.put_length(lambda first: later(first, count, unit) - DAY, "" if has_start else item.words())


def _stretch(said: Said, item: Phrase) -> None:
    is_week = item.has("WEEK", "WEEKA") and not item.has("BEGIN", "MID", "END")
    if is_week:
        said.groups.take_back(stretch_of(item, said.calendar), of_all=not item.has("V", "NA", "TOWARD"))
    said.groups.put_stretch(said.calendar.clipped(stretch_of(item, said.calendar)), is_week=is_week)


def _closing(said: Said, item: Phrase) -> None:
    item.has("SANITARY")
    said.is_off = item.has("OFFD", "OFFS")
    said.closing = item.words()


def _cannot(_: Said, item: Phrase) -> None:
    raise TimeDoubtError(Doubt.UNREAD, item.words())


def _last_day(said: Said, item: Phrase) -> None:
    item.has("LAST", "WORKING")
    said.last_day = item.words()


def _numbers(said: Said, item: Phrase) -> None:
    """«с 7 по 11»: where something is left out of them, they are days of the month."""
    first, last = (dom_of(dom) for dom in item.parts("dom"))
    begins = said.calendar.day_of_month(first)
    said.groups.put_stretch(Stretch(begins, begins + (last - first) * DAY))
    if last <= first or (begins + (last - first) * DAY).day != last:
        raise TimeDoubtError(Doubt.ORDER, item.words())


def _bare_numbers(said: Said, item: Phrase) -> None:
    """«31 выходной», «1-8 выходной»: days of the month where they are told one by one."""
    first, *rest = item.numbers()
    last = rest[0] if rest else first
    begins = said.calendar.day_of_month(first)
    ends = begins + (last - first) * DAY
    if ends < begins or ends.day != last:
        raise TimeDoubtError(Doubt.ORDER, item.words())
    said.groups.put_stretch(Stretch(begins, ends))


def _any(said: Said, item: Phrase) -> None:
    item.has("SOONEST", "NEAREST", "ANY", "EACH", "TIME")
    said.is_any = True


DAY_RESOLVERS: dict[str, Callable[[Said, Phrase], None]] = {
    "on": _on,
    "domrow": _domrow,
    "countfrom": _count_from,
    "wdlist": _wdlist,
    "doms": _doms,
    "daterange": _daterange,
    "opendays": _opendays,
    "weekly": _weekly,
    "nth": _nth,
    "ahead": _ahead,
    "lasting": _lasting,
    "stretch": _stretch,
    "spweek": _stretch,
    "sprange": _numbers,
    "spnums": _bare_numbers,
    "soonest": _any,
    "anyday": _any,
    "closing": _closing,
    "exclude": _exclude,
    "cannot": _cannot,
    "lastday": _last_day,
}
