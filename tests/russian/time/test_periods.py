"""Days of a report, read by the grammar; today is Tuesday, 24 November 2026."""

from datetime import date

import pytest

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.reports.periods import read_period, read_typed_period
from bot.russian.time.values import Stretch

TODAY = date(2026, 11, 24)


def period(first: str, last: str) -> Stretch:
    return Stretch(date.fromisoformat(first), date.fromisoformat(last))


UNDERSTOOD = {
    "2025": period("2025-01-01", "2025-12-31"),
    "за 2025 год": period("2025-01-01", "2025-12-31"),
    "2024 - 2025": period("2024-01-01", "2025-12-31"),
    "март": period("2026-03-01", "2026-03-31"),
    "Декабрь": period("2025-12-01", "2025-12-31"),
    "за февраль 2024 года": period("2024-02-01", "2024-02-29"),
    "с 1 по 15 марта": period("2026-03-01", "2026-03-15"),
    "1–15 мая 2025": period("2025-05-01", "2025-05-15"),
    "с января по март 2025": period("2025-01-01", "2025-03-31"),
    "март и апрель": period("2026-03-01", "2026-04-30"),
    "июнь, июль и август 2025": period("2025-06-01", "2025-08-31"),
    "25 декабря - 3 января": period("2025-12-25", "2026-01-03"),
    "1.3 - 5.4": period("2026-03-01", "2026-04-05"),
    "2026-01-01 2026-02-03": period("2026-01-01", "2026-02-03"),
    "с 1 по 30 ноября": period("2026-11-01", "2026-11-30"),
    "4 квартал": period("2026-10-01", "2026-12-31"),
    "IV квартал 2025": period("2025-10-01", "2025-12-31"),
    "прошлый квартал": period("2026-07-01", "2026-09-30"),
    "за первое полугодие": period("2026-01-01", "2026-06-30"),
    "за 9 месяцев": period("2026-01-01", "2026-09-30"),
    "за 3 месяца 2025 года": period("2025-01-01", "2025-03-31"),
    "прошлый месяц": period("2026-10-01", "2026-10-31"),
    "за последние две недели": period("2026-11-11", "2026-11-24"),
    "за неделю": period("2026-11-18", "2026-11-24"),
    "с начала года": period("2026-01-01", "2026-11-24"),
    "с 1 ноября": period("2026-11-01", "2026-11-24"),
    "с начала квартала по сегодня": period("2026-10-01", "2026-11-24"),
    "с начала октября": period("2026-10-01", "2026-11-24"),
    "вчера и сегодня": period("2026-11-23", "2026-11-24"),
    "второе полугодие прошлого года": period("2025-07-01", "2025-12-31"),
    "летом": period("2026-06-01", "2026-08-31"),
    "прошлый понедельник": period("2026-11-16", "2026-11-16"),
    "отчёт второго квартала": period("2026-04-01", "2026-06-30"),
    "вторая половина марта": period("2026-03-16", "2026-03-31"),
    "за первую половину прошлого месяца": period("2026-10-01", "2026-10-15"),
    "2 квартал нарастающим итогом": period("2026-01-01", "2026-06-30"),
    "октябрь, нарастающим итогом": period("2026-01-01", "2026-10-31"),
    "по форме 6-НК за 2024 год": period("2024-01-01", "2024-12-31"),
    "вчера": period("2026-11-23", "2026-11-23"),
}


@pytest.mark.parametrize(("text", "days"), UNDERSTOOD.items())
def test_days_are_understood(text: str, days: Stretch) -> None:
    assert read_period(text, TODAY) == days


DOUBTFUL = {
    "": Doubt.NOTHING,
    "когда-нибудь": Doubt.NOTHING,
    "31.02.2026": Doubt.NO_SUCH_DATE,
    "с 15 по 1 ноября": Doubt.ORDER,
    "с 24.11.2026 по 01.01.2026": Doubt.ORDER,
    "март, май": Doubt.SEVERAL_DAYS,
    "за два квартала": Doubt.AMBIGUOUS,
    "2 полугодия": Doubt.AMBIGUOUS,
    "за год": Doubt.WHICH_PERIOD,
    "третья половина мая": Doubt.NO_SUCH_DATE,
    "за 3 месяца": Doubt.AMBIGUOUS,
    "за 12 месяцев": Doubt.AMBIGUOUS,
    "до 15 ноября": Doubt.UNREAD,
    "кроме марта": Doubt.UNREAD,
    "за отчётный период": Doubt.NOTHING,
    "5 квартал": Doubt.NO_SUCH_DATE,
    "15": Doubt.UNREAD,
    "0" * 4096: Doubt.NOTHING,
    "с 1 января 2300 по 1 января 2320": Doubt.UNREAD,
}


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL.items())
def test_what_names_no_days_is_asked_about(text: str, doubt: Doubt) -> None:
    read = read_period(text, TODAY)

    assert isinstance(read, Unsure)
    assert read.doubt is doubt


@pytest.mark.parametrize(
    ("text", "meant"),
    {
        "начальство просит за третий квартал": ("2026-07-01", "2026-09-30"),
        "нужен отчёт за октябрь, для управления культуры": ("2026-10-01", "2026-10-31"),
        "сентябрь - октябрь этого года": ("2026-09-01", "2026-10-31"),
        "за летние месяцы": ("2026-06-01", "2026-08-31"),
        "сведения за III квартал, срок предоставления до 5 октября": ("2026-07-01", "2026-09-30"),
        "Прошу прислать отчёт за ноябрь, нужно к пятнице": ("2026-11-01", "2026-11-30"),
        "к пятнице нужны цифры за октябрь": ("2026-10-01", "2026-10-31"),
        "с 1 января, сдать до 10 декабря": ("2026-01-01", "2026-11-30"),
        "посещения за 11 месяцев, крайний срок 4 декабря": ("2026-01-01", "2026-11-30"),
        "по итогам третьего квартала": ("2026-07-01", "2026-09-30"),
        "учебный год с 1 сентября 2025 по 31 мая 2026": ("2025-09-01", "2026-05-31"),
        "за октябрь, ноябрь прошлого года": ("2025-10-01", "2025-11-30"),
        "с 25 декабря по 10 января 2026": ("2025-12-25", "2026-01-10"),
    }.items(),
)
def test_who_wants_the_figures_says_nothing_of_the_days(text: str, meant: tuple[str, str]) -> None:
    read = read_typed_period(text, date(2026, 11, 30))

    assert isinstance(read, Stretch)
    assert (read.first.isoformat(), read.last.isoformat()) == meant


@pytest.mark.parametrize("text", ["за октябрь по Печорам", "октябрь, только пенсионеры", "за октябрь без неявок"])
def test_what_narrows_the_figures_is_named(text: str) -> None:
    assert isinstance(read_typed_period(text, date(2026, 11, 30)), Unsure)


@pytest.mark.parametrize(
    "text",
    [
        "с 20 ноября по 5 сентября 2026",
        "с 30 декабря по 1 октября 2026",
        "за январь и март этого года",
        "отчёт за полугодие предоставить до 15 декабря",
        "с двадцать пятого по тридцать первое",
    ],
)
def test_days_that_may_be_others_are_asked_about(text: str) -> None:
    assert isinstance(read_typed_period(text, date(2026, 12, 3)), Unsure)
