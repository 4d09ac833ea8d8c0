"""A day and a time as people type them: «завтра утром», «24 ноября 15:00», «в четверг после обеда»."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.booking.time_words import words_of
from bot.booking.timetable import Days
from bot.booking.typed_draft import Draft, NoSuchError
from bot.booking.typed_words import gather

_JUST_PASSED = timedelta(days=90)  # «20 ноября» said on the 24th has passed; said in May it is half a year ahead
_STRAYS = 2  # more other words than these, and it is about something else
_AFTERNOON = range(1, 8)  # «в 3» of a person who does not say which: libraries are shut at night


class Fault(StrEnum):
    """Why words are no time to come."""

    NO_SUCH_DATE = "no_such_date"  # 31 February
    NO_SUCH_TIME = "no_such_time"  # 25:00
    PASSED = "passed"  # yesterday
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class When:
    """What the words say; None is «not said». Times are of the centre's wall clock, `until` exclusive."""

    days: Days | None = None
    at: time | None = None
    since: time | None = None
    until: time | None = None
    sure: bool = True  # there were no other words

    @property
    def day(self) -> date | None:
        """The day, where just one was meant."""
        return self.days.first if self.days and self.days.first == self.days.last else None

    def fits(self, local: datetime) -> bool:
        """Whether a moment, in the centre's zone, is one of those meant."""
        moment = local.time()
        return (
            (self.days is None or self.days.first <= local.date() <= self.days.last)
            and (self.at is None or moment == self.at)
            and (self.since is None or self.since <= moment)
            and (self.until is None or moment < self.until)
        )


def read_when(text: str, now: datetime, day: date | None = None) -> When | Fault:
    """What was meant; `now` is in the centre's zone, `day` is the one already chosen: then «15» is an hour."""
    words = words_of(text)
    if not words:
        return Fault.UNCLEAR
    try:
        draft = gather(words, now.date())
        found = _settled(draft, now.date(), day)
    except NoSuchError as error:
        return Fault(error.args[0])
    if found is None:
        return Fault.UNCLEAR
    return Fault.PASSED if _has_passed(found, now, day) else found


def _settled(draft: Draft, today: date, day: date | None) -> When | None:
    """The draft with its bare numbers understood: an hour where the day is known, else a day of the month."""
    days, numbers = _days(draft, today, chosen=day)
    if numbers and draft.at is None:
        draft.at = _clock(*numbers[:2])
        numbers = numbers[2:]
    at = _of_day(draft.at, draft.part) if draft.at else None
    since, until = draft.since or draft.span[0], draft.until or draft.span[1]
    if at and draft.until:  # «с 14 до 16»
        at, since = None, at
    if at:
        since, until = None, None
    if numbers or draft.strays > _STRAYS or (days, at, since, until) == (None, None, None, None):
        return None
    return When(days, at, since, until, sure=not draft.strays)


def _days(draft: Draft, today: date, *, chosen: date | None) -> tuple[Days | None, list[int]]:
    """The days said, and the bare numbers that are left for the hour."""
    numbers = list(draft.numbers)
    if draft.date:
        return _one(_dated(draft.date, today)), numbers
    if draft.day_of_month is not None:
        return _one(_in_month(draft.day_of_month, today)), numbers
    if draft.days or chosen or not numbers or _is_hour(numbers, draft):
        return draft.days, numbers
    return _one(_in_month(numbers[0], today)), numbers[1:]


def _is_hour(numbers: list[int], draft: Draft) -> bool:
    """«вечером в 6», «1500»: not a day of the month."""
    return numbers[0] > 99 or (draft.part is not None and numbers[0] <= 12)


def _dated(said: tuple[int, int, int | None], today: date) -> date:
    """The day of a date; the year that was not said is this one, or the next where it lies far behind."""
    day, month, year = said
    years = [year] if year else [today.year, today.year + 1]
    found = [made for one in years if (made := _date(one, month, day))]
    if not found:
        raise NoSuchError(Fault.NO_SUCH_DATE)
    if year is None and found[0] < today - _JUST_PASSED and len(found) > 1:
        return found[1]
    return found[0]


def _in_month(day: int, today: date) -> date:
    """The next such day of a month."""
    for ahead in range(3):
        months = today.month - 1 + ahead
        made = _date(today.year + months // 12, months % 12 + 1, day)
        if made and made >= today:
            return made
    raise NoSuchError(Fault.NO_SUCH_DATE)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(hour: int, minute: int = 0) -> time:
    if hour > 99 and minute == 0:  # «1500»
        hour, minute = divmod(hour, 100)
    try:
        return time(hour, minute)
    except ValueError:
        raise NoSuchError(Fault.NO_SUCH_TIME) from None


def _of_day(at: time, part: str | None) -> time:
    """The hour of the whole day that «3» with or without «дня» means."""
    if part in {"день", "днем", "вечером"}:
        return at.replace(hour=at.hour + 12) if 0 < at.hour < 12 else at
    return at.replace(hour=at.hour + 12) if part is None and at.hour in _AFTERNOON else at


def _has_passed(found: When, now: datetime, chosen: date | None) -> bool:
    if found.days and found.days.last < now.date():
        return True
    return (found.day or chosen) == now.date() and found.at is not None and found.at <= now.time()


def _one(day: date) -> Days:
    return Days(day, day)
