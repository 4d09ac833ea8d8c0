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
    ],
)
def test_other_words_are_left_to_others(text: str) -> None:
    assert read_desks(text, NOW) is None


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("завтра два окна не работают", 2),
        ("завтра одно место закрыто", 1),
        ("завтра одно окно закрыли на ремонт", 1),
        ("завтра не работает одно окно", 1),
        ("закрыли одно окно на завтра", 1),
        ("завтра минус одно место", 1),
        ("завтра на одно место меньше", 1),
        ("завтра без одного окна", 1),
        ("завтра два стола сломаны", 2),
        ("завтра одно место занято", 1),
        ("завтра не будет одного места", 1),
        ("завтра одно окно в ремонте", 1),
    ],
)
def test_desks_that_there_are_not_are_no_desks_that_remain(text: str, gone: int) -> None:
    assert read_desks(text, NOW) == SaidDesks(gone, TOMORROW, are_gone=True)


@pytest.mark.parametrize("text", ["завтра одно место, второе не работает", "завтра одно место, принтер сломался"])
def test_what_is_gone_farther_off_makes_the_number_doubtful(text: str) -> None:
    read = read_desks(text, NOW)

    assert read
    assert isinstance(read.days, Unsure)


def test_words_beside_the_days_are_passed_and_named() -> None:
    read = read_desks("с 7 по 10 декабря одно место, приедет комиссия", NOW)

    assert read == SaidDesks(1, DECEMBER, passed=("приедет комиссия",))


@pytest.mark.parametrize("text", ["завтра ещё одно место", "завтра прибавится одно место", "завтра ремонт одного окна"])
def test_whether_so_many_more_or_fewer_is_asked(text: str) -> None:
    read = read_desks(text, NOW)

    assert read is None or isinstance(read.days, Unsure)


@pytest.mark.parametrize("text", ["завтра отключат одно окно", "завтра теряем одно место"])
def test_a_desk_that_is_lost_is_one_fewer(text: str) -> None:
    read = read_desks(text, NOW)

    assert read is None or read.are_gone or isinstance(read.days, Unsure)
