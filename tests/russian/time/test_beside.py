"""What stands beside a time: words that carry none are passed over where a preview follows, all others are named."""

from datetime import date, datetime, time

import pytest

from bot.russian.time.beside.because import Explained, explained
from bot.russian.time.beside.plain_words import fits_beside_a_time, is_plain
from bot.russian.time.closings.closures import read_closure
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.time.visits import read_move, read_when
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 30, 10, tzinfo=MOSCOW)  # a Monday
VISIT = datetime(2026, 12, 3, 10, tzinfo=MOSCOW)  # a Thursday


def said(text: str) -> tuple[date | None, time | None, time | None, time | None]:
    read = read_when(text, NOW)
    assert isinstance(read, TimeWish), read
    return read.day, read.at, read.since, read.until


UNDERSTOOD = {
    "запишите на четверг после обеда, внучка привезёт": (date(2026, 12, 3), None, time(13), None),
    "четвёртого в десять сын на машине привезёт": (date(2026, 12, 4), time(10), None, None),
    "в пятницу в 11, корову подоить надо": (date(2026, 12, 4), time(11), None, None),
    "ребёнок в школе до 13, поэтому в четверг с двух до четырёх": (date(2026, 12, 3), None, time(14), time(16)),
    "в субботу, так как в будни работаю": (date(2026, 12, 5), None, None, None),
    "завтра в 10, чтобы успеть на автобус в 12": (date(2026, 12, 1), time(10), None, None),
    "после работы в среду часиков в шесть": (date(2026, 12, 2), time(18), None, None),
    "мне бы попозже, часов в пять, в пятницу": (date(2026, 12, 4), time(17), None, None),
    "вместо четверга в пятницу": (date(2026, 12, 4), None, None, None),
    "не 2 декабря, а 3, в 17 ч": (date(2026, 12, 3), time(17), None, None),
    "с четверга на пятницу": (date(2026, 12, 4), None, None, None),
    "уже после Нового года, числа 13-го января, с утра": (date(2027, 1, 13), None, None, time(12)),
    "мне 70 лет, запишите на четверг": (date(2026, 12, 3), None, None, None),
}


@pytest.mark.parametrize(("text", "meant"), UNDERSTOOD.items())
def test_other_words_do_not_hide_the_time(text: str, meant: object) -> None:
    assert said(text) == meant


KEPT = (
    "в среду сижу с внуками",
    "в четверг у меня собрание",
    "в пятницу с утра автобус в 9 приходит",
    "завтра, автобус в 9 приходит",
    "завтра после каникул",
    "перед Петровой в четверг",
    "в пятницу до школы",
    "нас 3 человека, в четверг в 11",
    "я была у вас в четверг",
    "отмените завтра",
    "в четверг, если снега не будет",
    "в пятницу я до 14 на работе, поэтому после трёх",
    "я работаю до 17, могу после",
    "5-й класс в четверг",
    "как получить паспорт в четверг",
)


@pytest.mark.parametrize("text", KEPT)
def test_a_word_that_may_matter_is_asked_about(text: str) -> None:
    assert isinstance(read_when(text, NOW), Unsure)


MOVED = {
    "на полчаса позже": (date(2026, 12, 3), time(10, 30)),
    "сдвиньте на час раньше, дочь просила": (date(2026, 12, 3), time(9)),
    "на день позже": (date(2026, 12, 4), time(10)),
    "на пятницу в то же время": (date(2026, 12, 4), time(10)),
    "с 10 на 11": (date(2026, 12, 3), time(11)),
    "с 3 на 8": (date(2026, 12, 8), None),
    "на следующей неделе в тот же день и час": (date(2026, 12, 10), time(10)),
}


@pytest.mark.parametrize(("text", "meant"), MOVED.items())
def test_a_move_is_counted_from_the_visit(text: str, meant: object) -> None:
    read = read_move(text, NOW, VISIT)

    assert isinstance(read, TimeWish)
    assert (read.day, read.at) == meant


@pytest.mark.parametrize(
    ("text", "doubt"),
    {
        "со среды на пятницу": Doubt.NOT_BOOKED_THEN,
        "сдвиньте на 2 часа": Doubt.AMBIGUOUS,
        "сдвиньте на полчаса": Doubt.AMBIGUOUS,
    }.items(),
)
def test_a_move_from_another_time_or_without_a_direction_is_asked_about(text: str, doubt: Doubt) -> None:
    read = read_move(text, NOW, VISIT)

    assert isinstance(read, Unsure)
    assert read.doubt is doubt


def test_without_a_visit_no_time_is_counted_from_it() -> None:
    for text in ("на час позже", "в то же время", "в тот же день", "с 10 на 11"):
        assert isinstance(read_when(text, NOW), Unsure)


def closed(text: str) -> list[str]:
    read = read_closure(text, NOW)
    assert not isinstance(read, Unsure), read
    return [f"{span.start:%m-%d %H}..{span.end:%m-%d %H}" for span in read]


CLOSED = {
    "4 декабря с 12 до 15 закрыто, концерт в клубе": ["12-04 12..12-04 15"],
    "с 7 по 11 закрыто, котёл сломался, а с 12 работаем": ["12-07 00..12-12 00"],
    "18 декабря выездное мероприятие, библиотека не работает": ["12-18 00..12-19 00"],
    "с 1 по 20 декабря закрыто, кроме 9-го (среда)": ["12-01 00..12-09 00", "12-10 00..12-21 00"],
    "с 1 по 31 июля отпуск, кроме 9-го": ["07-01 00..07-09 00", "07-10 00..08-01 00"],
    "закрыто 9 декбря": ["12-09 00..12-10 00"],
    "на следующей неделе с пн по ср я на курсах, библиотека закрыта": ["12-07 00..12-10 00"],
    "с 5 по 13 декабря закрыто, кроме 9-го (среда) - 9-го дежурю": ["12-05 00..12-09 00", "12-10 00..12-14 00"],
    "меня нет 8 и 9, еду к дочке": ["12-08 00..12-10 00"],
    "в пятницу с часу буду на похоронах, библиотеку закрою": ["12-04 13..12-05 00"],
}


@pytest.mark.parametrize(("text", "spans"), CLOSED.items())
def test_the_reason_of_a_closure_may_be_anything(text: str, spans: list[str]) -> None:
    assert closed(text) == spans


@pytest.mark.parametrize(
    ("text", "doubt"),
    {
        "выходные дни - суббота и воскресенье": Doubt.RULE,
        "выходной: воскресенье": Doubt.RULE,
        "по субботам закрыто": Doubt.RULE,
        "кружок закрыт 18 декабря": Doubt.UNREAD,
        "закрыто 18 декабря для детей": Doubt.UNREAD,
        "18 декабря закрыто наполовину": Doubt.UNREAD,
        "18 декабря закрыто у соседей": Doubt.UNREAD,
        "18 декабря закрытие выставки": Doubt.UNREAD,
        "закрыто в ночь на 18 декабря": Doubt.UNREAD,
        "хотели закрыть 18 декабря, но не будем": Doubt.UNREAD,
        "убрать санитарный день 5 декабря": Doubt.UNREAD,
        "18 декабря возможно закрыто": Doubt.UNREAD,
        "летом, июнь и август, по субботам закрыто": Doubt.SEVERAL_DAYS,
        "с 1 июня по 31 августа закрыто, кроме 9-го": Doubt.SEVERAL_DAYS,
        "закрыто с четверга на пятницу": Doubt.UNREAD,
    }.items(),
)
def test_no_day_is_closed_by_a_rule_a_part_or_a_doubt(text: str, doubt: Doubt) -> None:
    read = read_closure(text, NOW)

    assert isinstance(read, Unsure)
    assert read.doubt is doubt


def test_a_reason_is_told_apart_from_the_wish() -> None:
    assert explained("учусь до 14, поэтому в пятницу") == Explained("в пятницу", "учусь до 14", is_reason_first=True)
    assert explained("в пятницу, потому что учусь") == Explained("в пятницу", " учусь")
    assert explained("в пятницу") == Explained("в пятницу")


def test_only_words_of_the_dictionary_that_are_near_no_time_are_plain() -> None:
    assert [is_plain(word) for word in ("трактор", "завтрак", "каникулы", "пятнаццать", "кхм")] == [
        True,
        False,
        False,
        False,
        False,
    ]


def test_beside_a_time_own_business_is_no_chatter() -> None:
    fits = [fits_beside_a_time(word, "", is_wished=False) for word in ("привезет", "сижу", "дойка", "бабушка")]

    assert fits == [True, False, False, True]
