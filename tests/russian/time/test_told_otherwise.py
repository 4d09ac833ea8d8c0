"""A closing that is taken back, and what else is not taken in: asked about, for the library may stay open."""

from datetime import datetime

import pytest

from bot.russian.time.closings.closures import notice_closure
from bot.russian.time.closings.told_otherwise import told_otherwise
from bot.russian.time.doubts import Unsure

NOW = datetime.fromisoformat("2026-11-30T10:00:00+03:00")


@pytest.mark.parametrize(
    "text",
    [
        "закрыто 8 декабря, хотя нет",
        "закрыто 8 декабря, ой нет",
        "закрыто 8 декабря, это шутка",
        "закрыто 8 декабря, запретили закрывать",
        "закрыто 8 декабря, начальница против",
        "не принимаем 8 декабря наличные",
        "8 декабря не обслуживаем юрлиц",
        "8 декабря не открою окно",
        "не пускаем собак 8 декабря",
        "закрою окна 8 декабря",
        "не ходите на почту 8 декабря",
        "вроде 8 декабря закрыто",
    ],
)
def test_what_closes_no_library_is_asked_about(text: str) -> None:
    assert isinstance(notice_closure(text, NOW).meaning, Unsure)


@pytest.mark.parametrize(
    "text",
    [
        "закрыто 8 декабря, воды нет",
        "с 7 по 9 декабря в отпуске, замены нет",
        "8 декабря не принимаем, ремонт",
        "не принимаем читателей 8 декабря",
        "закройте на ремонт с 7 по 9 декабря",
        "закройте нас 8 декабря",
        "не приезжайте 8 декабря, закрыто",
    ],
)
def test_reasons_and_readers_are_no_other_thing(text: str) -> None:
    assert told_otherwise(text) == ""
    assert not isinstance(notice_closure(text, NOW).meaning, Unsure)
