"""What was said of one day, or of several at once, and the days that it means."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.named_days import NamedWeekday, settled
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.values import DAY, FAR, Stretch


@dataclass(slots=True)
class DayGroup:
    """What was said of one day, or of several at once."""

    kinds: set[str] = field(default_factory=set)
    dates: list[date] = field(default_factory=list)
    is_written: bool = False  # one of them with its month
    weekday: NamedWeekday | None = None
    several: tuple[date, ...] = ()
    stretch: Stretch | None = None
    is_week: bool = False
    is_open: bool = False
    weeks_ahead: int = 0
    length: Callable[[date], date] | None = None
    startless: str = ""  # «14 дней» said so that a first day must be named


def settled_group(group: DayGroup, week: Stretch | None, calendar: Calendar) -> tuple[list[Stretch], frozenset[int]]:
    if group.several:
        return _several(group), frozenset()
    if group.weekday and group.weeks_ahead:
        return _lasting(group, calendar.weekday_in_weeks(group.weekday.number, group.weeks_ahead)), frozenset()
    if group.dates:
        return _lasting(group, _one_day(group, calendar)), frozenset()
    if group.weekday is None:
        return _whole(group, group.stretch, calendar), frozenset()
    return _weekday_of(group, group.weekday, week, calendar)


def _several(group: DayGroup) -> list[Stretch]:
    if group.stretch or group.dates or group.weekday or group.length:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=group.several)
    return [Stretch.of(day) for day in group.several]


def _weekday_of(
    group: DayGroup, named: NamedWeekday, week: Stretch | None, calendar: Calendar
) -> tuple[list[Stretch], frozenset[int]]:
    """A weekday alone, of a week that was named, or all such days of a longer stretch."""
    whole = group.stretch
    if week is not None and not (whole and not group.is_week):
        day = week.last - (6 - named.number) * DAY
        return _lasting(group, day), frozenset()
    if whole is not None:
        return _whole(group, whole, calendar), frozenset((named.number,))
    return _lasting(group, calendar.weekday(named.number, named.which)), frozenset()


def _whole(group: DayGroup, whole: Stretch | None, calendar: Calendar) -> list[Stretch]:
    if whole is None and group.startless:
        raise TimeDoubtError(Doubt.UNREAD, group.startless)
    if whole is None:
        return _lasting(group, calendar.today) if group.length else []
    if group.length is None:
        return [whole]
    if whole.last != FAR:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return [Stretch(whole.first, group.length(whole.first))]


def _lasting(group: DayGroup, day: date) -> list[Stretch]:
    if group.stretch and ((group.is_open and group.dates) or (day not in group.stretch and not group.is_week)):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return [Stretch(day, group.length(day) if group.length else day)]


def _one_day(group: DayGroup, calendar: Calendar) -> date:
    day, *others = dict.fromkeys(group.dates)
    if others:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=tuple(sorted((day, *others))))
    if group.weekday and group.weekday.number != day.weekday():
        if group.is_written:
            raise TimeDoubtError(Doubt.OTHER_WEEKDAY, days=(day,))
        other = settled(group.weekday, calendar)
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(day, other))
    if group.stretch and day not in group.stretch:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return day
