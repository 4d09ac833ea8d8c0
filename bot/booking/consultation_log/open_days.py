"""Which days the consultation log may still be written for: those of the months whose report is not handed in."""

from datetime import date, timedelta

from bot.booking.consultation_log.log_refusals import BeforeBeginning, FutureDay, MonthClosed, StruckTooLate

REPORTED_ON = 5  # the last day of the next month on which a month may still be written; then its report stands


def first_open_day(today: date) -> date:
    """The first day of the earliest month that is still open for its report."""
    this_month = today.replace(day=1)
    return (this_month - timedelta(days=1)).replace(day=1) if today.day <= REPORTED_ON else this_month


def check_open(day: date, today: date) -> None:
    """Checks that what was written of that day may still be taken out. Raises StruckTooLate."""
    if day < first_open_day(today):
        raise StruckTooLate(day, first_open_day(today))


def check_day(day: date, today: date, began: date | None) -> None:
    """Checks that help of that day may be written down. Raises FutureDay, MonthClosed, BeforeBeginning.

    `began` is the first day of which anything is known; None where nothing is.
    """
    first = began or today
    if day > today:
        raise FutureDay(day)
    if day < first_open_day(today):
        raise MonthClosed(day, max(first_open_day(today), first))
    if day < first:
        raise BeforeBeginning(day, first)
