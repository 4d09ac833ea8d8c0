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
        """How many days the period has."""
        return (self.last - self.first).days + 1

    def before(self) -> "Period":
        """The equal one before: the same part of the year before, as many whole months, or as many days.

        What begins with a year is of that year on every day of it: a year so far must not be compared with its own
        stretch today and with other months tomorrow, because today a month ends.
        """
        if (self.first.month, self.first.day) == (1, 1) and self.last.year == self.first.year:
            return Period(_year_earlier(self.first), _year_earlier(self.last))
        if self.first.day == 1 and _ends_month(self.last):
            months = _month_number(self.last) - _month_number(self.first) + 1
            return Period(_first_of(_month_number(self.first) - months), self.first - DAY)
        return Period(self.first - self.days * DAY, self.first - DAY)


def _ends_month(day: date) -> bool:
    return (day + DAY).day == 1


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _year_earlier(day: date) -> date:
    """The same day; of the last day of a month the last of that month, also where February has a day more."""
    year = day.year - 1
    length = monthrange(year, day.month)[1]
    return date(year, day.month, length if _ends_month(day) else min(day.day, length))
