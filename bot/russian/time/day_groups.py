"""Days as they were named: words about one day must agree, «или», «и» and a comma between equals begin another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.russian.time.calendar import Calendar
from bot.russian.time.days import NamedDate, NamedDay, NamedWeekday, settled
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, FAR, Stretch

_DAY_ITEMS = frozenset(("on", "doms", "daterange", "opendays", "nth", "ahead", "stretch"))


@dataclass(slots=True)
class _Group:
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


@dataclass(slots=True)
class DayGroups:
    """The groups in their order."""

    calendar: Calendar
    groups: list[_Group] = field(default_factory=list)
    weekdays: frozenset[int] = frozenset()
    are_alternatives: bool = False  # «или»: the nearest of each is meant

    def begin(self, item: Phrase, separator: str, *, is_first: bool) -> None:
        """Before each item: whether it speaks of another day than the one before."""
        kind = _kind(item)
        self.are_alternatives |= separator == "or"
        if is_first or not self.groups:
            self.groups.append(_Group())
        elif kind and self._is_other(kind, separator):
            self.groups.append(_Group(is_week=False))
        if kind:
            self.groups[-1].kinds.add(kind)

    def _is_other(self, kind: str, separator: str) -> bool:
        latest = self.groups[-1].kinds
        if not latest or not separator:
            return False
        return kind in latest if separator == "comma" else True

    @property
    def _now(self) -> _Group:
        return self.groups[-1]

    @property
    def takes_hour(self) -> bool:
        """Whether a bare number after what was said is an hour: after a date, never after a bare weekday."""
        return bool(self.groups and (self._now.dates or self._now.several))

    def put_day(self, named: NamedDay, *, is_written: bool) -> None:
        """A day. Raises TimeDoubtError where another one was said of the same group."""
        if isinstance(named, NamedWeekday):
            if self._now.weekday not in {None, named}:
                raise TimeDoubtError(Doubt.SEVERAL_DAYS)
            self._now.weekday = named
            return
        self._now.dates.append(settled(named, self.calendar))
        self._now.is_written |= is_written and isinstance(named, NamedDate) and named.month is not None

    def put_list(self, days: Sequence[date]) -> None:
        """Several days at once: «2, 4 и 9 декабря»."""
        if self._now.several:
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        self._now.several = tuple(days)

    def put_stretch(self, days: Stretch, *, is_week: bool = False, is_open: bool = False) -> None:
        """Days that follow one another."""
        if self._now.stretch is not None:
            if not (self._now.is_open and is_open):
                raise TimeDoubtError(Doubt.SEVERAL_DAYS)
            days = Stretch(max(days.first, self._now.stretch.first), min(days.last, self._now.stretch.last))
            if days.first > days.last:
                raise TimeDoubtError(Doubt.ORDER)
        self._now.stretch, self._now.is_week, self._now.is_open = days, is_week, is_open

    def put_ahead(self, day: date, *, weeks: int) -> None:
        """«через неделю»: that day, or the week of a weekday said beside it."""
        self._now.dates.append(day)
        self._now.weeks_ahead = weeks

    def put_length(self, last: Callable[[date], date], startless: str) -> None:
        """«на неделю»: to which day from the first one on."""
        if self._now.length is not None:
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        self._now.length, self._now.startless = last, startless

    def put_weekdays(self, weekdays: frozenset[int]) -> None:
        """Adds the weekdays of a repetition: «по вторникам»."""
        self.weekdays |= weekdays

    def settled(self) -> tuple[tuple[Stretch, ...], frozenset[int]]:
        """All days, and the weekdays where only those are meant. Raises TimeDoubtError."""
        found: list[Stretch] = []
        week: Stretch | None = None
        only = self.weekdays
        for group in self.groups:
            week = group.stretch if group.is_week else week
            stretches, weekdays = _settled(group, week, self.calendar)
            found += stretches
            only |= weekdays
        if only and any(group.several or group.dates for group in self.groups):
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        return tuple(dict.fromkeys(self._in_order(found))), only

    def _in_order(self, found: list[Stretch]) -> list[Stretch]:
        """«вт, ср» said of a Tuesday are both of the next week: the second comes after the first."""
        bare = all(group.weekday and not (group.dates or group.stretch) for group in self.groups)
        numbers = [day.first.weekday() for day in found]
        if self.are_alternatives or not bare or numbers != sorted(numbers):
            return found
        latest = found[0].first if found else FAR
        return [day if day.first >= latest else Stretch(day.first + 7 * DAY, day.last + 7 * DAY) for day in found]


def _kind(item: Phrase) -> str:
    """How a day is named: by its date, its weekday, its distance, a stretch; nothing for words about hours."""
    if item.name not in _DAY_ITEMS:
        return ""
    return item.parts()[0].name if item.name == "on" else {"ahead": "rel", "doms": "date"}.get(item.name, item.name)


def _settled(group: _Group, week: Stretch | None, calendar: Calendar) -> tuple[list[Stretch], frozenset[int]]:
    if group.several:
        return _several(group), frozenset()
    if group.weekday and group.weeks_ahead:
        return _lasting(group, calendar.weekday_in_weeks(group.weekday.number, group.weeks_ahead)), frozenset()
    if group.dates:
        return _lasting(group, _one_day(group, calendar)), frozenset()
    if group.weekday is None:
        return _whole(group, group.stretch, calendar), frozenset()
    return _weekday_of(group, group.weekday, week, calendar)


def _several(group: _Group) -> list[Stretch]:
    if group.stretch or group.dates or group.weekday or group.length:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=group.several)
    return [Stretch.of(day) for day in group.several]


def _weekday_of(
    group: _Group, named: NamedWeekday, week: Stretch | None, calendar: Calendar
) -> tuple[list[Stretch], frozenset[int]]:
    """A weekday alone, of a week that was named, or all such days of a longer stretch."""
    whole = group.stretch
    if week is not None and not (whole and not group.is_week):
        day = week.last - (6 - named.number) * DAY
        return _lasting(group, day), frozenset()
    if whole is not None:
        return _whole(group, whole, calendar), frozenset((named.number,))
    return _lasting(group, calendar.weekday(named.number, named.which)), frozenset()


def _whole(group: _Group, whole: Stretch | None, calendar: Calendar) -> list[Stretch]:
    if whole is None and group.startless:
        raise TimeDoubtError(Doubt.UNREAD, group.startless)
    if whole is None:
        return _lasting(group, calendar.today) if group.length else []
    if group.length is None:
        return [whole]
    if whole.last != FAR:
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return [Stretch(whole.first, group.length(whole.first))]


def _lasting(group: _Group, day: date) -> list[Stretch]:
    if group.stretch and ((group.is_open and group.dates) or (day not in group.stretch and not group.is_week)):
        raise TimeDoubtError(Doubt.SEVERAL_DAYS)
    return [Stretch(day, group.length(day) if group.length else day)]


def _one_day(group: _Group, calendar: Calendar) -> date:
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
