"""Wishes for a visit, read by the grammar; now is Tuesday, 24 November 2026, noon."""

from datetime import date, datetime, time

import pytest

from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import FAR, Days, Stretch, TimeWish
from bot.russian.time.visits import read_when
from tests.booking.reading_room import MOSCOW

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=MOSCOW)
THURSDAY = date(2026, 11, 26)
YEAR = Stretch(date(2026, 11, 24), date(2027, 11, 25))


def days(*stretches: str) -> Days:
    """«2026-11-25», «2026-11-25..2026-11-27», «2026-12-10..» without an end."""
    return Days(tuple(_stretch(*one.split("..")) for one in stretches))


def _stretch(first: str, last: str | None = None) -> Stretch:
    if last is None:
        return Stretch.of(date.fromisoformat(first))
    return Stretch(date.fromisoformat(first), date.fromisoformat(last) if last else FAR)


UNDERSTOOD = {
    "чт 10.12 12:00": TimeWish(days("2026-12-10"), time(12)),
    "пт 04.12 в 11.00": TimeWish(days("2026-12-04"), time(11)),
    "завтра в семнадцать часов": TimeWish(days("2026-11-25"), time(17)),
    "двадцать пятого ноября в двенадцать сорок пять": TimeWish(days("2026-11-25"), time(12, 45)),
    "в полтретьего десятого декабря": TimeWish(days("2026-12-10"), time(14, 30)),
    "в пятницу с мужем часиков в 11": TimeWish(days("2026-11-27"), time(11)),
    "завтра часика в три буду": TimeWish(days("2026-11-25"), time(15)),
    "успею к 16 сегодня": TimeWish(days("2026-11-24"), time(16)),
    "d gn d 12": TimeWish(days("2026-11-27"), time(12)),
    "завтра без четверти двенадцать": TimeWish(days("2026-11-25"), time(11, 45)),
    "в двадцать минут четвёртого в пятницу": TimeWish(days("2026-11-27"), time(15, 20)),
    "в семнадцать двадцать пятого декабря": TimeWish(days("2026-12-25"), time(17)),
    "завтра с часу до трёх": TimeWish(days("2026-11-25"), since=time(13), until=time(15)),
    "завтра с девяти до шести": TimeWish(days("2026-11-25"), since=time(9), until=time(18)),
    "в среду между 11 и 13": TimeWish(days("2026-11-25"), since=time(11), until=time(13)),
    "через полтора часа": TimeWish(days("2026-11-24"), time(13, 30)),
    "через пару дней утром": TimeWish(days("2026-11-26"), until=time(12)),
    "через неделю в пятницу": TimeWish(days("2026-12-04")),
    "в пятницу или субботу": TimeWish(days("2026-11-27", "2026-11-28")),
    "2, 4 и 9 декабря": TimeWish(days("2026-12-02", "2026-12-04", "2026-12-09")),
    "2 или 3 декабря": TimeWish(days("2026-12-02", "2026-12-03")),
    "31 декабря – 8 января": TimeWish(days("2026-12-31..2027-01-08")),
    "в понедельник-среду": TimeWish(days("2026-11-30..2026-12-02")),
    "после 10 декабря": TimeWish(days("2026-12-11..")),
    "не раньше четверга после 16": TimeWish(days("2026-11-26.."), since=time(16)),
    "до 5 декабря": TimeWish(days("2026-11-24..2026-12-05")),
    "до конца недели": TimeWish(days("2026-11-24..2026-11-29")),
    "в начале января": TimeWish(days("2027-01-01..2027-01-10")),
    "во второй половине декабря": TimeWish(days("2026-12-16..2026-12-31")),
    "летом": TimeWish(days("2027-06-01..2027-08-31")),
    "в последнюю пятницу декабря": TimeWish(days("2026-12-25")),
    "в 2027 году": TimeWish(days("2027-01-01..2027-12-31")),
    "не смогу в понедельник и во вторник": TimeWish(Days((YEAR,), without_weekdays=frozenset({0, 1}))),
    "не в понедельник, не во вторник": TimeWish(Days((YEAR,), without_weekdays=frozenset({0, 1}))),
    "только не в понедельник": TimeWish(Days((YEAR,), without_weekdays=frozenset({0}))),
    "по вторникам и четвергам": TimeWish(Days((YEAR,), frozenset({1, 3}))),
    "ближайшее время": TimeWish(Days((YEAR,))),
    "завтра\xa0в\u20099⁰⁰": TimeWish(days("2026-11-25"), time(9)),
    "с 9-00 до 11−30 завтра": TimeWish(days("2026-11-25"), since=time(9), until=time(11, 30)),
    "зaвтpa — в 10": TimeWish(days("2026-11-25"), time(10)),  # with Latin letters
    "pfdnhf enhjv": TimeWish(days("2026-11-25"), until=time(12)),
    "Добрый день! Можно завтра в 10, пожалуйста?": TimeWish(days("2026-11-25"), time(10)),
    "в четверк": TimeWish(days("2026-11-26")),
    "в четверш": TimeWish(days("2026-11-26"), sure=False),
    "в среду не могу, могу в пятницу": TimeWish(
        Days((Stretch.of(date(2026, 11, 27)),), without_weekdays=frozenset({2}))
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), UNDERSTOOD.items())
def test_words_are_read_as_a_person_means_them(text: str, meant: TimeWish) -> None:
    assert read_when(text, NOW) == meant


@pytest.mark.parametrize(("text", "hour"), {"15": time(15), "в 3": time(15), "10 30": time(10, 30)}.items())
def test_a_number_is_an_hour_where_the_day_is_chosen(text: str, hour: time) -> None:
    assert read_when(text, NOW, THURSDAY) == TimeWish(at=hour)


DOUBTFUL = {
    "не приду завтра, приду послезавтра": Doubt.UNREAD,
    "не смогу в понедельник, вторник": Doubt.SEVERAL_DAYS,
    "в следующую пятницу": Doubt.SEVERAL_DAYS,
    "не успею завтра к 15": Doubt.SEVERAL_TIMES,
    "31 февраля": Doubt.NO_SUCH_DATE,
    "32 декабря": Doubt.NO_SUCH_DATE,
    "29 февраля": Doubt.NO_SUCH_DATE,
    "31.02.2027": Doubt.NO_SUCH_DATE,
    "завтра в 25:00": Doubt.NO_SUCH_TIME,
    "завтра в 12:75": Doubt.NO_SUCH_TIME,
    "вчера": Doubt.PASSED,
    "сегодня в 9": Doubt.PASSED,
    "четверг 11 декабря": Doubt.OTHER_WEEKDAY,
    "завтра, 26 ноября": Doubt.SEVERAL_DAYS,
    "завтра в среду": None,
    "завтра в пятницу": Doubt.SEVERAL_DAYS,
    "завтра в 10 и 12": Doubt.SEVERAL_TIMES,
    "завтра или в 10": Doubt.SEVERAL_TIMES,
    "завтра в 10, послезавтра в 12": Doubt.SEVERAL_TIMES,
    "с 14 до 16 и с 17 до 18": Doubt.SEVERAL_TIMES,
    "после обеда в 10": Doubt.SEVERAL_TIMES,
    "завтра 10-15": Doubt.AMBIGUOUS,
    "в 10.12": Doubt.AMBIGUOUS,
    "с 5 по 1 декабря": Doubt.ORDER,
    "01.01.2320": Doubt.TOO_FAR,
    "забыл пароль": Doubt.NOTHING,
    "после дождичка": Doubt.NOTHING,
    "можно ли прийти завтра без паспорта с ребёнком": Doubt.NOTHING,
    "": Doubt.NOTHING,
    f"{'а' * 2048} завтра {'б' * 2048}": Doubt.NOTHING,
}  # fmt: skip


@pytest.mark.parametrize(("text", "doubt"), DOUBTFUL.items())
def test_what_contradicts_itself_or_cannot_be_is_asked_about(text: str, doubt: Doubt | None) -> None:
    read = read_when(text, NOW)

    assert (read.doubt if isinstance(read, Unsure) else None) is doubt


UNREAD = {
    "завтра после каникул": ("завтра", "после каникул"),
    "завтра в пятнаццать": ("завтра", "в пятнаццать"),
    "завтра не в 10": ("завтра", "не в 10"),
    "пятница 13": ("пятница", "13"),
    "завтра > 10": ("завтра 10", ">"),
    "завтра в l0:00": ("завтра 0:00", "в l"),
    "с 14 декабря до рассвета в субботу": ("с 14 декабря в субботу", "до рассвета"),
}


@pytest.mark.parametrize(("text", "named"), UNREAD.items())
def test_every_word_is_understood_or_named(text: str, named: tuple[str, str]) -> None:
    assert read_when(text, NOW) == Unsure(Doubt.UNREAD, *named)


def test_a_moment_fits_what_was_said_of_days_and_hours() -> None:
    said = read_when("на следующей неделе, кроме среды, после 15", NOW)

    assert isinstance(said, TimeWish)
    assert said.fits(datetime(2026, 12, 1, 15, tzinfo=MOSCOW))
    assert not said.fits(datetime(2026, 12, 1, 14, tzinfo=MOSCOW))
    assert not said.fits(datetime(2026, 12, 2, 15, tzinfo=MOSCOW))
    assert not said.fits(datetime(2026, 12, 8, 15, tzinfo=MOSCOW))
