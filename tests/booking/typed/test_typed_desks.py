"""Another number of desks for some days, in words."""

from datetime import date, datetime

import pytest

from bot.booking.slots import BookableDays
from bot.booking.typed.typed_desks import SaidDesks, read_desks
from bot.russian.time.doubts import Unsure
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, tzinfo=MOSCOW)
DECEMBER = BookableDays(date(2026, 12, 7), date(2026, 12, 10))
TOMORROW = BookableDays(date(2026, 11, 25), date(2026, 11, 25))


@pytest.mark.parametrize(
    ("text", "desks", "days"),
    [
        ("с 7 по 10 декабря одно место", 1, DECEMBER),
        ("завтра только одно место", 1, TOMORROW),
        ("Завтра 3 окна.", 3, TOMORROW),
        ("с 7 по 10 декабря принимаем по двое", 2, DECEMBER),
        ("будет два места с 7 по 10 декабря", 2, DECEMBER),
    ],
)
def test_the_number_and_the_days_are_read(text: str, desks: int, days: BookableDays) -> None:
    assert read_desks(text, NOW) == SaidDesks(desks, days)


@pytest.mark.parametrize("text", ["с 7 декабря одно место", "завтра с 10 до 12 одно место", "7 и 9 декабря одно место"])
def test_days_without_an_end_hours_and_days_apart_are_asked(text: str) -> None:
    read = read_desks(text, NOW)

    assert read is not None
    assert (read.desks, isinstance(read.days, Unsure)) == (1, True)


@pytest.mark.parametrize(
    "text",
    [
        "одно место",
        "с 7 по 10 декабря",
        "с 7 по 10 ноября закрыто",
        "в детском саду 2 места с сентября, как записать ребёнка",
        "завтра 0 мест",
        "завтра 99 мест",
        "завтра в 10 на одно место двое",
        "принимаем по одному",
        "завтра два окна не работают",
        "завтра одно место закрыто",
        "завтра не работает одно окно",
        "закрыли одно окно до пятницы",
        "завтра минус одно место",
        "завтра на одно место меньше",
        "завтра без одного окна",
        "завтра два стола сломаны",
        "завтра одно место занято",
        "завтра не будет одного места",
    ],
)
def test_other_words_are_left_to_others(text: str) -> None:
    assert read_desks(text, NOW) is None
