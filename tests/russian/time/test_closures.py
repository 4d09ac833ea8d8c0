"""What is to be closed, read by the grammar; now is Tuesday, 24 November 2026, noon."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.russian.time.closings.closures import read_closure
from bot.russian.time.closings.span import Span
from bot.russian.time.doubts import Doubt, Unsure
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)


def spans(*written: str) -> tuple[Span, ...]:
    """«2026-12-01..2026-12-05» are whole days, «2026-12-01T10:00..2026-12-01T12:00» are hours."""
    return tuple(_span(one) for one in written)


def _span(written: str) -> Span:
    first, _, last = written.partition("..")
    start, end = (datetime.fromisoformat(end or first).replace(tzinfo=MOSCOW) for end in (first, last))
    return Span(start, end if "T" in written else end + timedelta(days=1))


CLOSED = {
    "завтра": spans("2026-11-25"),
    "Закрыть завтра весь день!": spans("2026-11-25"),
    "завтра санитарный день": spans("2026-11-25"),
    "сан. день 3 декабря": spans("2026-12-03"),
    "3 декабря библиотека закрыта, санитарный день": spans("2026-12-03"),
    "10 декабря и 12 декабря выходной": spans("2026-12-10", "2026-12-12"),
    "с 28 декабря по 10 января": spans("2026-12-28..2027-01-10"),
    "31.12 — 08.01 включительно": spans("2026-12-31..2027-01-08"),
    "с 20 по 27 ноября": spans("2026-11-20..2026-11-27"),
    "с завтрашнего дня по пятницу": spans("2026-11-25..2026-11-27"),
    "с 1 июля по 31 августа": spans("2027-07-01..2027-08-31"),
    "июнь, июль, август": spans("2027-06-01..2027-08-31"),
    "вт, чт": spans("2026-12-01", "2026-12-03"),
    "вт, ср": spans("2026-12-01..2026-12-02"),
    "1, 2 и 5 декабря": spans("2026-12-01..2026-12-02", "2026-12-05"),
    "с 5 по 7 и 9 декабря": spans("2026-12-05..2026-12-07", "2026-12-09"),
    "1, 3–5 и 9 декабря": spans("2026-12-01", "2026-12-03..2026-12-05", "2026-12-09"),
    "с 14 до 16, 5 декабря": spans("2026-12-05T14:00..2026-12-05T16:00"),
    "каждый понедельник декабря": spans("2026-12-07", "2026-12-14", "2026-12-21", "2026-12-28"),
    "с 1 декабря по 15": spans("2026-12-01..2026-12-15"),
    "с 1 по 10 декабря, кроме 5 и 6 декабря": spans("2026-12-01..2026-12-04", "2026-12-07..2026-12-10"),
    "с 30 декабря по 9 января кроме 4 января": spans("2026-12-30..2027-01-03", "2027-01-05..2027-01-09"),
    "с 7 декабря на две недели": spans("2026-12-07..2026-12-20"),
    "на 3 дня с 7 декабря": spans("2026-12-07..2026-12-09"),
    "до 5 декабря": spans("2026-11-24..2026-12-05"),
    "в декабре по вторникам": spans("2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22", "2026-12-29"),
    "26 ноября с 14 до 16": spans("2026-11-26T14:00..2026-11-26T16:00"),
    "с 14 до 16": spans("2026-11-24T14:00..2026-11-24T16:00"),
    "27 ноября с 10 и до закрытия": spans("2026-11-27T10:00..2026-11-28T00:00"),
    "завтра после обеда": spans("2026-11-25T13:00..2026-11-26T00:00"),
    "с 14 декабря 14:00 до 15 декабря 12:00": spans("2026-12-14T14:00..2026-12-15T12:00"),
    "31 декабря работаем до 14": spans("2026-12-31T14:00..2027-01-01T00:00"),
    "завтра закроемся в 15": spans("2026-11-25T15:00..2026-11-26T00:00"),
    "завтра откроемся позже, в 12": spans("2026-11-25T00:00..2026-11-25T12:00"),
    "завтра короткий день, до 14:00": spans("2026-11-25T14:00..2026-11-26T00:00"),
    "закрыто до четверга, в четверг открываемся": spans("2026-11-24..2026-11-25"),
    "с 28 декабря не работаем, откроемся 11 января": spans("2026-12-28..2027-01-10"),
    "последний рабочий день 30 декабря, выйдем 11 января": spans("2026-12-31..2027-01-10"),
    "27/12—10/01 не работаем, с одиннадцатого ждем всех": spans("2026-12-27..2027-01-10"),
    "3 декабря закрыто, с 4 работаем в обычном режиме": spans("2026-12-03"),
    "закрыты по техническим причинам 3 декабря": spans("2026-12-03"),
    "из-за ремонта отопления с 1 по 5 декабря": spans("2026-12-01..2026-12-05"),
    "в отпуске с 7 по 20": spans("2026-12-07..2026-12-20"),
    "завтра меня не будет до обеда": spans("2026-11-25T00:00..2026-11-25T13:00"),
    "выходные 5 и 7 декабря": spans("2026-12-05", "2026-12-07"),
    "с понедельника по среду следующей недели": spans("2026-11-30..2026-12-02"),
    "с пятницы 18:00 до понедельника 10:00": spans("2026-11-27T18:00..2026-11-30T10:00"),
}


@pytest.mark.parametrize(("text", "closed"), CLOSED.items())
def test_days_and_hours_are_closed_as_they_are_named(text: str, closed: tuple[Span, ...]) -> None:
    assert read_closure(text, NOW) == closed


DOUBTFUL = {
    "с 1 декабря": Doubt.NO_END,
    "после 10 декабря": Doubt.NO_END,
    "завтра в 15": Doubt.NO_END_TIME,
    "с 1 по 5 декабря с 10 до 12": Doubt.EACH_DAY,
    "на следующей неделе утром": Doubt.EACH_DAY,
    "с 14 декабря 14:00 по 15 декабря": Doubt.EACH_DAY,
    "каждую среду": Doubt.RULE,
    "последний рабочий день месяца": Doubt.RULE,
    "санитарный день: второй четверг каждого месяца": Doubt.RULE,
    "санитарный день": Doubt.NOTHING,
    "санитарный день 31 ноября": Doubt.NO_SUCH_DATE,
    "до пятницы, в пятницу": Doubt.SEVERAL_DAYS,
    "до 10 декабря, в среду": Doubt.SEVERAL_DAYS,
    "завтра с 16 до 14": Doubt.ORDER,
    "завтра с 14 до 16 и с 17 до 18": Doubt.SEVERAL_TIMES,
    "чт 11.12": Doubt.OTHER_WEEKDAY,
    "с 1 по 5 ноября": Doubt.PASSED,
    "только не завтра": Doubt.NOTHING,
    "ближайшее": Doubt.NOTHING,
    "1-5": Doubt.NOTHING,
    "14-16, 5 декабря": Doubt.AMBIGUOUS,
    "10-12, в среду": Doubt.AMBIGUOUS,
    "ремонт": Doubt.NOTHING,
    "26 ноября 2030": Doubt.TOO_FAR,
    "31.12.9999": Doubt.TOO_FAR,
    "с 1 января 2020 по 1 января 2099": Doubt.TOO_FAR,
    "не закрывать завтра": Doubt.UNREAD,
    "с 25 декабря по 8 января по случаю дождя": Doubt.UNREAD,
    "5 декабря работаем": Doubt.UNREAD,
    "закрыто с 1 по 10 декабря, 5 декабря открыто": Doubt.SEVERAL_DAYS,
    "с вечера 30 декабря до 10 января": Doubt.SEVERAL_DAYS,
    "пн, " * 30: Doubt.NOTHING,
}


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL.items())
def test_what_is_not_surely_understood_closes_nothing(text: str, doubt: Doubt) -> None:
    read = read_closure(text, NOW)

    assert isinstance(read, Unsure)
    assert read.doubt is doubt


@given(st.text(max_size=60) | st.from_regex(r"(с |по )?[0-9.:\- ]{0,12}(декабря|до|и завтра)?", fullmatch=True))
def test_any_words_close_what_is_ahead_or_nothing(text: str) -> None:
    read = read_closure(text, NOW)

    assert isinstance(read, Unsure) or all(span.end > NOW for span in read)
