"""What words about time mean: days, hours of a day, and both together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
FAR = date.max  # the end of what has no end: «с 10 декабря»


class DayPart(StrEnum):
    """A part of the day that was said instead of an hour."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Days that follow one another, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def each(self) -> Iterator[date]:
        """Its days in their order; only of what has an end."""
        return (self.first + n * DAY for n in range((self.last - self.first).days + 1))

    @classmethod
    def of(cls, day: date) -> "Stretch":
        """The stretch that is this one day."""
        return cls(day, day)


@dataclass(frozen=True, slots=True)
class Days:
    """Stretches in the order they were named, less what was excluded; `weekdays` where only those are meant."""

    stretches: tuple[Stretch, ...]
    weekdays: frozenset[int] = frozenset()
    without: frozenset[date] = frozenset()
    without_weekdays: frozenset[int] = frozenset()

    def __contains__(self, day: date) -> bool:
        return (
            any(day in stretch for stretch in self.stretches)
            and (not self.weekdays or day.weekday() in self.weekdays)
            and day not in self.without
            and day.weekday() not in self.without_weekdays
        )

    @property
    def first(self) -> date:
        """The first day that may be meant."""
        return min(stretch.first for stretch in self.stretches)

    @property
    def last(self) -> date:
        """The last day that may be meant."""
        return max(stretch.last for stretch in self.stretches)

    @property
    def single(self) -> date | None:
        """The day where exactly one is meant."""
        only = self.stretches[0]
        return only.first if len(self.stretches) == 1 and only.first == only.last and only.first in self else None

    def runs(self) -> tuple[Stretch, ...]:
        """The same days, in their order, as few stretches as possible; only of what has an end."""
        found: list[Stretch] = []
        for day in sorted(set(self._each())):
            if found and found[-1].last == day - DAY:
                found[-1] = Stretch(found[-1].first, day)
            else:
                found.append(Stretch.of(day))
        return tuple(found)

    def _each(self) -> Iterable[date]:
        for stretch in self.stretches:
            yield from (day for day in stretch.each() if day in self)


@dataclass(frozen=True, slots=True)
class TimeWish:
    """What is wished; None is «not said». Times are of the wall clock, `until` exclusive."""

    days: Days | None = None
    at: time | None = None
    since: time | None = None
    until: time | None = None
    sure: bool = True  # no word was guessed: «четверк»
    has_more: bool = False  # other words stand beside it that name no time: «внучка привезет»

    @property
    def day(self) -> date | None:
        """The day of the words where exactly one was meant."""
        return self.days.single if self.days else None

    def on(self, day: date) -> "TimeWish":
        """The same hours on that day."""
        return replace(self, days=Days((Stretch.of(day),)))

    def fits(self, local: datetime) -> bool:
        """Whether a moment, in the zone of the words, is one of those meant."""
        moment = local.time()
        return (
            (self.days is None or local.date() in self.days)
            and (self.at is None or moment == self.at)
            and (self.since is None or self.since <= moment)
            and (self.until is None or moment < self.until)
        )
