"""Days as they were named: words about one day must agree, «или», «и» and a comma between equals begin another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.day_group import DayGroup, settled_group
from bot.russian.time.days.named_days import NamedDate, NamedDay, NamedWeekday, settled
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.grammar.tree import Phrase
from bot.russian.time.values import DAY, FAR, Stretch

_DAY_ITEMS = frozenset((
    *("on", "wdlist", "doms", "domrow", "countfrom", "daterange", "opendays", "nth", "ahead", "stretch", "spweek"),
))  # fmt: skip
_NEAR = 20 * DAY
_DATED = frozenset(("date", "daterange"))


@dataclass(slots=True)
class DayGroups:
    """The groups in their order."""

    calendar: Calendar
    groups: list[DayGroup] = field(default_factory=list)
    weekdays: frozenset[int] = frozenset()
    are_alternatives: bool = False  # «или»: the nearest of each is meant

    def begin(self, item: Phrase, separator: str, *, is_first: bool) -> None:
        """Before each item: whether it speaks of another day than the one before."""
        kind = _kind(item)
        self.are_alternatives |= separator == "or"
        if is_first or not self.groups:
            self.groups.append(DayGroup())
        elif kind and (self._is_other(kind, separator) or self._is_next_of_list(item, separator)):
            self.groups.append(DayGroup(is_week=False))
        if kind:
            self.groups[-1].kinds.add(kind)

    def _is_other(self, kind: str, separator: str) -> bool:
        latest = self.groups[-1].kinds
        if not latest or not separator:
            return False
        if kind in _DATED and latest & _DATED:
            return True  # «31 декабря, 1–8 января, 12 и 13 января»
        return kind in latest if separator == "comma" else True

    def _is_next_of_list(self, item: Phrase, separator: str) -> bool:
        """«завтра, послезавтра, в субботу»: the last one is not the weekday of the second."""
        day = item.part("wd")
        if day is None or separator != "comma" or len(self.groups) == 1 or not self._now.dates:
            return False
        return self._now.dates[0].weekday() != day.value("WD")

    def begin_another(self, item: Phrase) -> None:
        """Within one piece: «пн ср пт»."""
        self.groups.append(DayGroup(kinds={_kind(item)}))

    def take_back(self, week: Stretch, *, of_all: bool) -> None:
        """«среда и пятница следующей недели» are both of that week. Raises TimeDoubtError where that is not sure."""
        if self._now.weekday is None:
            return
        for group in reversed(self.groups[:-1]):
            if group.weekday is None or group.dates or group.stretch or group.weekday.which:
                return
            if not of_all and self.calendar.weekday(group.weekday.number) not in week:
                raise TimeDoubtError(Doubt.SEVERAL_DAYS)
            group.stretch, group.is_week = week, True

    @property
    def _now(self) -> DayGroup:
        return self.groups[-1]

    @property
    def are_bare_weekdays(self) -> bool:
        """Whether nothing but weekdays was said, and not which: they may come again every week."""
        return bool(self.groups) and all(
            one.weekday and not (one.weekday.which or one.dates or one.stretch) for one in self.groups
        )

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
        day = settled(named, self.calendar)
        is_bare = isinstance(named, NamedDate) and named.month is None
        self._now.dates.append(self.following(day) if is_bare else day)
        self._now.is_written |= is_written and isinstance(named, NamedDate) and named.month is not None

    def following(self, day: date) -> date:
        """A number without its month is of the days after those named before it: «с 1 по 8 января и 12-го».

        Raises TimeDoubtError where it would be far from them.
        """
        latest = _last_of(self.groups[:-1])
        if self.calendar.looks_back or latest is None or day > latest:
            return day
        after = replace(self.calendar, today=latest + DAY).day_of_month(day.day)
        if after - latest > _NEAR:
            raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(day, after))
        return after

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
            stretches, weekdays = settled_group(group, week, self.calendar)
            found += stretches
            only |= weekdays
            if weekdays and len(self.groups) > 1:  # «выходные суббота и воскресенье»
                raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        if only and any(group.several or group.dates or (self.weekdays and group.weekday) for group in self.groups):
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)
        _refuse_nested(found)
        return tuple(dict.fromkeys(self._in_order(found))), only

    def _in_order(self, found: list[Stretch]) -> list[Stretch]:
        """«вт, ср» said of a Tuesday are both of the next week: the second comes after the first."""
        bare = all(group.weekday and not (group.dates or group.stretch) for group in self.groups)
        numbers = [day.first.weekday() for day in found]
        if self.are_alternatives or not bare or numbers != sorted(numbers):
            return found
        latest = found[0].first if found else FAR
        return [day if day.first >= latest else Stretch(day.first + 7 * DAY, day.last + 7 * DAY) for day in found]


def _last_of(groups: Sequence[DayGroup]) -> date | None:
    """The last day that was named by its date, or by a stretch with an end."""
    dated = [day for one in groups for day in (*one.dates, *one.several)]
    ends = [one.stretch.last for one in groups if one.stretch and one.stretch.last != FAR]
    return max((*dated, *ends), default=None)


def _refuse_nested(found: Sequence[Stretch]) -> None:
    """«летом, июнь и август»: the first may be all that is meant, or nothing by itself. Raises TimeDoubtError."""
    for outer in found:
        within = [one for one in found if one != outer and outer.first <= one.first and one.last <= outer.last]
        if within and outer.last != FAR:
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)


def _kind(item: Phrase) -> str:
    """How a day is named: by its date, its weekday, its distance, a stretch; nothing for words about hours."""
    if item.name not in _DAY_ITEMS:
        return ""
    same = {"ahead": "rel", "doms": "date", "domrow": "date", "wdlist": "wd", "spweek": "stretch"}
    return item.parts()[0].name if item.name == "on" else same.get(item.name, item.name)
