"""The draft that words about a day or an hour fill while they are being read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from bot.booking.slots import BookableDays

Words = Sequence[str]


class NoSuchError(ValueError):
    """A date or a time that does not exist, or several that do not go together; says which."""

    def __init__(self, what: str, days: Sequence[date] = ()) -> None:
        super().__init__(what)
        self.days = tuple(days)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday that was named, 0 is Monday; `following` is one of the next week."""

    number: int
    following: bool = False


@dataclass(slots=True)
class TimeDraft:
    """What has been read so far; each of several days is kept, so that none silently replaces another."""

    dates: list[date] = field(default_factory=list)
    written: bool = False  # one of them with its month
    weekdays: list[Weekday] = field(default_factory=list)
    stretches: list[BookableDays] = field(default_factory=list)
    within_week: bool = False  # the stretch is a week
    soonest: int | None = None  # the place of «ближайшее»
    sooner: bool = False  # it was «раньше», which compares with something
    at: time | None = None
    exact: bool = False  # «03:00» is of the night
    part: str | None = None
    span: tuple[time | None, time | None] = (None, None)
    since: time | None = None
    until: time | None = None
    numbers: list[tuple[int, int]] = field(default_factory=list)  # the place of a bare number, and the number
    day_at: int | None = None  # the place of the first word about a day

    @property
    def has_day(self) -> bool:
        """Whether the words named a day already."""
        return bool(self.dates or self.weekdays or self.stretches)

    def put_time(self, at: time) -> None:
        """Stores the hour; a second, different hour is refused. Raises NoSuchError."""
        if self.at not in {None, at}:
            raise NoSuchError("several_times")
        self.at = at

    def put_bounds(self, since: time | None, until: time | None) -> None:
        """Stores from or until when. Raises NoSuchError."""
        if (since and self.since) or (until and self.until):
            raise NoSuchError("several_times")
        self.since, self.until = since or self.since, until or self.until


# Takes words from the beginning of the rest; how many it has taken, 0 where it is not its turn.
Rule = Callable[[TimeDraft, Words, date], int]


def time_of(hour: int, minute: int = 0) -> time:
    """The time of these hours and minutes. Raises NoSuchError."""
    try:
        return time(hour, minute)
    except ValueError:
        raise NoSuchError("no_such_time") from None


def number_of(words: Words) -> int | None:
    """The number that the words begin with."""
    return int(words[0]) if words and words[0].isascii() and words[0].isdigit() and len(words[0]) <= 4 else None
