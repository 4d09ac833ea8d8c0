"""Moments and days on buttons. Both spellings stand on old messages for years, so both are read for ever.

Four signs, where a topic and a centre need the room beside them; else the number itself: minutes since 1970 in UTC
for a moment, yyyymmdd for a day.
"""

from datetime import UTC, date, datetime, timedelta

_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
_LENGTH = 4
_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)  # four signs of 64 reach 31 years from here, minute by minute
_EPOCH_OF_NUMBERS = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)
_MOST = len(_SIGNS) ** _LENGTH - 1
# Nobody books outside them, and reckoning with days around them never overflows.
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def moment_code(at: datetime) -> str:
    """The signs of a moment, to the minute. Raises ValueError outside 2025 to 2056."""
    minutes = (at - _EPOCH) // _MINUTE
    if not 0 <= minutes <= _MOST:
        raise ValueError(f"no code for {at}")
    return "".join(_SIGNS[minutes >> shift & 63] for shift in (18, 12, 6, 0))


def day_code(day: date) -> str:
    """The signs of a day. Raises ValueError outside 2025 to 2056."""
    return moment_code(datetime(day.year, day.month, day.day, tzinfo=UTC))


def minute_of(at: datetime) -> int:
    """The number of a moment."""
    return (at - _EPOCH_OF_NUMBERS) // _MINUTE


def number_of(day: date) -> int:
    """The number of a day: «20261124»."""
    return day.year * 10_000 + day.month * 100 + day.day


def moment_of(code: str | int) -> datetime | None:
    """The moment in UTC of signs or of a number; None for what no button of ours carries."""
    if isinstance(code, str):
        return _moment_of_signs(code)
    return _EPOCH_OF_NUMBERS + code * _MINUTE if minute_of(_FIRST) <= code < minute_of(_LAST) else None


def date_of(code: str | int) -> date | None:
    """The day of signs or of a number; None for what no button of ours carries."""
    if isinstance(code, str):
        at = _moment_of_signs(code)
        return at.date() if at else None
    try:
        day = date(code // 10_000, code // 100 % 100, code % 100)
    except (ValueError, OverflowError):
        return None
    return day if _FIRST.date() <= day < _LAST.date() else None


def _moment_of_signs(code: str) -> datetime | None:
    if len(code) != _LENGTH or not set(code) <= set(_SIGNS):
        return None
    minutes = 0
    for sign in code:
        minutes = minutes << 6 | _SIGNS.index(sign)
    return _EPOCH + minutes * _MINUTE
