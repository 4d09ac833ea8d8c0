"""Days of a report as people type them."""

from datetime import date

import pytest

from bot.stats.named_periods import NamedPeriod, last_month, last_week, span
from bot.stats.period import Period
from bot.stats.typed_period import BackwardsPeriodError, UnclearPeriodError, typed_period

TODAY = date(2026, 11, 24)

TYPED = {
    "2025": ((2025, 1, 1), (2025, 12, 31)),
    "за 2025 год": ((2025, 1, 1), (2025, 12, 31)),
    "март": ((2026, 3, 1), (2026, 3, 31)),
    "Декабрь": ((2025, 12, 1), (2025, 12, 31)),
    "за февраль 2024 года": ((2024, 2, 1), (2024, 2, 29)),
    "с 1 по 15 марта": ((2026, 3, 1), (2026, 3, 15)),
    "1–15 мая 2025": ((2025, 5, 1), (2025, 5, 15)),
    "с 1 марта по 15 апреля": ((2026, 3, 1), (2026, 4, 15)),
    "с января по март 2025": ((2025, 1, 1), (2025, 3, 31)),
    "25 декабря - 3 января": ((2025, 12, 25), (2026, 1, 3)),
    "01.01.2026 – 24.11.2026": ((2026, 1, 1), (2026, 11, 24)),
    "1.3 - 5.4": ((2026, 3, 1), (2026, 4, 5)),
    "2026-01-01 2026-02-03": ((2026, 1, 1), (2026, 2, 3)),
    "24.11.2026": ((2026, 11, 24), (2026, 11, 24)),
    "2024 - 2025": ((2024, 1, 1), (2025, 12, 31)),
    "сегодня": ((2026, 11, 24), (2026, 11, 24)),
    "вчера": ((2026, 11, 23), (2026, 11, 23)),
    "2027": ((2027, 1, 1), (2027, 12, 31)),
}


@pytest.mark.parametrize(("text", "days"), TYPED.items())
def test_days_are_understood(text: str, days: tuple[tuple[int, int, int], tuple[int, int, int]]) -> None:
    assert typed_period(text, TODAY) == Period(date(*days[0]), date(*days[1]))


@pytest.mark.parametrize(
    "text",
    ["", "когда-нибудь", "31.02.2026", "с 1 по 40 марта", "15", "1 2", "март и лето", "1.1 2.2 3.3", "20269",
     "2026-13-01", "март 123", "²", "март, май",
     "1, 15 ноября", "с 1 ноября", "до 15 ноября", "с марта", "кроме марта", "март и апрель", "0" * 4096, "31 апреля"],
)  # fmt: skip
def test_what_names_no_days_is_unclear(text: str) -> None:
    with pytest.raises(UnclearPeriodError):
        typed_period(text, TODAY)


def test_an_end_before_the_beginning_is_told_with_both() -> None:
    with pytest.raises(BackwardsPeriodError) as refused:
        typed_period("с 24.11.2026 по 01.01.2026", TODAY)

    assert (refused.value.first, refused.value.last) == (TODAY, date(2026, 1, 1))


@pytest.mark.parametrize("text", ["с 15 по 1 ноября", "15 – 1 ноября", "с 15 ноября по 1 ноября", "15.11 - 1.11"])
def test_days_of_one_month_that_run_backwards_do_not_reach_into_the_year_before(text: str) -> None:
    with pytest.raises(BackwardsPeriodError) as refused:
        typed_period(text, TODAY)

    assert (refused.value.first, refused.value.last) == (date(2026, 11, 15), date(2026, 11, 1))


SPANS = {
    NamedPeriod.WEEK: date(2026, 11, 18),
    NamedPeriod.MONTH: date(2026, 11, 1),
    NamedPeriod.QUARTER: date(2026, 10, 1),
    NamedPeriod.YEAR: date(2026, 1, 1),
}


@pytest.mark.parametrize(("which", "first"), SPANS.items())
def test_periods_of_the_buttons_end_today(which: NamedPeriod, first: date) -> None:
    assert span(which, TODAY) == Period(first, TODAY)


def test_whole_periods_behind_us_end_before_today() -> None:
    assert span(NamedPeriod.LAST_YEAR, TODAY) == Period(date(2025, 1, 1), date(2025, 12, 31))
    assert last_week(TODAY) == Period(date(2026, 11, 16), date(2026, 11, 22))
    assert last_month(date(2026, 1, 1)) == Period(date(2025, 12, 1), date(2025, 12, 31))
