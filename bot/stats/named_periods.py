"""The periods people ask for by a word: those of the trade's reports and those counted back from today."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum

from bot.stats.period import DAY, Period

_HALF_YEAR, _NINE_MONTHS = 6, 9  # months that such a report covers, from January


class NamedPeriod(StrEnum):
    """The named periods that stand on buttons."""

    WEEK = "week"  # the last seven days, today included
    MONTH = "month"  # this month, quarter and year up to today
    QUARTER = "quarter"
    YEAR = "year"
    LAST_MONTH = "last_month"  # these are over: what a library hands in
    LAST_QUARTER = "last_quarter"
    HALF_YEAR = "half_year"  # the last January to June that is over, likewise below
    NINE_MONTHS = "nine_months"
    LAST_YEAR = "last_year"


def span(which: NamedPeriod, today: date) -> Period:
    """The days of a named period."""
    return _SPANS[which](today)


def last_week(today: date) -> Period:
    """The days of the last week, from Monday to Sunday."""
    monday = today - (today.weekday() + 7) * DAY
    return Period(monday, monday + 6 * DAY)


def last_month(today: date) -> Period:
    """The days of the last month."""
    last = today.replace(day=1) - DAY
    return Period(last.replace(day=1), last)


def _quarter(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _from_january(months: int, today: date) -> Period:
    """The first months of this year, or of the year before as long as they are not over."""
    year = today.year if today.month > months else today.year - 1
    return Period(date(year, 1, 1), date(year, months + 1, 1) - DAY)


def _last_quarter(today: date) -> Period:
    last = _quarter(today) - DAY
    return Period(_quarter(last), last)


_SPANS: Mapping[NamedPeriod, Callable[[date], Period]] = {
    NamedPeriod.WEEK: lambda today: Period(today - 6 * DAY, today),
    NamedPeriod.MONTH: lambda today: Period(today.replace(day=1), today),
    NamedPeriod.QUARTER: lambda today: Period(_quarter(today), today),
    NamedPeriod.YEAR: lambda today: Period(date(today.year, 1, 1), today),
    NamedPeriod.LAST_MONTH: last_month,
    NamedPeriod.LAST_QUARTER: _last_quarter,
    NamedPeriod.HALF_YEAR: lambda today: _from_january(_HALF_YEAR, today),
    NamedPeriod.NINE_MONTHS: lambda today: _from_january(_NINE_MONTHS, today),
    NamedPeriod.LAST_YEAR: lambda today: Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
}
