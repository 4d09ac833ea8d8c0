"""A day that is told to work is never closed with its neighbours, and hours of no day are asked about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.russian.time.closings.closures import Span, read_closure
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.hours_of_work.reading import read_timetable

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 12, 3, 10, tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "19 декабря (день села) библиотека работает в обычном режиме, выходной – 20 декабря",
        "4 января (после праздника) работаем, выходной – 5 января",
        "5 января работаем до 14, 6 января не работаем",
        "30 декабря работаем до 12, 31 декабря закрыты",
    ],
)
def test_a_day_told_to_work_is_not_closed_with_the_next(text: str) -> None:
    assert isinstance(read_closure(text, NOW), Unsure)


@pytest.mark.parametrize("text", ["19 декабря работаем, выходной 20 декабря", "19 декабря открыто, 20 декабря закрыто"])
def test_only_the_day_told_to_be_closed_is(text: str) -> None:
    assert read_closure(text, NOW) == (Span(datetime(2026, 12, 20, tzinfo=ZONE), datetime(2026, 12, 21, tzinfo=ZONE)),)


@pytest.mark.parametrize(
    "text",
    [
        "с девяти до пяти без обеда вт среда чт пятница в субботу с 9 до двух воскресенье и понедельник закрыты",
        "с 10 до 18, вт-сб 10-16, вс пн выходной",
        "с 9 до 17, пн-пт 9-15, сб вс выходной",
    ],
)
def test_hours_that_would_be_of_no_day_are_asked_about(text: str) -> None:
    read = read_timetable(text)

    assert isinstance(read, Unsure)
    assert read.doubt is Doubt.NO_DAYS
