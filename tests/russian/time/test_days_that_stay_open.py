"""A day that is told to work is never closed with its neighbours, and hours of no day are asked about."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.russian.time.closings.closures import read_closure
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.hours_of_work.reading import read_timetable

ZONE = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 12, 3, 10, tzinfo=ZONE)


@pytest.mark.parametrize(
    "text",
    [
        "19 декабря (день села) библиотека работает в обычном режиме, выходной – 20 декабря",
        "4 января (после праздника) работаем, выходной – 5 января",
        "31 декабря закрыто, 30-го до 12",
        "9 декабря закрыто, 10 декабря ярмарка у клуба",
        "Вера болеет до пятницы, библиотека работает",
    ],
)
def test_a_day_told_to_work_is_not_closed_with_the_next(text: str) -> None:
    assert isinstance(read_closure(text, NOW), Unsure)


def _at(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=ZONE)


TOLD_IN_PIECES = {
    "5 января работаем до 14, 6 января не работаем": [("2027-01-05T14:00", "2027-01-07")],
    "закрыто 9 декабря, 10 декабря работаем, 11 декабря закрыто": [
        ("2026-12-09", "2026-12-10"),
        ("2026-12-11", "2026-12-12"),
    ],
    "Уважаемые читатели! 31 декабря библиотека работает до 15:00. С 1 по 8 января – выходные дни. С 9 января работаем "
    "по обычному графику. С наступающим!": [("2026-12-31T15:00", "2027-01-09")],
    "завтра закроемся в 12, в субботу не работаем, в воскресенье как обычно": [("2026-12-04T12:00", "2026-12-06")],
}


@pytest.mark.parametrize(("text", "closed"), TOLD_IN_PIECES.items())
def test_clauses_with_days_of_their_own_close_each_its_own(text: str, closed: list[tuple[str, str]]) -> None:
    spans = [Span(_at(first), _at(last)) for first, last in closed]

    assert read_closure(text, NOW) == tuple(spans)


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
