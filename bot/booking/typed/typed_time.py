"""A day and a time as people type them: «завтра утром», «24 ноября 15:00», «в четверг после обеда».

Understood whole or not at all: a word that is not understood may have said the opposite.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.booking.slots import BookableDays
from bot.booking.typed.time_words import words_of
from bot.booking.typed.typed_days import next_such_day, settled_days
from bot.booking.typed.typed_draft import NoSuchError, TimeDraft, time_of
from bot.booking.typed.typed_words import gather
from bot.russian.accounting import Account
from bot.russian.time.doubts import Doubt, Unsure

_ANY_DAY = timedelta(days=366)  # «ближайшее», «любое»
_MOST_UNREAD = 2  # more words than these not understood, and it is about something else
_AFTERNOON = range(1, 8)  # «в 3» of a person who does not say which: libraries are shut at night


class TimeFault(StrEnum):
    """Why typed words are no time in the future."""

    NO_SUCH_DATE = "no_such_date"  # 31 February
    NO_SUCH_TIME = "no_such_time"  # 25:00
    PASSED = "passed"  # yesterday
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class When:
    """What the words say; None is «not said». Times are of the centre's wall clock, `until` exclusive."""

    days: BookableDays | None = None
    at: time | None = None
    since: time | None = None
    until: time | None = None
    sure: bool = True  # no word was guessed: «четверк»

    @property
    def day(self) -> date | None:
        """The day of the words where exactly one was meant."""
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


def read_when(text: str, now: datetime, day: date | None = None) -> When | TimeFault | Unsure:
    """What was meant; `now` is in the centre's zone, `day` is the one already chosen: then «15» is an hour."""
    words = words_of(text)
    account = Account([])
    try:
        draft, account = gather(words, now.date())
        found = _settled(draft, account, now.date(), day)
    except NoSuchError as error:
        what = error.args[0]
        return TimeFault(what) if what in set(TimeFault) else Unsure(Doubt(what), days=error.days)
    if found is None or len(account.left) > _MOST_UNREAD:
        return TimeFault.UNCLEAR
    if account.left:
        return Unsure(Doubt.UNREAD, account.understood, account.unread)
    if any(word.said == "или" for word in words[1:]):  # «завтра или в 10»: one of two, and not both
        return Unsure(Doubt.SEVERAL_TIMES)
    if _has_passed(found, now, day):
        return TimeFault.PASSED
    guessed = any(word.guessed for word in words)
    return When(found.days, found.at, found.since, found.until, sure=not guessed)


def _settled(draft: TimeDraft, account: Account, today: date, chosen: date | None) -> When | None:
    """The draft with its bare numbers understood; None where it says nothing of a time."""
    days = _with_numbers(draft, account, today, chosen)
    if draft.soonest is not None:
        if draft.sooner and (draft.at or draft.since or draft.until):
            account.leave(draft.soonest)
        days = days or BookableDays(today, today + _ANY_DAY)
    at = _of_day(draft.at, draft) if draft.at else None
    if at and draft.until and not draft.since:  # «14 до 16»
        at, draft.since = None, at
    if at and (draft.since or draft.until or not _is_within(at, draft)):
        raise NoSuchError("several_times")
    if draft.since and draft.until and draft.since >= draft.until:
        raise NoSuchError("several_times")
    since, until = (None, None) if at else (draft.since or draft.span[0], draft.until or draft.span[1])
    if (days, at, since, until) == (None, None, None, None):
        return None
    return When(days, at, since, until)


def _with_numbers(draft: TimeDraft, account: Account, today: date, chosen: date | None) -> BookableDays | None:
    """The days; of bare numbers one is the hour of a known day, or else a day of the month and perhaps its hour."""
    days, numbers = settled_days(draft, today), list(draft.numbers)
    hours = _hours(draft, numbers, known=chosen is not None and not draft.has_day)
    if hours is None and numbers and days is None and not chosen and numbers[0][1] <= 99:
        day = next_such_day(numbers[0][1], today)
        days, numbers = BookableDays(day, day), numbers[1:]
        hours = [numbers[0][1]] if len(numbers) == 1 and day.day > 23 else None
    if hours and draft.at is None:
        draft.put_time(_clock(*hours))
    elif numbers:
        account.leave(*(place for place, _ in numbers))
    return days


def _hours(draft: TimeDraft, numbers: list[tuple[int, int]], *, known: bool) -> list[int] | None:
    """The numbers that are an hour: «вечером в 6», «1500», «15» where the day is known, «24 ноября 15»."""
    if len(numbers) == 2 and known:  # «10 15»
        return [number for _, number in numbers]
    if len(numbers) != 1:
        return None
    place, number = numbers[0]
    after_date = bool(draft.dates) and draft.day_at is not None and draft.day_at < place
    of_part = draft.part is not None and number <= 12
    return [number] if number > 99 or of_part or known or after_date else None


def _clock(hour: int, minute: int = 0) -> time:
    if hour > 99 and minute == 0:  # «1500»
        hour, minute = divmod(hour, 100)
    return time_of(hour, minute)


def _of_day(at: time, draft: TimeDraft) -> time:
    """The hour of the whole day that «3» with or without «дня» means."""
    if draft.part in {"день", "днем", "вечером"}:
        late = 12 if draft.part == "вечером" else _AFTERNOON.stop
        return at.replace(hour=at.hour + 12) if 0 < at.hour < late else at
    afternoon = at.hour in _AFTERNOON and draft.part in {None, "обеда"} and not draft.exact
    return at.replace(hour=at.hour + 12) if afternoon else at


def _is_within(at: time, draft: TimeDraft) -> bool:
    """«после обеда в 10» is one of the two; where a day ends and an evening begins nobody knows."""
    since, until = draft.span
    return draft.part in {"днем", "вечером"} or ((since is None or since <= at) and (until is None or at < until))


def _has_passed(found: When, now: datetime, chosen: date | None) -> bool:
    if found.days and found.days.last < now.date():
        return True
    return (found.day or chosen) == now.date() and found.at is not None and found.at <= now.time()
