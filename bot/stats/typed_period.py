"""A period as people type it: «март 2026», «с 1 по 15 ноября», «4 квартал», «с начала года»."""

from datetime import date

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.reports.periods import notice_period, read_period, read_typed_period
from bot.stats.period import Period

_ANY_TODAY = date(2099, 12, 31)  # whether words name days does not hang on today


class UnclearPeriodError(ValueError):
    """The typed words name no days, or it is to be asked which; carries the doubt."""

    def __init__(self, unsure: Unsure) -> None:
        super().__init__(unsure.doubt)
        self.unsure = unsure


class BackwardsPeriodError(ValueError):
    """The first day comes after the last."""

    def __init__(self, first: date, last: date) -> None:
        super().__init__(f"{first} after {last}")
        self.first = first
        self.last = last


def typed_period(text: str, today: date) -> Period:
    """Without a year the nearest one that has begun. Raises UnclearPeriodError, BackwardsPeriodError."""
    read = read_typed_period(text, today)
    if not isinstance(read, Unsure):
        return Period(read.first, read.last)
    if read.doubt is Doubt.ORDER and read.days:
        raise BackwardsPeriodError(*read.days)
    raise UnclearPeriodError(read)


def passed_words(text: str, today: date) -> tuple[str, ...]:
    """The words that were passed over as saying nothing of the days: the head of the report names them."""
    return notice_period(text, today).passed


def names_days(text: str) -> bool:
    """Whether the words, and all of them, name a period."""
    read = read_period(text, _ANY_TODAY)
    return not isinstance(read, Unsure) or read.doubt in {Doubt.ORDER, Doubt.WHICH_PERIOD}
