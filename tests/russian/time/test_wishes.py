"""Days and times as people type them; now is Tuesday, 24 November 2026, noon."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.russian.calendar_words import MONTHS
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import Days, Stretch, TimeWish
from bot.russian.time.visits import read_when
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)
THURSDAY = date(2026, 11, 26)


def on(text: str) -> Days:
    return Days((Stretch.of(date.fromisoformat(text)),))


def days(first: str, last: str) -> Days:
    return Days((Stretch(date.fromisoformat(first), date.fromisoformat(last)),))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("завтра", TimeWish(on("2026-11-25"))),
        ("послезавтра", TimeWish(on("2026-11-26"))),
        ("завтра утром", TimeWish(on("2026-11-25"), until=time(12))),
        ("сегодня вечером", TimeWish(on("2026-11-24"), since=time(17))),
        ("завтра днём", TimeWish(on("2026-11-25"), since=time(12), until=time(17))),
        ("24 ноября 15:00", TimeWish(on("2026-11-24"), time(15))),
        ("24.11 в 15", TimeWish(on("2026-11-24"), time(15))),
        ("26.11.2026 10.30", TimeWish(on("2026-11-26"), time(10, 30))),
        ("26/11/26 в 10:30", TimeWish(on("2026-11-26"), time(10, 30))),
        ("26 ноября 2026 года", TimeWish(on("2026-11-26"))),
        ("26 числа ноября", TimeWish(on("2026-11-26"))),
        ("26-го в 14-30", TimeWish(on("2026-11-26"), time(14, 30))),
        ("24 ноября 2031", TimeWish(on("2031-11-24"))),
        ("15 июня", TimeWish(on("2027-06-15"))),
        ("26", TimeWish(on("2026-11-26"))),
        ("26 в 15", TimeWish(on("2026-11-26"), time(15))),
        ("1500", TimeWish(at=time(15))),
        ("в 15", TimeWish(at=time(15))),
        ("в 3 завтра", TimeWish(on("2026-11-25"), time(15))),
        ("в 10 утра", TimeWish(at=time(10))),
        ("к 11", TimeWish(at=time(11))),
        ("в четверг после обеда", TimeWish(on("2026-11-26"), since=time(13))),
        ("в четверг до обеда", TimeWish(on("2026-11-26"), until=time(13))),
        ("в четверк", TimeWish(on("2026-11-26"))),
        ("суботу", TimeWish(on("2026-11-28"))),
        ("субобту", TimeWish(on("2026-11-28"), sure=False)),
        ("в следующий понедельник", TimeWish(on("2026-11-30"))),
        ("в четверг на следующей неделе", TimeWish(on("2026-12-03"))),
        ("на следующей неделе в четверг", TimeWish(on("2026-12-03"))),
        ("вторник", TimeWish(on("2026-12-01"))),
        ("26 ноября, четверг, 15:00", TimeWish(on("2026-11-26"), time(15))),
        ("на следующей неделе", TimeWish(days("2026-11-30", "2026-12-06"))),
        ("на этой неделе", TimeWish(days("2026-11-24", "2026-11-29"))),
        ("на выходных", TimeWish(days("2026-11-28", "2026-11-29"))),
        ("в декабре", TimeWish(days("2026-12-01", "2026-12-31"))),
        ("в ноябре", TimeWish(days("2026-11-24", "2026-11-30"))),
        ("через неделю", TimeWish(on("2026-12-01"))),
        ("через 3 дня", TimeWish(on("2026-11-27"))),
        ("через день", TimeWish(on("2026-11-26"))),
        ("через месяц", TimeWish(on("2026-12-24"))),
        ("через год", TimeWish(on("2027-11-24"))),
        ("через 2 года", TimeWish(on("2028-11-24"))),
        ("ближайшее", TimeWish(days("2026-11-24", "2027-11-25"))),
        ("как можно скорее", TimeWish(days("2026-11-24", "2027-11-25"))),
        ("в субботу в 10 утра", TimeWish(on("2026-11-28"), time(10))),
        ("завтра в три часа дня", TimeWish(on("2026-11-25"), time(15))),
        ("в час дня", TimeWish(at=time(13))),
        ("в 7 вечера", TimeWish(at=time(19))),
        ("вечером в 6", TimeWish(at=time(18))),
        ("в половине третьего", TimeWish(at=time(14, 30))),
        ("полтретьего", TimeWish(at=time(14, 30))),
        ("завтра в пол-одиннадцатого", TimeWish(on("2026-11-25"), time(10, 30))),
        ("в полдень", TimeWish(at=time(12))),
        ("в обед", TimeWish(since=time(12), until=time(15))),
        ("пятница 13 часов 30 минут", TimeWish(on("2026-11-27"), time(13, 30))),
        ("26 ноября с 14 до 16", TimeWish(on("2026-11-26"), since=time(14), until=time(16))),
        ("26 ноября 10-12", TimeWish(on("2026-11-26"), since=time(10), until=time(12))),
        ("завтра после 15", TimeWish(on("2026-11-25"), since=time(15))),
        ("завтра до 12:30", TimeWish(on("2026-11-25"), until=time(12, 30))),
        ("завтра после трёх часов", TimeWish(on("2026-11-25"), since=time(15))),
        ("ЗАВТРА, пожалуйста!", TimeWish(on("2026-11-25"))),
        ("Добрый день! Можно завтра в 10?", TimeWish(on("2026-11-25"), time(10))),
        ("чт 10.12 12:00", TimeWish(on("2026-12-10"), time(12))),
        ("пт 04.12 в 11.00", TimeWish(on("2026-12-04"), time(11))),
        ("завтра в семнадцать часов", TimeWish(on("2026-11-25"), time(17))),
        ("двадцать пятого ноября в двенадцать сорок пять", TimeWish(on("2026-11-25"), time(12, 45))),
        ("в девять ноль ноль", TimeWish(at=time(9))),
        ("в 10 00", TimeWish(at=time(10))),
        ("13 30", TimeWish(at=time(13, 30))),
        ("завтра с 9-00 до 11-30", TimeWish(on("2026-11-25"), since=time(9), until=time(11, 30))),
        ("завтра\xa0в\u20099⁰⁰", TimeWish(on("2026-11-25"), time(9))),
        ("зaвтpa — в 10", TimeWish(on("2026-11-25"), time(10))),  # with Latin letters
        ("среда 2 декабря 15:00–16:00", TimeWish(on("2026-12-02"), since=time(15), until=time(16))),
        ("в декабре 2027", TimeWish(days("2027-12-01", "2027-12-31"))),
        ("завтра в 03:00", TimeWish(on("2026-11-25"), time(3))),
        ("через два дня", TimeWish(on("2026-11-26"))),
        ("pfdnhf enhjv", TimeWish(on("2026-11-25"), until=time(12))),
    ],
)
def test_words_are_read_as_a_person_means_them(text: str, meant: TimeWish) -> None:
    assert read_when(text, NOW) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15", time(15)),
        ("в 3", time(15)),
        ("10", time(10)),
        ("10.30", time(10, 30)),
        ("10 30", time(10, 30)),
        ("16:15", time(16, 15)),
    ],
)
def test_a_bare_number_is_an_hour_where_the_day_is_chosen(text: str, meant: time) -> None:
    assert read_when(text, NOW, THURSDAY) == TimeWish(at=meant)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("31 февраля", Doubt.NO_SUCH_DATE),
        ("29 февраля", Doubt.NO_SUCH_DATE),
        ("32.11", Doubt.NO_SUCH_DATE),
        ("31.02.2027", Doubt.NO_SUCH_DATE),
        ("99", Doubt.NO_SUCH_DATE),
        ("25:00", Doubt.NO_SUCH_TIME),
        ("завтра в 25", Doubt.NO_SUCH_TIME),
        ("в 25", Doubt.NO_SUCH_TIME),
        ("завтра после 30", Doubt.NO_SUCH_TIME),
        ("12:75", Doubt.NO_SUCH_TIME),
        ("вчера", Doubt.PASSED),
        ("позавчера", Doubt.PASSED),
        ("20 ноября", Doubt.PASSED),
        ("24.11.2020", Doubt.PASSED),
        ("сегодня в 9", Doubt.PASSED),
        ("забыл пароль", Doubt.NOTHING),
        ("можно ли прийти завтра без паспорта с ребёнком", Doubt.NOTHING),
        ("половина", Doubt.NOTHING),
        ("после дождичка", Doubt.NOTHING),
        ("1 2 3 4", Doubt.UNREAD),
        ("???", Doubt.NOTHING),
        ("", Doubt.NOTHING),
        ("привет", Doubt.NOTHING),
    ],
)
def test_what_cannot_be_is_said_with_its_reason(text: str, doubt: Doubt) -> None:
    read = read_when(text, NOW)

    assert isinstance(read, Unsure)
    assert read.doubt is doubt


def test_a_time_of_today_that_has_passed_is_said_to_have_passed() -> None:
    assert read_when("10:00", NOW, NOW.date()) == Unsure(Doubt.PASSED)


@given(st.text("0123456789.:-/ абвгдеёжзийклмнопрстуфхцчшщыьэюяwx", max_size=60), st.sampled_from([None, THURSDAY]))
def test_no_words_break_the_reader_nor_lead_into_the_past(text: str, chosen: date | None) -> None:
    found = read_when(text, NOW, chosen)

    assert isinstance(found, Unsure) or found.days is None or found.days.last >= NOW.date()


@given(st.text(max_size=300))
def test_any_text_at_all_is_answered(text: str) -> None:
    assert isinstance(read_when(text, NOW), TimeWish | Unsure)


@given(st.dates(NOW.date(), NOW.date() + timedelta(days=2000)))
def test_every_day_ahead_is_understood_with_its_year(day: date) -> None:
    spoken = read_when(f"{day.day} {MONTHS[day.month - 1]} {day.year} года", NOW)
    written = read_when(f"{day:%d.%m.%Y}", NOW)

    assert (spoken, written) == (TimeWish(on(day.isoformat())), TimeWish(on(day.isoformat())))


@given(st.dates(NOW.date(), NOW.date() + timedelta(days=270)))
def test_a_day_without_a_year_is_the_next_one(day: date) -> None:
    assert read_when(f"{day.day} {MONTHS[day.month - 1]}", NOW) == TimeWish(on(day.isoformat()))


@given(st.times(time(8), time(21)))
def test_every_time_of_a_working_day_is_understood(at: time) -> None:
    minute = at.replace(second=0, microsecond=0)

    assert read_when(f"завтра в {minute:%H:%M}", NOW) == TimeWish(on("2026-11-25"), minute)


@given(st.datetimes(datetime(2026, 11, 24), datetime(2026, 12, 31)))  # noqa: DTZ001 - the zone is set below
def test_what_was_said_fits_exactly_its_moments(naive: datetime) -> None:
    moment = naive.replace(tzinfo=MOSCOW)
    said = TimeWish(days("2026-11-25", "2026-12-10"), since=time(9), until=time(17))

    inside = date(2026, 11, 25) <= moment.date() <= date(2026, 12, 10) and time(9) <= moment.time() < time(17)
    assert said.fits(moment) == inside


def test_a_time_fits_only_itself() -> None:
    said = TimeWish(at=time(10))

    assert (said.fits(NOW.replace(hour=10)), said.fits(NOW.replace(hour=11))) == (True, False)
