"""Words that carry no time are passed over and named; what may change the meaning is asked about."""

from datetime import date, datetime

import pytest

from bot.centres.hours.hours_doubt import UnclearHoursError
from bot.centres.hours.typed_hours import read_hours
from bot.russian.time.closings.closures import notice_closure
from bot.russian.time.doubts import Unsure
from bot.russian.time.hours_of_work.reading import notice_timetable
from bot.russian.time.reports.periods import notice_period
from bot.russian.time.values import Stretch
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 12, 3, 10, tzinfo=MOSCOW)  # a Thursday
TODAY = NOW.date()

CLOSED = {
    "послезавтра не приходите, у нас утренник в ДК, все там": ("2026-12-05 - 2026-12-06", ("утренник в ДК", "все там")),
    "в понедельник закроемся в 3, педсовет в школе": ("2026-12-07 15:00 - 2026-12-08", ("педсовет в школе",)),
    "сегодня не ждите, печка дымит": ("2026-12-03 - 2026-12-04", ("печка дымит",)),
    "закр 15-го, дезинсекция": ("2026-12-15 - 2026-12-16", ("дезинсекция",)),
    "откроемся завтра позже, в 12, молоко привезут": ("2026-12-04 - 2026-12-04 12:00", ("молоко привезут",)),
    "закроемся сегодня пораньше, в 4, дороги заметает": ("2026-12-03 16:00 - 2026-12-04", ("дороги заметает",)),
    "целую неделю с 14 декабря закрыты, красим полы": ("2026-12-14 - 2026-12-21", ("красим полы",)),
    "8-го день села, поэтому библиотека не работает": ("2026-12-08 - 2026-12-09", ("день села",)),
    "5 числа меня в библиотеке нет, две внучки приедут": ("2026-12-05 - 2026-12-06", ("две внучки приедут",)),
    "в пятницу 18-го мероприятие для ветеранов с 11 до 13, в это время консультаций не будет": (
        "2026-12-18 11:00 - 2026-12-18 13:00",
        ("мероприятие для ветеранов",),
    ),
    "9-10.12 не раб., мероприятие в ЦБ": ("2026-12-09 - 2026-12-11", ("мероприятие в ЦБ",)),
}


def shown(text: str) -> str:
    read = notice_closure(text, NOW).meaning
    assert not isinstance(read, Unsure), read
    return "; ".join(f"{span.start:%Y-%m-%d %H:%M} - {span.end:%Y-%m-%d %H:%M}" for span in read).replace(" 00:00", "")


@pytest.mark.parametrize(("text", "meant"), CLOSED.items())
def test_words_beside_a_closure_are_passed_over_and_named(text: str, meant: tuple[str, tuple[str, ...]]) -> None:
    assert (shown(text), notice_closure(text, NOW).passed) == meant


NOT_CLOSED = (
    "28 декабря закрыто, 29 декабря встреча с писателем",
    "28 декабря закрыто вместо 29-го",
    "перенос: закрыто 10 декабря",
    "закрыто 10 декабря отменяется",
    "с 7 декабря закрыто до приезда мастера",
    "закрыто с приезда мастера до пятницы",
    "возможно, в пятницу закрыто",
    "в пятницу касса закрыта",
    "в пятницу интернет не работает",
    "в пятницу закрыто для детей",
    "в пятницу закрыто на запись",
    "в пятницу закрыто у соседей",
    "в пятницу закрытие выставки",
    "9 декабря открытие выставки в 12",
    "через день закрыто на этой неделе",
    "в пятницу закроют дорогу",
    "закрыты на неделе",
    "уточните, закрыты ли вы 9 декабря",
    "закрываемся раньше на два часа 9 декабря",
    "закрыто 9 декабря с 12 до 11",
    "новогодние каникулы с первого по восьмое",
    "закрыто 3 мастера придут в пятницу",
    "закрыто кабинет 5 декабрь",
    "5 декабря с 12 потом закрыто",
    "закрыто в пятницу, если не дадут машину",
    "12 декабря (день села) библиотека работает, выходной – 13 декабря",
)


@pytest.mark.parametrize("text", NOT_CLOSED)
def test_words_that_may_change_a_closure_are_asked_about(text: str) -> None:
    assert isinstance(notice_closure(text, NOW).meaning, Unsure)


HOURS = {
    "Отдел обслуживания: пн-пт 9-18": ("Mo-Fr 09:00-18:00", ()),
    "учу бабушек телефону по вторникам и четвергам с 15 до 17": ("Tu,Th 15:00-17:00", ("учу бабушек телефону",)),
    "Консультации по цифровой грамотности: каждая вторая среда месяца, 14–16": (
        "We[2] 14:00-16:00",
        ("по цифровой грамотности",),
    ),
    "у нас две библиотекарши: пн-пт 9-18, сб 9-15": ("Mo-Fr 09:00-18:00; Sa 09:00-15:00", ("две библиотекарши",)),
    "вт и чт с 16 до 19 (после школы), сб весь день 10-17": (
        "Tu,Th 16:00-19:00; Sa 10:00-17:00",
        ("после школы",),
    ),
    "в библиотеке тепло и светло, пн-сб 10-17": ("Mo-Sa 10:00-17:00", ("в библиотеке тепло и светло",)),
    "ср 16-18 помощь с телефонами, пт 11-13 тоже": ("We 16:00-18:00; Fr 11:00-13:00", ("помощь с телефонами",)),
}


@pytest.mark.parametrize(("text", "meant"), HOURS.items())
def test_words_beside_hours_are_passed_over_and_named(text: str, meant: tuple[str, tuple[str, ...]]) -> None:
    assert (read_hours(text, MOSCOW).expression, notice_timetable(text).passed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "взрослый абонемент 10-18, детский 11-17",
        "пн-пт 9-18 выдача книг до 17",
        "пн-пт 10-18, читальный зал сб 10-15",
        "детский зал пн-пт 9-17",
        "Абонемент\nпн-ср 9-18\nЧитальня\nчт-пт 10-17",
        "пн-пт 9-18, потом 10-16",
        "пн-пт 9-18 кроме каникул",
        "вторнек и среда 9-18, фтник 10-12",
        "вторник с девяти до часу, в остальные дни хожу по домам, библиотека закрыта",
    ],
)
def test_words_that_may_change_hours_are_asked_about(text: str) -> None:
    with pytest.raises(UnclearHoursError):
        read_hours(text, MOSCOW)


def test_hours_without_a_preview_are_read_word_by_word() -> None:
    with pytest.raises(UnclearHoursError):
        read_hours("учу бабушек телефону по вторникам с 15 до 17", MOSCOW, shown=False)


PERIODS = {
    "сколько народу было в октябре": (date(2026, 10, 1), date(2026, 10, 31), ("народу",)),
    "сколько бабушек мы обучили за ноябрь": (date(2026, 11, 1), date(2026, 11, 30), ("бабушек обучили",)),
    "первая декада ноября": (date(2026, 11, 1), date(2026, 11, 10), ()),
    "1 полуг 26": (date(2026, 1, 1), date(2026, 6, 30), ()),
    "за прошл кв": (date(2026, 7, 1), date(2026, 9, 30), ()),
    "с нач. кв": (date(2026, 10, 1), TODAY, ()),
}


@pytest.mark.parametrize(("text", "meant"), PERIODS.items())
def test_words_beside_a_period_are_passed_over_and_named(text: str, meant: tuple[date, date, tuple[str, ...]]) -> None:
    first, last, passed = meant

    noticed = notice_period(text, TODAY)

    assert (noticed.meaning, noticed.passed) == (Stretch(first, last), passed)


@pytest.mark.parametrize(
    "text",
    [
        "сравни третий квартал со вторым",
        "октябрь против ноября",
        "ноябрь по деревням",
        "сколько пришло к Вере за октябрь",
        "за октябрь в Порхове",
        "за прошлый год кроме лета",
        "четвёртая декада ноября",
        "1 полуг 99",
        "8 месяц",
        "за неделю детской книги",
        "за октяпр",
    ],
)
def test_words_that_may_change_a_period_are_asked_about(text: str) -> None:
    assert isinstance(notice_period(text, TODAY).meaning, Unsure)
