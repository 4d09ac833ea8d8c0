"""What has been read of words about a day or an hour, while they are being read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from bot.booking.timetable import Days

Words = Sequence[str]


class NoSuchError(ValueError):
    """A date or a time that does not exist; says which."""


@dataclass(slots=True)
class Draft:
    """What has been read so far; numbers wait for what the rest says they are."""

    days: Days | None = None
    date: tuple[int, int, int | None] | None = None  # day, month, year
    day_of_month: int | None = None
    at: time | None = None
    part: str | None = None
    span: tuple[time | None, time | None] = (None, None)
    since: time | None = None
    until: time | None = None
    numbers: list[int] = field(default_factory=list)
    strays: int = 0


# Takes words from the beginning of the rest; how many it has taken, 0 where it is not its turn.
Rule = Callable[[Draft, Words, date], int]


def time_of(hour: int, minute: int = 0) -> time:
    """Raises NoSuchError."""
    try:
        return time(hour, minute)
    except ValueError:
        raise NoSuchError("no_such_time") from None


def number_of(words: Words) -> int | None:
    """The number that the words begin with."""
    return int(words[0]) if words and words[0].isascii() and words[0].isdigit() and len(words[0]) <= 4 else None
