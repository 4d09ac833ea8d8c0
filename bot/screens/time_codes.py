"""Moments and days as the four signs that are left for them on a button beside a topic and a centre."""

from datetime import UTC, date, datetime, timedelta

_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
_LENGTH = 4
_EPOCH = datetime(2025, 1, 1, tzinfo=UTC)  # four signs of 64 reach 31 years from here, minute by minute
_MINUTE = timedelta(minutes=1)
_LAST = len(_SIGNS) ** _LENGTH - 1


def moment_code(at: datetime) -> str:
    """The signs of a moment, to the minute. Raises ValueError outside 2025 to 2056."""
    minutes = (at - _EPOCH) // _MINUTE
    if not 0 <= minutes <= _LAST:
        raise ValueError(f"no code for {at}")
    return "".join(_SIGNS[minutes >> shift & 63] for shift in (18, 12, 6, 0))


def moment_of(code: str) -> datetime | None:
    """The moment in UTC, or None for what is no code."""
    if len(code) != _LENGTH or not set(code) <= set(_SIGNS):
        return None
    minutes = 0
    for sign in code:
        minutes = minutes << 6 | _SIGNS.index(sign)
    return _EPOCH + minutes * _MINUTE


def day_code(day: date) -> str:
    """The signs of a day. Raises ValueError outside 2025 to 2056."""
    return moment_code(datetime(day.year, day.month, day.day, tzinfo=UTC))


def date_of(code: str) -> date | None:
    """The day, or None for what is no code of one."""
    at = moment_of(code)
    return at.date() if at else None
