"""What the pieces of a phrase have said so far; a second, different value for anything is a question."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.russian.time.clocks import Bounds, SaidTime
from bot.russian.time.days.calendar import Calendar
from bot.russian.time.days.day_groups import DayGroups
from bot.russian.time.days.exclusions import Exclusion
from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.values import Days, Stretch

_ANY_DAY = timedelta(days=366)  # «ближайшее», «любое»


@dataclass(slots=True)
class Said:
    """Everything the pieces say; a second, different value for anything raises TimeDoubtError."""

    calendar: Calendar
    now: datetime
    groups: DayGroups
    excluded: list[Exclusion] = field(default_factory=list)
    at: SaidTime | None = None
    since: time | None = None
    until: time | None = None
    part: str = ""
    bounds: Bounds = (None, None)
    numbers: list[tuple[int, bool]] = field(default_factory=list)  # with whether a day was named before
    lone_numbers: str = ""  # «15 16 декабря»: days of a closing; in a wish the first may be an hour
    is_bare_span: bool = False  # «1-5»: hours, or days?
    day_numbers: tuple[int, int] | None = None  # «с 7 по 20»: where nothing else is said, days of the month
    is_range: bool = False  # the hours are those of the first and the last day
    is_whole: bool = False  # «весь день»
    is_any: bool = False
    closing: str = ""  # «санитарный день»
    is_off: bool = False  # «выходной»
    polarity: str = ""  # "opens" of «работаем до 14», "closes" of «закрываемся в 14»
    polarity_words: str = ""
    last_day: str = ""  # «последний рабочий день»: what is closed begins after it
    wrong_time: SaidTime | None = None  # «не в 10, а в 12»
    wrong_words: str = ""
    moment: datetime | None = None  # «через два часа»
    booked: datetime | None = None  # when the visit is now that is moved
    is_on_booked_day: bool = False  # «на час позже»
    moving: str = ""  # words that speak of another time than the one wished: «вместо среды», «на час позже»
    vague: str = ""  # «попозже»: idle where the hour is named
    vague_bounds: Bounds = (None, None)
    kept_hour: SaidTime | None = None  # «на день раньше»: that of the visit, where no other is named
    same_day: date | None = None  # «в тот же день»; with a week the same weekday of it

    def contrast(self) -> None:
        """«не в среду, а в пятницу»: what follows is another day or hour for sure."""
        self.excluded[-1:] = [replace(one, is_apart=True) for one in self.excluded[-1:]]
        self.wrong_words = ""

    def month_left_out(self) -> int | None:
        """The month of the one day that is not wished: «не 2 декабря»."""
        days = self.excluded[-1].days if self.excluded else frozenset()
        return next(iter(days)).month if len(days) == 1 and self.excluded[-1].is_dated else None

    @property
    def has_hours(self) -> bool:
        """Whether an hour or a part of the day was said."""
        return bool(self.at or self.since or self.until or self.part)

    def put_at(self, clock: SaidTime) -> None:
        """Notes the hour at which something begins."""
        if self.at is not None and self.at != clock:
            raise TimeDoubtError(Doubt.SEVERAL_TIMES)
        self.at = clock

    def put_bounds(self, since: time | None, until: time | None) -> None:
        """Notes from which hour until which something lasts."""
        if (since and self.since) or (until and self.until):
            raise TimeDoubtError(Doubt.SEVERAL_TIMES)
        self.since, self.until = since or self.since, until or self.until

    def days(self) -> Days | None:
        """All days together, None where none was said. Raises TimeDoubtError."""
        stretches, weekdays = self.groups.settled()
        if not (stretches or weekdays or self.excluded or self.is_any):
            return None
        here = self.calendar.today
        self.excluded = [one.settled(stretches, self.calendar) for one in self.excluded]
        without = frozenset(day for one in self.excluded for day in one.days)
        weekly = frozenset(day for one in self.excluded for day in one.weekdays)
        days = Days(stretches or (Stretch(here, here + _ANY_DAY),), weekdays, without, weekly)
        self._refuse_idle(days, has_stretches=bool(stretches))
        return days

    def _refuse_idle(self, days: Days, *, has_stretches: bool) -> None:
        """What was excluded and is no part of the rest may be half of a list: «не в понедельник, вторник»."""
        without = frozenset(day for one in self.excluded if not one.is_apart for day in one.days)
        if without and not any(day in stretch for day in without for stretch in days.stretches):
            raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=tuple(sorted(without)))
        weekly = frozenset(day for one in self.excluded if not one.is_apart for day in one.weekdays)
        if weekly and has_stretches and not any(_has_one_of(stretch, weekly) for stretch in days.stretches):
            raise TimeDoubtError(Doubt.SEVERAL_DAYS)


def _has_one_of(stretch: Stretch, weekdays: frozenset[int]) -> bool:
    length = (stretch.last - stretch.first).days + 1
    return length >= 7 or any((stretch.first.weekday() + n) % 7 in weekdays for n in range(length))
