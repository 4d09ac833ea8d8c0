"""Days and moments as the numbers that buttons carry, read back with care."""

from datetime import UTC, date, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Nobody books outside them, and reckoning with days around them never overflows.
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def minute_of(moment: datetime) -> int:
    """The moment in minutes since the epoch."""
    return (moment - _EPOCH) // timedelta(minutes=1)


def moment_of(minute: int) -> datetime | None:
    """The moment, UTC; None for what no button of ours carries."""
    first, last = minute_of(_FIRST), minute_of(_LAST)
    return _EPOCH + timedelta(minutes=minute) if first <= minute < last else None


def number_of(day: date) -> int:
    """The day as a number, 20261124."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of_number(number: int) -> date | None:
    """The day; None for what is none, or no button of ours carries."""
    try:
        day = date(number // 10_000, number // 100 % 100, number % 100)
    except (ValueError, OverflowError):
        return None
    return day if _FIRST.date() <= day < _LAST.date() else None
