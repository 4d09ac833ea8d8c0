"""What typed hours of work say, clause by clause, before anybody writes a timetable of them."""

from dataclasses import dataclass, field

Span = tuple[int, int]  # minutes of the day
MonthDay = tuple[int, int]  # day 0 is the first or the last of its month


@dataclass(frozen=True, slots=True)
class Weekly:
    """Weekdays and their hours; without hours closed, or by appointment."""

    days: tuple[int, ...]
    spans: tuple[Span, ...] = ()
    by_appointment: bool = False
    weeks: str = ""  # of even or odd weeks alone: "even", "odd"
    refines: bool = field(default=False, compare=False)  # only another end: days of a line before may be meant
    text: str = field(default="", compare=False)
    is_everyday: bool = field(default=False, compare=False)  # hours without days: the days off must be told
    one_by_one: tuple[int, ...] = field(default=(), compare=False)  # days named by themselves or at an end of a stretch


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays are days off."""


@dataclass(frozen=True, slots=True)
class OnNth:
    """Hours on the nth weekdays of a month; negative ones count from its end."""

    weekday: int
    nths: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Monthly:
    """A closed day that comes once a month; `weekday` None is its last day."""

    weekday: int | None
    nths: tuple[int, ...] = (-1,)
    is_sanitary: bool = False


@dataclass(frozen=True, slots=True)
class Lunch:
    """A break of the days before, of some of them where `days` are named; None: the day just said has none."""

    span: Span | None
    text: str = field(default="", compare=False)
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SeasonOfYear:
    """What follows is of these stretches of the year; of none: of the rest of it."""

    stretches: tuple[tuple[MonthDay, MonthDay], ...] = ()
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Shorter:
    """The usual days, but only until then, or so many minutes less."""

    until: int | None = None
    less: int = 0


@dataclass(frozen=True, slots=True)
class Always:
    """Open day and night, without a day off."""


Clause = Always | Weekly | Holidays | OnNth | Monthly | Lunch | SeasonOfYear | Shorter
