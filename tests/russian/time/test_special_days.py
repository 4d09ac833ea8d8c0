"""Days told one by one with hours of their own; now is Thursday, 3 December 2026, ten o'clock."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.russian.time.closings.closures import notice_closure, read_closure
from bot.russian.time.doubts import Doubt, Unsure

NOW = datetime(2026, 12, 3, 10, tzinfo=ZoneInfo("Europe/Moscow"))


def shown(text: str) -> str:
    """«12-31 15:00 - 01-09»: each stretch that is closed; a day alone begins at midnight."""
    read = notice_closure(text, NOW).meaning
    assert not isinstance(read, Unsure), read
    return "; ".join(f"{span.start:%m-%d %H:%M} - {span.end:%m-%d %H:%M}" for span in read).replace(" 00:00", "")


CLOSED = {
    "5-го до 15, 6-го до 13, 7-го закрыто": "12-05 15:00 - 12-06; 12-06 13:00 - 12-08",
    "31 декабря до 14, 1–8 января закрыто, с 9-го как обычно": "12-31 14:00 - 01-09",
    "28.12 до 16:00, 29.12 до 15:00, 30.12-10.01 вых, с 11 как всегда": ("12-28 16:00 - 12-29; 12-29 15:00 - 01-11"),
    "с 31 декабря по 8 января закрыто, но 4 и 6 января открою с 11 до 14": (
        "12-31 - 01-04 11:00; 01-04 14:00 - 01-06 11:00; 01-06 14:00 - 01-09"
    ),
    "21–26 декабря закрыто, кроме 23 декабря: в этот день работаем с 12 до 15": (
        "12-21 - 12-23 12:00; 12-23 15:00 - 12-27"
    ),
    "с 1 по 8 января закрыто, дежурю 4-го с 10 до 14": "01-01 - 01-04 10:00; 01-04 14:00 - 01-09",
    "Режим работы в праздничные дни:\n30 декабря — с 10:00 до 15:00\n1, 2, 7 января — выходные дни\n"
    "3, 4, 8 января — с 11:00 до 17:00\nС 9 января — в обычном режиме": (
        "12-30 - 12-30 10:00; 12-30 15:00 - 12-31; 01-01 - 01-03 11:00; 01-03 17:00 - 01-04 11:00; "
        "01-04 17:00 - 01-05; 01-07 - 01-08 11:00; 01-08 17:00 - 01-09"
    ),
    "10 и 11 декабря с 14 до 16 закрыто, ёлку наряжаем в зале, потом снова открываемся": (
        "12-10 14:00 - 12-10 16:00; 12-11 14:00 - 12-11 16:00"
    ),
    "в следующий вторник работаем с двенадцати до восемнадцати": "12-08 - 12-08 12:00; 12-08 18:00 - 12-09",
    "сегодня с одиннадцати закрываемся и завтра тоже весь день закрыты": "12-03 11:00 - 12-05",
    "в субботу двенадцатого и в субботу девятнадцатого открыты до трёх": "12-12 15:00 - 12-13; 12-19 15:00 - 12-20",
    "тридцатого декабря работаем до двух часов дня тридцать первого и первого закрыто": "12-30 14:00 - 01-02",
    "завтра до 15, совещание в районе": "12-04 15:00 - 12-05",
    "завтра только с 12 до 15": "12-04 - 12-04 12:00; 12-04 15:00 - 12-05",
    "с 14 по 16 декабря библиотека работает по сокращённому графику: 11.00 — 16.00 (без перерыва)": (
        "12-14 - 12-14 11:00; 12-14 16:00 - 12-15 11:00; 12-15 16:00 - 12-16 11:00; 12-16 16:00 - 12-17"
    ),
    "19 декабря у нас утренник для ребят, поэтому библиотека открыта с 10 до 17, а 20-го отдыхаю": (
        "12-19 - 12-19 10:00; 12-19 17:00 - 12-21"
    ),
    "с 7 по 11 кроме среды закрыты, переставляют стеллажи": "12-07 - 12-09; 12-10 - 12-12",
    "завтра с 10 до 15, потом закрываемся": "12-04 - 12-04 10:00; 12-04 15:00 - 12-05",
    "30 января работаем до 14, 5-го закрыто": "01-30 14:00 - 01-31; 02-05 - 02-06",
}


@pytest.mark.parametrize(("text", "closed"), CLOSED.items())
def test_each_day_is_closed_by_its_own_hours(text: str, closed: str) -> None:
    assert shown(text) == closed


ASKED = (
    "5 декабря закрыто, 6-го с 10 до 12",  # closed then, or open?
    "31 декабря с 10 до 14, 1 января закрыто",
    "закрыто 5-го до 15, 6-го до 13",
    "завтра до 12",
    "завтра до обеда",
    "5-го почта до 15, 6-го закрыто",
    "5-го касса работает до 15, 6-го закрыто",
    "5-го клуб открыт с 10 до 15, 6-го закрыто",
    "сегодня до 15, в Порхове закрыто",
    "у соседей 5-го до 15, 6-го закрыто",
    "5 декабря открыто до 15, абонемент до 13",
    "5-го до 15, 6-го может закрыто",
    "5-го до 15, если успею, 6-го закрыто",
    "5-го до 15, нет, до 16, 6-го закрыто",
    "5-го до 15, 6-го до 13, 5-го закрыто",
    "6-го до 15, 5-го до 13, 7-го закрыто",
    "5-го до 15, 6-го закрыто, 7-го ёлка в 12",
    "31-го до 14, 1–8 января закрыто, 5 января закрыто",
    "уходим 30 декабря в 15, вернёмся 11 января",
    "30 декабря до 15, с 11 января работаем",
    "5 декабря до 15 или до 16",
    "завтра работаем с 12 до 15, с 15 до 16 закрыто",
    "не закрываемся 5-го, 6-го до 15",
    "завтра до 15 не закрываемся",
    "завтра до 15, потом работаем",
    "никого нет, завтра работаем",
    "5 декабря работаем с 10 до 14?",
    "закрыто с 5 по 9 декабря с 10 до 12",
    "пятница 5 декабря до 15, 6-го закрыто",
    "5-го до 25, 6-го закрыто",
    "понедельник - выходной",
)


@pytest.mark.parametrize("text", ASKED)
def test_days_that_may_be_meant_otherwise_are_asked_about(text: str) -> None:
    assert isinstance(notice_closure(text, NOW).meaning, Unsure)


CONDITIONS = (
    "при морозе завтра закрыто",
    "завтра закрыто при морозе ниже 30",
    "при отключении света завтра закрыто",
    "завтра закрыто при необходимости",
    "завтра закрыто, если не привезут дрова",
    "8 декабря закрыто, ежели не починят котёл",
    "8 декабря закрыто, разве что починят котёл",
    "8 декабря закрыто, смотря по погоде",
    "завтра закрыто, когда отключат свет",
    "завтра закрыто в случае аварии",
    "31 декабря до 14, при морозе закрыто",
)


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_is_asked_about_and_named(text: str) -> None:
    read = notice_closure(text, NOW).meaning

    assert isinstance(read, Unsure)
    assert read.unread


def test_a_place_beside_the_library_is_no_condition() -> None:
    assert shown("при библиотеке ремонт, завтра закрыто") == "12-04 - 12-05"


def test_until_an_hour_is_said_of_a_person_otherwise_than_of_a_library() -> None:
    read = read_closure("завтра до 15", NOW)

    assert not isinstance(read, Unsure)
    assert (read[0].start.hour, read[0].end.hour) == (0, 15)


DAYS = ("5-го", "6 декабря", "в понедельник 7-го", "8.12", "9 декабря")
STATES: dict[str, tuple[range, ...]] = {  # hours of the day that are closed
    "закрыто": (range(24),),
    "работаем до 15": (range(15, 24),),
    "работаем с 10 до 16": (range(10), range(16, 24)),
    "закрываемся в 14": (range(14, 24),),
    "как обычно": (),
}


@settings(deadline=None)  # the dictionary is loaded in the first one
@given(st.lists(st.sampled_from(sorted(STATES)), min_size=2, max_size=5), st.sampled_from([", ", "\n", "; "]))
def test_days_told_in_turn_are_read_back(states: list[str], sign: str) -> None:
    text = sign.join(f"{day} {state}" for day, state in zip(DAYS, states, strict=False))
    hours = [(at + 5) * 24 + hour for at, state in enumerate(states) for closed in STATES[state] for hour in closed]

    read = notice_closure(text, NOW).meaning

    if hours:
        assert not isinstance(read, Unsure), (text, read)
        closed = [
            (span.start.day * 24 + span.start.hour) + n
            for span in read
            for n in range(int((span.end - span.start).total_seconds()) // 3600)
        ]
        assert closed == hours
    else:
        assert isinstance(read, Unsure)
        assert read.doubt is not Doubt.PASSED
