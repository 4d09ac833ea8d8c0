"""Which date a typed day means, seen from today: ahead for visits and closures, back for reports."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from bot.russian.time.doubts import Doubt, TimeDoubtError
from bot.russian.time.values import DAY, Stretch

JUST_PASSED = timedelta(days=90)  # «20 ноября» said on the 24th has passed; said in May it is half a year ahead
LAST_YEAR = 2200  # what lies behind is a slip of the pen


@dataclass(frozen=True, slots=True)
class Calendar:
    """Today, and whether days behind are meant."""

    today: date
    looks_back: bool = False

    def day(self, day: int, month: int, year: int | None = None) -> date:
        """The date; the year that was not said is the nearest one that makes sense. Raises TimeDoubtError."""
        if year is not None:
            return made(year, month, day)
        found = [one for one in (possible(year, month, day) for year in self._years()) if one]
        if not found:
            raise TimeDoubtError(Doubt.NO_SUCH_DATE)
        if self.looks_back:
            return next((one for one in found if one <= self.today), found[0])
        return next((one for one in found if one >= self.today - JUST_PASSED), found[0])

    def _years(self) -> tuple[int, ...]:
        here = self.today.year
        return (here, here - 1) if self.looks_back else (here, here + 1)

    def day_of_month(self, day: int) -> date:
        """The next day with that number, or the last one when looking back. Raises TimeDoubtError."""
        step = -1 if self.looks_back else 1
        for months in range(3):
            number = self.today.year * 12 + self.today.month - 1 + step * months
            found = possible(number // 12, number % 12 + 1, day)
            if found and (found <= self.today if self.looks_back else found >= self.today):
                return found
        raise TimeDoubtError(Doubt.NO_SUCH_DATE)

    def weekday(self, number: int, which: str = "") -> date:
        """The next such weekday after today; «следующий» is of the next week, «прошлый» of the last.

        Raises TimeDoubtError: «в ту среду» may be either.
        """
        if which == "THAT" or (which == "THIS" and number == self.today.weekday() and not self.looks_back):
            raise TimeDoubtError(Doubt.AMBIGUOUS)
        if which == "NEXT":
            return self._next(number)
        if which == "PREV":
            return self.monday + (number - 7) * DAY
        if self.looks_back:
            return self.today - (self.today.weekday() - number) % 7 * DAY
        return self.today + ((number - self.today.weekday() - 1) % 7 + 1) * DAY

    def _next(self, number: int) -> date:
        """«следующая пятница» said before Friday may be of this week as well. Raises TimeDoubtError."""
        nearest, later = self.monday + number * DAY, self.monday + (7 + number) * DAY
        if nearest > self.today + DAY and not self.looks_back:
            raise TimeDoubtError(Doubt.SEVERAL_DAYS, days=(nearest, later))
        return later

    def weekday_in_weeks(self, number: int, weeks: int) -> date:
        """«через неделю в пятницу»: that day if it is one, else the next one so many weeks later."""
        day = self.today + 7 * weeks * DAY
        return day if day.weekday() == number else self.weekday(number) + 7 * weeks * DAY

    @property
    def monday(self) -> date:
        """The first day of this week."""
        return self.today - self.today.weekday() * DAY

    def month(self, month: int, year: int | None = None) -> Stretch:
        """All days of a month; ahead it is this one or a later one. Raises TimeDoubtError."""
        if year is None:
            ahead = month < self.today.month and not self.looks_back
            behind = month > self.today.month and self.looks_back
            year = self.today.year + ahead - behind
        return whole_month(year, month)

    def clipped(self, days: Stretch) -> Stretch:
        """The part of the days that is still to come, or has been. Raises TimeDoubtError."""
        if self.looks_back:
            return Stretch(days.first, min(days.last, self.today)) if days.first <= self.today else days
        if days.last < self.today:
            raise TimeDoubtError(Doubt.PASSED)
        return Stretch(max(days.first, self.today), days.last)


def possible(year: int, month: int, day: int) -> date | None:
    """The date, where the calendar has it."""
    try:
        return date(year, month, day) if year <= LAST_YEAR else None
    except ValueError:
        return None


def made(year: int, month: int, day: int) -> date:
    """The date of these numbers. Raises TimeDoubtError where there is no such day."""
    found = possible(year, month, day)
    if found is None:
        raise TimeDoubtError(Doubt.TOO_FAR if year > LAST_YEAR else Doubt.NO_SUCH_DATE)
    return found


def whole_month(year: int, month: int) -> Stretch:
    """From the first to the last day. Raises TimeDoubtError."""
    first = made(year, month, 1)
    return Stretch(first, first.replace(day=monthrange(year, month)[1]))


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one. Raises TimeDoubtError."""
    number = day.year * 12 + day.month - 1 + months
    year, month = number // 12, number % 12 + 1
    if year > LAST_YEAR:
        raise TimeDoubtError(Doubt.TOO_FAR)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def nth_weekday(month: Stretch, weekday: int, nth: int) -> date:
    """The first, second … or last such weekday of a month. Raises TimeDoubtError."""
    days = [month.first + n * DAY for n in range((month.last - month.first).days + 1)]
    found = [day for day in days if day.weekday() == weekday]
    at = nth - 1 if nth > 0 else nth
    if not -len(found) <= at < len(found):
        raise TimeDoubtError(Doubt.NO_SUCH_DATE)
    return found[at]
