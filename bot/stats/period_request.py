"""Which days and which centre a report is asked for, checked afresh at each press."""

from dataclasses import dataclass
from datetime import date

from bot.stats.named_periods import NamedPeriod, span
from bot.stats.period import Period
from bot.stats.typed_period import typed_period


class AskError(Exception):
    """No report can be made of what was asked."""


class OtherCentreError(AskError):
    """A librarian asked for a centre where they do not work, or for all of them."""


class NoCentreError(AskError):
    """There is no such centre (any more)."""


class OddDaysError(AskError):
    """A button with days that no version has written."""


@dataclass
class NotYetError(AskError):
    """The days of the request lie ahead."""

    period: Period


def code(day: date) -> int:
    """The day as it stands on buttons: 20261124."""
    return day.year * 10_000 + day.month * 100 + day.day


def codes(period: Period) -> tuple[int, int]:
    """The two ends of the period as they stand on buttons."""
    return code(period.first), code(period.last)


def of_codes(first: int, last: int, today: date) -> Period:
    """The days of a button, up to today. Raises OddDaysError and NotYetError."""
    try:
        period = Period(_day(first), _day(last))
    except ValueError as error:
        raise OddDaysError from error
    return past(period, today)


def of_span(name: str, today: date) -> Period:
    """The days of a span's name. Raises OddDaysError."""
    if name not in set(NamedPeriod):
        raise OddDaysError
    return span(NamedPeriod(name), today)


def of_words(text: str, today: date) -> Period:
    """The days as they were typed, up to today. Raises NotYetError, UnclearPeriodError, BackwardsPeriodError."""
    return past(typed_period(text, today), today)


def past(period: Period, today: date) -> Period:
    """What of the period has been, for of the rest nothing is known. Raises NotYetError."""
    if period.first > today:
        raise NotYetError(period)
    return Period(period.first, min(period.last, today))


def _day(number: int) -> date:
    if not 2000_01_01 <= number <= 2100_12_31:
        raise ValueError(number)
    return date(number // 10_000, number // 100 % 100, number % 100)
