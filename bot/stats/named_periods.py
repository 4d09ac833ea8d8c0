"""The periods people ask for by a word, counted back from today."""

from datetime import date
from enum import StrEnum

from bot.stats.period import DAY, Period


class NamedPeriod(StrEnum):
    """The named periods that stand on buttons."""

    WEEK = "week"  # the last seven days, today included
    MONTH = "month"  # this month, quarter and year up to today
    QUARTER = "quarter"
    YEAR = "year"
    LAST_YEAR = "last_year"


def span(which: NamedPeriod, today: date) -> Period:
    """The days of a named period."""
    match which:
        case NamedPeriod.WEEK:
            return Period(today - 6 * DAY, today)
        case NamedPeriod.MONTH:
            return Period(today.replace(day=1), today)
        case NamedPeriod.QUARTER:
            return Period(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), today)
        case NamedPeriod.YEAR:
            return Period(date(today.year, 1, 1), today)
        case NamedPeriod.LAST_YEAR:
            return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))


def last_week(today: date) -> Period:
    """The days of the last week, from Monday to Sunday."""
    monday = today - (today.weekday() + 7) * DAY
    return Period(monday, monday + 6 * DAY)


def last_month(today: date) -> Period:
    """The days of the last month."""
    last = today.replace(day=1) - DAY
    return Period(last.replace(day=1), last)
