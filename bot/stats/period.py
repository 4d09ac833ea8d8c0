"""Which days a report is about, and which it is compared with."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days of the region, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends before it begins")

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    def before(self) -> "Period":
        """The equal one before: as many whole months, the same part of the year before, or as many days."""
        if self.first.day == 1 and (self.last + DAY).day == 1:
            months = _month_number(self.last) - _month_number(self.first) + 1
            return Period(_first_of(_month_number(self.first) - months), self.first - DAY)
        if (self.first.month, self.first.day) == (1, 1) and self.last.year == self.first.year:
            return Period(_year_earlier(self.first), _year_earlier(self.last))
        return Period(self.first - self.days * DAY, self.first - DAY)


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _year_earlier(day: date) -> date:
    year = day.year - 1
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
