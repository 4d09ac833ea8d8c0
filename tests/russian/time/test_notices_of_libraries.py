"""Notices of a library that say more than days, or say them in another order; today is Thursday, 3 December 2026."""

from datetime import datetime

import pytest

from bot.russian.time.closings.closures import notice_closure
from bot.russian.time.doubts import Unsure
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 12, 3, 10, tzinfo=MOSCOW)

READ = {
    "в воскресенье совершенно не работаем": "12-06..12-07",
    "закрываем всю следующую неделю, пожалуйста": "12-07..12-14",
    "с 14 по 16 декабря я на сессии, заменить некому, библиотека совсем закрыта": "12-14..12-17",
    "печку топить нечем, закрываю до пятницы включительно": "12-03..12-05",
    "дрова кончились, до конца недели закрываю": "12-03..12-07",
    "9 декабря библиотека принимает читателей до 14.00, 10 декабря выходной": "12-09 14:00..12-11",
    "11 декабря читателей обслуживать не будем": "12-11..12-12",
    "31 декабря до 12, с 1 по 8 января закрыто. Всех с наступающим Новым годом и Рождеством!": "12-31 12:00..01-09",
    "12 декабря, День Конституции, библиотека закрыта": "12-12..12-13",
    "завтра с 10 вместо 9": "12-04..12-04 10:00",
    "завтра закроемся в 15 вместо 18, собрание": "12-04 15:00..12-05",
    "С 18 по 22 января закрыто, кроме пятницы; в пятницу 22-го с 9 до 12": "01-18..01-22 09:00; 01-22 12:00..01-23",
    "во вторник не работаем в среду работаем до 13 в четверг как обычно": "12-08..12-09; 12-09 13:00..12-10",
    "с понедельника по среду закрыта, в четверг до 15, в пятницу как обычно": "12-07..12-10; 12-10 15:00..12-11",
    "с 21 по 23 закрыты, 24-го до 12": "12-21..12-24; 12-24 12:00..12-25",
    "во вторую среду месяца, то есть 9 декабря, закрыто": "12-09..12-10",
    "ой, не 15-е, а 16-е декабря санитарный день": "12-16..12-17",
    "8 декабря с 9:00 до 13:00 не будет воды, библиотека откроется в 14": "12-08..12-08 14:00",
    "10 декабря с 10 до 15 отключение света, библиотека работает с 15 до 18": "12-10..12-10 15:00; 12-10 18:00..12-11",
}


@pytest.mark.parametrize(("text", "meant"), READ.items())
def test_a_notice_is_read_as_it_was_meant(text: str, meant: str) -> None:
    read = notice_closure(text, NOW).meaning

    assert not isinstance(read, Unsure), read
    shown = "; ".join(f"{span.start:%m-%d %H:%M}..{span.end:%m-%d %H:%M}" for span in read)
    assert shown.replace(" 00:00", "") == meant


@pytest.mark.parametrize(
    "text",
    [
        "в последний четверг, то есть 30 декабря, закрыто",
        "закрытие 10-го отменяется",
        "обслуживание читателей до 13 отменяется",
        "завтра в 11 вместо 9",
    ],
)
def test_what_may_be_meant_otherwise_is_asked_about(text: str) -> None:
    assert isinstance(notice_closure(text, NOW).meaning, Unsure)


@pytest.mark.parametrize(
    ("text", "never_typed"),
    {
        "с понедельника болею, когда выйду не знаю": "откроемся",
        "завтра читателей не обслуживаем, если мастер приедет": "работаем",
        "приду позже, часов не знаю": "откроемся",
    }.items(),
)
def test_a_question_shows_no_word_that_was_not_typed(text: str, never_typed: str) -> None:
    read = notice_closure(text, NOW).meaning

    assert isinstance(read, Unsure)
    assert never_typed not in f"{read.understood} {read.unread}"
