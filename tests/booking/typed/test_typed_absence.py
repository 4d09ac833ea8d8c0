"""Days of an absence in words, and the way back."""

from datetime import date, datetime

import pytest

from bot.booking.slots import BookableDays
from bot.booking.typed.typed_absence import (
    HoursOnly,
    is_of_another,
    is_plain_return,
    is_sick_note,
    notice_absence,
    read_absence,
    read_return,
    takes_absence_back,
)
from bot.russian.time.doubts import Unsure
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, tzinfo=MOSCOW)


def _days(first: str, last: str) -> BookableDays:
    return BookableDays(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("я в отпуске с 7 по 20 декабря", _days("2026-12-07", "2026-12-20")),
        ("болею сегодня", _days("2026-11-24", "2026-11-24")),
        ("приболела, до среды", _days("2026-11-24", "2026-11-25")),
        ("меня не будет до пятницы", _days("2026-11-24", "2026-11-27")),
        ("уезжаю на учёбу на два дня", _days("2026-11-24", "2026-11-25")),
    ],
)
def test_days_are_read(text: str, days: BookableDays) -> None:
    assert read_absence(text, NOW) == (days,)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("я в отпуске с 7 по 20 декабря, еду к внукам", ("еду к внукам",)),
        ("болею сегодня и завтра, температура", ("температура",)),
        ("в командировке с 7 по 9 декабря", ()),
    ],
)
def test_words_beside_the_days_are_named_but_not_those_of_the_absence(text: str, passed: tuple[str, ...]) -> None:
    noticed = notice_absence(text, NOW)

    assert not isinstance(noticed.meaning, Unsure)
    assert noticed.passed == passed


@pytest.mark.parametrize("text", ["заболела", "я в отпуске с понедельника", "больничный ещё не закрыли"])
def test_what_has_no_end_is_asked(text: str) -> None:
    assert isinstance(read_absence(text, NOW), Unsure)


@pytest.mark.parametrize(
    "text", ["сегодня до обеда меня нет", "больничный продлили до 18", "завтра уйду на час раньше"]
)
def test_hours_are_no_absence(text: str) -> None:
    assert read_absence(text, NOW) == HoursOnly()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("выйду 21-го", date(2026, 12, 21)),
        ("Выйду на работу в понедельник", date(2026, 11, 30)),
        ("я вернусь 1 декабря", date(2026, 12, 1)),
        ("вышла", date(2026, 11, 24)),
        ("я снова на работе", date(2026, 11, 24)),
        ("не выйду завтра", None),
        ("выйду из личного кабинета", None),
        ("вышла из себя", None),
        ("Кузьмин вышел", None),
        ("выйду в 14", None),
        ("выйду 1 или 2 декабря", None),
        ("вышла из отпуска 23 ноября", date(2026, 11, 23)),
        ("вернулась 20.11", date(2026, 11, 20)),
        ("вышла вчера", date(2026, 11, 23)),
        ("вышла 23-го", None),
        ("вернулся 1 декабря", None),
        ("на работе не буду 7 декабря", None),
        ("на месте не буду завтра", None),
        ("выйду 15-го не смогу", None),
        ("выйду в отпуск 7 декабря", None),
        ("выйду 15-го на больничный", None),
        ("я на работе завтра отгул", None),
        ("выйду в декрет 7 декабря", None),
    ],
)
def test_the_day_of_the_return(text: str, day: date | None) -> None:
    assert read_return(text, NOW) == day


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [
        ("вышла", True),
        ("я вышла 15-го", True),
        ("Выйду на работу в понедельник", True),
        ("я вернусь 1 декабря", True),
        ("снова на работе", True),
        ("выйду 15-го после обследования", False),
        ("выйду, наверное, 15-го", False),
    ],
)
def test_a_plain_return_has_no_words_beside_the_day(text: str, *, is_plain: bool) -> None:
    assert is_plain_return(text) is is_plain


@pytest.mark.parametrize(
    ("text", "is_note"),
    [
        ("болею сегодня", True),
        ("приболела", True),
        ("болею до среды", True),
        ("болею, как оформить больничный", False),
        ("болеет мама", False),
    ],
)
def test_a_sick_note_is_nothing_but_that(text: str, *, is_note: bool) -> None:
    assert is_sick_note(text, NOW) is is_note


@pytest.mark.parametrize("text", ["Лена в отпуске 1-14 июля", "Марина Сергеевна болеет", "отпуск Смирновой с 5 июля"])
def test_a_colleague_is_told_from_oneself(text: str) -> None:
    assert is_of_another(text)


@pytest.mark.parametrize(
    "text", ["Я в отпуске с 7 декабря", "Ухожу на больничный", "болею сегодня", "Сегодня заболела"]
)
def test_oneself_is_no_colleague(text: str) -> None:
    assert not is_of_another(text)


@pytest.mark.parametrize(
    ("text", "is_called_off"),
    [
        ("отпуск отменяется", True),
        ("отмени мой отпуск", True),
        ("Снять отсутствие.", True),
        ("у меня больничный отменили", True),
        ("отпуск отменяется с 7 декабря", False),
        ("как отменить отпуск", False),
        ("отмени запись", False),
    ],
)
def test_a_whole_absence_is_called_off(text: str, *, is_called_off: bool) -> None:
    assert takes_absence_back(text) is is_called_off


@pytest.mark.parametrize(
    "text",
    ["болею, завтра выйду", "я в отпуске, в понедельник буду", "завтра из отпуска", "больничный закрыли 27-го"],
)
def test_the_day_of_coming_back_is_no_day_of_absence(text: str) -> None:
    assert isinstance(read_absence(text, NOW), Unsure)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("болею сегодня, завтра выйду", _days("2026-11-24", "2026-11-24")),
        ("я в отпуске с 7 декабря, выйду 21-го", _days("2026-12-07", "2026-12-20")),
        ("меня не будет завтра, не выйду", _days("2026-11-25", "2026-11-25")),
    ],
)
def test_days_beside_the_coming_back_are_read(text: str, days: BookableDays) -> None:
    assert read_absence(text, NOW) == (days,)
