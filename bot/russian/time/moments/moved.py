"""A visit that is moved: «с четверга на пятницу», «вместо 16-го 18-го», «на полчаса позже», «в то же время»."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from bot.russian.time.clocks import SaidTime, clock_of
from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.named_days import NamedDate, NamedWeekday, day_of, days_ahead, later, named_day, settled
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.moments.said import Said

_MINUTES = {"HOUR": 60, "HOUR1": 60, "MINUTE": 1, "HALFHOUR": 30}
_QUARTER = 15  # minutes: «в это же время» said at 12:07 is at noon


def _moved(said: Said, item: Phrase) -> None:
    """From one day or hour to another: what is left must be that of the visit, where it is known."""
    source, target = item.part("dsource", "hsource"), item.part("target", "htarget")
    if source is None or target is None:
        raise TimeDoubtError(Doubt.UNREAD, item.words())
    said.moving = item.words()
    if day := day_of(target):
        _leave(said, source, is_day=True)
        said.groups.put_day(named_day(day, said.calendar.today), is_written=day.name == "date")
        return
    number = _bare(target)
    if number is not None and _is_day(said, source, item):
        _leave(said, source, is_day=True)
        said.groups.put_day(NamedDate(number), is_written=False)
        return
    _leave(said, source, is_day=False)
    said.is_on_booked_day = True
    said.put_at(clock_of(target))


def _is_day(said: Said, source: Phrase, item: Phrase) -> bool:
    """Whether «с 10 на 11» is of days: by the visit that is moved. Raises TimeDoubtError where that is not sure."""
    if day_of(source):
        return True
    number = _bare(source)
    if number is None:
        return False
    if said.booked is None or (said.booked.day == number) == (SaidTime(number).at().hour == said.booked.hour):
        raise TimeDoubtError(Doubt.AMBIGUOUS, item.words())
    return said.booked.day == number


def _bare(part: Phrase) -> int | None:
    """A number that may be an hour or a day."""
    hour = part.part("hour")
    if hour is None or hour.has("HOUR") or part.part("part"):
        return None
    return hour.numbers()[0]


def _instead(said: Said, item: Phrase) -> None:
    """What is not wished any more; a day is left out, an hour stands beside another one."""
    item.has("INSTEAD")
    said.moving = item.words()
    if source := item.part("dsource", "hsource"):
        _leave(said, source, is_day=day_of(source) is not None or _bare(source) is not None)


def _leave(said: Said, source: Phrase, *, is_day: bool) -> None:
    """Notes what the visit is moved from. Raises TimeDoubtError where the visit is at another time."""
    source.accept()
    if said.booked is None:
        return
    day, number, booked = day_of(source), _bare(source), said.booked
    if day:
        is_same = _is_on(named_day(day, said.calendar.today), booked.date(), said.calendar)
    elif is_day and number is not None:
        is_same = number == booked.day
    else:
        is_same = source.part("time", "hour") is None or clock_of(source).at().hour == booked.hour
    if not is_same:
        raise TimeDoubtError(Doubt.NOT_BOOKED_THEN, source.words())


def _is_on(named: NamedDate | NamedWeekday | date, day: date, calendar: Calendar) -> bool:
    match named:
        case NamedWeekday(number):
            return day.weekday() == number
        case NamedDate(number, None):
            return day.day == number
        case _:
            return settled(named, calendar) == day


def _shift(said: Said, item: Phrase) -> None:
    """«на полчаса позже»: from the time of the visit on. Raises TimeDoubtError where no visit is moved."""
    booked = _booked(said, item)
    way = 1 if item.has("AFTER", "LATER") else -1
    item.has("BEFORE", "EARLIER")
    count, unit = days_ahead(item)
    if minutes := _MINUTES.get(unit):
        halves = 3 if item.has("ONEHALF") else 2
        moment = booked + way * timedelta(minutes=count * minutes * halves / 2)
        said.is_on_booked_day = True
    else:
        day = later(booked.date(), count * way, unit)
        said.groups.put_day(day, is_written=False)
        said.kept_hour = SaidTime(booked.hour, booked.minute, exact=True)
        return
    said.put_at(SaidTime(moment.hour, moment.minute, exact=True))


def _vague(said: Said, item: Phrase) -> None:
    """«попозже»: of a visit that is moved any time after it on its day."""
    is_later = item.has("LATER")
    item.has("EARLIER")
    said.vague = item.words()
    if said.booked is not None:
        said.is_on_booked_day = True
        said.vague_bounds = (_after(said.booked), None) if is_later else (None, said.booked.time())


def _after(moment: datetime) -> time:
    return (moment + timedelta(minutes=1)).time()


def _same(said: Said, item: Phrase) -> None:
    """The hour or the day of the visit that is moved; «в это же время» without one is that of now."""
    if item.has("SAMEDAY"):
        said.same_day = _booked(said, item).date()
        return
    item.has("SAMETIME")
    is_now = item.has("NOWTIME")
    moment = said.now if is_now and said.booked is None else _booked(said, item)
    minute = moment.minute - moment.minute % _QUARTER if moment is said.now else moment.minute
    said.put_at(SaidTime(moment.hour, minute, exact=True))


def _booked(said: Said, item: Phrase) -> datetime:
    said.moving = item.words()
    if said.booked is None:
        raise TimeDoubtError(Doubt.UNREAD, item.words())
    return said.booked


MOVE_RESOLVERS: dict[str, Callable[[Said, Phrase], None]] = {
    "moved": _moved,
    "instead": _instead,
    "shift": _shift,
    "vague": _vague,
    "same": _same,
}
