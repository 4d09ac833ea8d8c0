"""Slips of the pen: mended where the preview shows what was read, asked about where it would not."""

from datetime import datetime

import pytest

from bot.centres.hours.typed_hours import read_hours
from bot.russian.time.closings.closures import read_closure
from bot.russian.time.doubts import Unsure
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 12, 3, 10, tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("зватра не рабтаем", "завтра не работаем"),
        ("сегдня закрыто", "сегодня закрыто"),
        ("послезвтра закрыты", "послезавтра закрыты"),
        ("8 декобря не раобтаем", "8 декабря не работаем"),
        ("с 14 по 16 закртыо", "с 14 по 16 закрыто"),
        ("в пятинцу закрыто", "в пятницу закрыто"),
    ],
)
def test_a_closing_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    assert read_closure(typed, NOW) == read_closure(meant, NOW) != ()
    assert not isinstance(read_closure(typed, NOW), Unsure)


@pytest.mark.parametrize(
    "text",
    [
        "кромее пятницы закрыто 7-11 декабря",  # would close Friday
        "тольок 8 декабря закрыто",
        "завтрак закрыт",  # another word
        "парта закрыта",
        "зарыто 8 декабря",
        "рабтаем 8 декабря",  # the contrary of closed
        "закрыто пятнацатого",  # a numeral is never guessed
    ],
)
def test_a_slip_that_no_preview_shows_is_asked_about(text: str) -> None:
    assert isinstance(read_closure(text, NOW), Unsure)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("пнпт 9-18", "пн-пт 9-18"),
        ("ежденевно 10-19", "ежедневно 10-19"),
        ("вт-сб 10-18 последняя среда санитрный день", "вт-сб 10-18 последняя среда санитарный день"),
    ],
)
def test_hours_are_read_as_they_were_meant(typed: str, meant: str) -> None:
    assert str(read_hours(typed, MOSCOW)) == str(read_hours(meant, MOSCOW))
