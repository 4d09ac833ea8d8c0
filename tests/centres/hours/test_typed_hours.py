"""Hours as librarians type them become the timetable that was meant, or are refused."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.centres.hours.hours import Hours
from bot.centres.hours.hours_doubt import HoursDoubt, UnclearHoursError
from bot.centres.hours.seasons import Season, seasons_of
from bot.centres.hours.typed_hours import read_hours
from bot.russian.time.hours_of_work.reading import LONGEST
from tests.centres.small_region import ZONE

ORDINARY = Hours.parse("Mo-Fr 09:00-18:00; Sa 10:00-16:00; Su off", ZONE)
SANITARY = 'off "санитарный день"'
LAST_DAYS = "Jan 31,Mar 1 -1 day,Mar 31,Apr 30,May 31,Jun 30,Jul 31,Aug 31,Sep 30,Oct 31,Nov 30,Dec 31"

UNDERSTOOD = {
    "пн-пт 9-18, обед 13-14, сб 10–16, вс выходной": "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-16:00; Su off",
    "вт, чт 11–17": "Tu,Th 11:00-17:00",
    "пн-пт 9-13, ср 12-18": "Mo,Tu,Th,Fr 09:00-13:00; We 12:00-18:00",
    "ежедневно с 10 до 19 без обеда": "Mo-Su 10:00-19:00",
    "без выходных 10-20": "Mo-Su 10:00-20:00",
    "последняя пятница месяца — санитарный день; пн-пт 9-18": f"Mo-Fr 09:00-18:00; Fr[-1] {SANITARY}",
    "санитарный день – последний четверг каждого месяца, вт-вс 11:00-18:00": f"Tu-Su 11:00-18:00; Th[-1] {SANITARY}",
    "1-й и 3-й понедельник не работаем, пн-пт 9-18": "Mo-Fr 09:00-18:00; Mo[1],Mo[3] off",
    "вт-вс 11-18, последний день месяца - санитарный день": f"Tu-Su 11:00-18:00; {LAST_DAYS} {SANITARY}",
    "с 1 июн по 31 авг пн-пт 9-17": "Jun 01-Aug 31 Mo-Fr 09:00-17:00",
    "с 1 ноя по 31 мар пн-пт 9-17": "Nov 01-Mar 31 Mo-Fr 09:00-17:00",
    "с 1 июня по 31 августа пн-пт 9-17": "Jun 01-Aug 31 Mo-Fr 09:00-17:00",
    "пн-сб 9-18, вс выходной, с 1 июня по 31 августа: пн-пт 9-17": (
        "Sep 01-May 31 Mo-Sa 09:00-18:00; Su off; Jun 01-Aug 31 Mo-Fr 09:00-17:00"
    ),
    "июнь-август вт-сб 10-17, в остальное время вт-вс 11-19": (
        "Sep 01-May 31 Tu-Su 11:00-19:00; Jun 01-Aug 31 Tu-Sa 10:00-17:00"
    ),
    "июнь-август вт-сб 10-17, сентябрь-май пн-пт 9-18": (
        "Jun 01-Aug 31 Tu-Sa 10:00-17:00; Sep 01-May 31 Mo-Fr 09:00-18:00"
    ),
    "июль: вт 10-17": "Jul 01-Jul 31 Tu 10:00-17:00",
    "с 1 по 15 июня пн 9-18": "Jun 01-Jun 15 Mo 09:00-18:00",
    "с 1 декабря по 28 февраля пн-пт 10-16, остальное время пн-сб 9-18": (
        "Mar 01-Nov 30 Mo-Sa 09:00-18:00; Dec 01-Feb 29 Mo-Fr 10:00-16:00"
    ),
    "Пн.-пт. 9.00 - 18.00, перерыв с 13.00 до 14.00; сб., вс. - выходной": (
        "Mo-Fr 09:00-13:00,14:00-18:00; Sa,Su off"
    ),
    "с понедельника по пятницу с 9 утра до 6 вечера": "Mo-Fr 09:00-18:00",
    "по будням с 9-00 до 18-30, выходной: сб, вс": "Mo-Fr 09:00-18:30; Sa,Su off",
    "Вторник - пятница: 10 ч - 18 ч.\nСуббота: 10:00-16:00\n- воскресенье, понедельник - выходные": (
        "Tu-Fr 10:00-18:00; Sa 10:00-16:00; Mo,Su off"
    ),
    "будни 9-18, выходные 10-16": "Mo-Fr 09:00-18:00; Sa,Su 10:00-16:00",
    "будни 9-18, выходные закрыто": "Mo-Fr 09:00-18:00; Sa,Su off",
    "ежедневно, кроме понедельника, 11-18": "Tu-Su 11:00-18:00",
    "ежедневно 9-18, сб 10-16, вс выходной": "Mo-Fr 09:00-18:00; Sa 10:00-16:00; Su off",
    "пт-пн 10-18": "Mo,Fr-Su 10:00-18:00",
    "пн, ср, пт с 9 до 13 и с 14 до 17": "Mo,We,Fr 09:00-13:00,14:00-17:00",
    "пн-пт 9-18, сб 10-14, обед 13-14": "Mo-Fr 09:00-13:00,14:00-18:00; Sa 10:00-14:00",
    "пн-чт 9-18, пт 9-17 без обеда, обед 13-14": "Mo-Th 09:00-13:00,14:00-18:00; Fr 09:00-17:00",
    "пн-пт 9-24": "Mo-Fr 09:00-24:00",
    "с 10 до 18, выходной воскресенье": "Mo-Sa 10:00-18:00; Su off",
    "пн-пт 9-18, летом до 17": "Sep 01-May 31 Mo-Fr 09:00-18:00; Jun 01-Aug 31 Mo-Fr 09:00-17:00",
    "пн-пт 10-18; май, июнь, сентябрь: пн-пт 9-17": (
        "Jul 01-Aug 31,Oct 01-Apr 30 Mo-Fr 10:00-18:00; May 01-Jun 30 Mo-Fr 09:00-17:00; "
        "Sep 01-Sep 30 Mo-Fr 09:00-17:00"
    ),
    "пн-пт 9-17, вс 11-15, июнь-август вс выходной": (
        "Sep 01-May 31 Mo-Fr 09:00-17:00; Sep 01-May 31 Su 11:00-15:00; Jun 01-Aug 31 Mo-Fr 09:00-17:00"
    ),
    "вт-вс 10-19, обед 14-15, летом пн и вт закрыто": (
        "Sep 01-May 31 Tu-Su 10:00-14:00,15:00-19:00; Jun 01-Aug 31 We-Su 10:00-14:00,15:00-19:00"
    ),
    "пн-сб 9-18, летом сб до 15": (
        "Sep 01-May 31 Mo-Sa 09:00-18:00; Jun 01-Aug 31 Mo-Fr 09:00-18:00; Jun 01-Aug 31 Sa 09:00-15:00"
    ),
    "летом пт закрыто, в остальное время пн-пт 9-18": (
        "Sep 01-May 31 Mo-Fr 09:00-18:00; Jun 01-Aug 31 Mo-Th 09:00-18:00"
    ),
    "вт-вс 10-18, летом вс 11-15, вт-сб выходной": "Sep 01-May 31 Tu-Su 10:00-18:00; Jun 01-Aug 31 Su 11:00-15:00",
    "пн-пт 9-18, июль пн-пт закрыто": "Aug 01-Jun 30 Mo-Fr 09:00-18:00",
    "gy-xn 9-17": "Mo-Th 09:00-17:00",
    "пн-пт с полдевятого до полшестого": "Mo-Fr 08:30-17:30",
    "вт-сб 10-18, обед с полпервого до 13": "Tu-Sa 10:00-12:30,13:00-18:00",
    "вт-вс 11-18, посл. вторник месяца сан. день": f"Tu-Su 11:00-18:00; Tu[-1] {SANITARY}",
    "пн-пт 9-18, обед с часу до двух": "Mo-Fr 09:00-13:00,14:00-18:00",
    "вт-сб 10-18, перерыв с часу до без десяти два": "Tu-Sa 10:00-13:00,13:50-18:00",
    "пн-пт с без четверти девять до пяти": "Mo-Fr 08:45-17:00",
    "прием граждан вт 10-12": "Tu 10:00-12:00",
    "круглосуточно": "24/7",
    "24 часа": "24/7",
    "только по записи": 'Mo-Su unknown "по записи"',
    "вт и чт по записи": 'Tu,Th unknown "по записи"',
    "вт-сб с 11 до полуночи": "Tu-Sa 11:00-24:00",
    "вт-пт 10-18, сб по записи": 'Tu-Fr 10:00-18:00; Sa unknown "по записи"',
    "вт-пт 10-18, сб 10-14 по записи": 'Tu-Fr 10:00-18:00; Sa 10:00-14:00 unknown "по записи"',
    "вт, чт 14-17, 1-й и 3-й понедельник 10-12": "Tu,Th 14:00-17:00; Mo[1],Mo[3] 10:00-12:00",
    "пн 9-18, по чётным неделям вт 10-14": "Mo 09:00-18:00; week 2-52/2 Tu 10:00-14:00",
    "пн-пт 9-18 (пт до 17)": "Mo-Th 09:00-18:00; Fr 09:00-17:00",
    "пн-вс 10-20, в праздники выходной": "Mo-Su 10:00-20:00; PH off",
}  # fmt: skip


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_hours_are_read_as_they_are_meant(text: str) -> None:
    assert read_hours(text, ZONE).expression == UNDERSTOOD[text]


DOUBTFUL = {
    "пн 9-25:00": HoursDoubt.TIME,
    "пн с 9 до 25": HoursDoubt.TIME,
    "пн 9:60-18": HoursDoubt.TIME,
    "с 1 июня по 31 февраля пн-пт 9-17": HoursDoubt.DATE,
    "с 40 июня по 31 августа пн-пт 9-17": HoursDoubt.DATE,
    "с 31 июня по 31 августа пн-пт 9-17": HoursDoubt.DATE,
    "с 1 июня пн-пт 9-17": HoursDoubt.WORD,
    "с 5 по 10 июля пн 9-18": HoursDoubt.SHORT_SEASON,
    "июнь-август пн 9-18, июль-сентябрь вт 9-18": HoursDoubt.TWICE,
    "июнь-август пн 9-18, сентябрь-май пн 9-18, остальное время пн 9-18": HoursDoubt.TWICE,
    "9-18": HoursDoubt.NO_DAYS,
    "с 9 до 18": HoursDoubt.NO_DAYS,
    "пн-пт": HoursDoubt.WORD,
    "": HoursDoubt.WORD,
    "пн-пт 10-18, сентябрь-май сб 10-15": HoursDoubt.OTHER_DAYS,
    "вт-вс 10-18, летом вс 11-15": HoursDoubt.OTHER_DAYS,
    "пн-пт 9-18, летом до 9": HoursDoubt.ORDER,
    "летом до 17": HoursDoubt.NO_DAYS,
    "по чётным неделям вт 10-14, вт 15-17": HoursDoubt.TWICE,
    "выходной": HoursDoubt.NO_DAYS,
    "сб, вс выходной": HoursDoubt.NEVER,
    "санитарный день: понедельник": HoursDoubt.WORD,
    "последняя пятница": HoursDoubt.WORD,
    "последний обед": HoursDoubt.WORD,
    "последняя пятница месяца — санитарный день": HoursDoubt.NEVER,
    "пн-пт 18-9": HoursDoubt.ORDER,
    "пн-пт 9-15, 14-18": HoursDoubt.ORDER,
    "пн 10-15, пн-пт 9-18": HoursDoubt.TWICE,
    "пн-пт 9-13, ср 14-18": HoursDoubt.TWICE,
    "ежедневно 9-13, вс 15-18": HoursDoubt.TWICE,
    "вт-сб 14-19, пт, сб 9-12": HoursDoubt.TWICE,
    "пн, вт 9-18, вт 10-15": HoursDoubt.TWICE,
    "вт-сб 10-18, обед 1 час": HoursDoubt.WORD,
    "пн-пт 9-18, обед 19-20": HoursDoubt.LUNCH,
    "обед 13-14": HoursDoubt.LUNCH,
    "пн-пт 9, 18": HoursDoubt.WORD,
    "с обеда до 18": HoursDoubt.WORD,
    "пн-пт круглосуточно": HoursDoubt.AROUND_THE_CLOCK,
    "когда придёте": HoursDoubt.WORD,
    "зимой пн-пт 9-17": HoursDoubt.WHICH_SEASON,
    "вт-сб ９-18": HoursDoubt.WORD,
    "пн" * LONGEST: HoursDoubt.WORD,
}  # fmt: skip


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_is_not_surely_understood_is_refused(text: str) -> None:
    with pytest.raises(UnclearHoursError) as unclear:
        read_hours(text, ZONE)

    assert unclear.value.doubt is DOUBTFUL[text]


def test_the_refusal_tells_where_the_reading_stopped() -> None:
    with pytest.raises(UnclearHoursError, match="смотря"):
        read_hours("пн-пт смотря по погоде", ZONE)


ADDED = {
    "последняя пятница месяца — санитарный день": f"{ORDINARY.expression}; Fr[-1] {SANITARY}",
    "с 1 июня по 31 августа пн-пт 9-17": (
        "Sep 01-May 31 Mo-Fr 09:00-18:00; Sep 01-May 31 Sa 10:00-16:00; Su off; Jun 01-Aug 31 Mo-Fr 09:00-17:00"
    ),
    "июнь-август пн 9-18, сентябрь-май вт 9-18": "Jun 01-Aug 31 Mo 09:00-18:00; Sep 01-May 31 Tu 09:00-18:00",
    "вт 9-18": "Tu 09:00-18:00",
}  # fmt: skip


@pytest.mark.parametrize("text", ADDED)
def test_a_season_or_a_sanitary_day_alone_joins_the_current_hours(text: str) -> None:
    assert read_hours(text, ZONE, ORDINARY).expression == ADDED[text]


def test_a_season_cannot_join_hours_that_have_seasons_already() -> None:
    seasonal = Hours.parse("Mo-Fr 09:00-18:00; Jun 01-Aug 31 Mo-Fr 10:00-17:00", ZONE)

    with pytest.raises(UnclearHoursError) as unclear:
        read_hours("с 1 декабря по 31 января пн 9-18", ZONE, seasonal)

    assert unclear.value.doubt is HoursDoubt.WHOLE


def test_a_season_of_days_off_alone_does_not_join_the_current_hours() -> None:
    with pytest.raises(UnclearHoursError) as unclear:
        read_hours("летом сб выходной", ZONE, ORDINARY)

    assert unclear.value.doubt is HoursDoubt.NO_HOURS


def test_a_sanitary_day_said_again_is_not_doubled() -> None:
    once = read_hours("последняя пятница месяца — санитарный день", ZONE, ORDINARY)

    assert read_hours("последняя пятница месяца — санитарный день", ZONE, once) == once


def test_in_a_season_the_days_it_does_not_name_are_closed() -> None:
    hours = read_hours("пн-сб 9-18, с 1 июня по 31 августа пн-пт 9-17", ZONE)

    open_on = {day: bool(hours.on(day).spans) for day in (date(2027, 5, 29), date(2027, 6, 5), date(2027, 9, 4))}

    assert open_on == {date(2027, 5, 29): True, date(2027, 6, 5): False, date(2027, 9, 4): True}


@pytest.mark.parametrize("year", [2027, 2028])
def test_winter_ends_with_february_in_leap_years_too(year: int) -> None:
    hours = read_hours("декабрь-февраль ежедневно 10-16, остальное время ежедневно 9-18", ZONE)

    last, first = hours.on(date(year, 3, 1) - timedelta(1)).spans[0], hours.on(date(year, 3, 1)).spans[0]

    assert (last.start.hour, first.start.hour) == (10, 9)


def test_seasons_are_told_from_the_expression() -> None:
    hours = read_hours("пн-сб 9-18, с 1 июня по 31 августа пн-пт 9-17", ZONE)

    assert seasons_of(hours) == (Season((9, 1), (5, 31)), Season((6, 1), (8, 31)))


WORDS = (
    *("пн", "вт-сб", "сб", "воскресенье", "ежедневно", "будни", "выходные", "кроме", "9-18", "10:00", "с 9 до 18"),
    *("обед 13-14", "обед", "без обеда", "выходной", "санитарный день", "последняя", "1-й", "пятница", "-", ",", ";"),
    *("с 1 июня по 31 августа", "декабрь-февраль", "31 февраля", "остальное время", "по", "до", "с", "25", "\n", "и"),
)


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.sampled_from([None, ORDINARY]))
@settings(max_examples=400, deadline=None)
def test_any_row_of_words_is_a_usable_timetable_or_a_refusal(text: str, current: Hours | None) -> None:
    hours = _read(text, current)

    assert hours is None or Hours.parse(hours.expression, ZONE) == hours


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_a_timetable_or_a_refusal(text: str) -> None:
    hours = _read(text, None)

    assert hours is None or Hours.parse(hours.expression, ZONE) == hours


@given(
    st.sets(st.integers(0, 6), min_size=1),
    st.integers(6, 22).flatmap(lambda n: st.tuples(st.just(n), st.integers(n + 1, 24))),
)
@settings(max_examples=60, deadline=None)
def test_days_and_hours_come_out_as_they_went_in(days: set[int], span: tuple[int, int]) -> None:
    text = ", ".join(("пн", "вт", "ср", "чт", "пт", "сб", "вс")[day] for day in sorted(days))

    week = read_hours(f"{text} с {span[0]} до {span[1]}", ZONE).week(date(2026, 11, 24))

    opened = {day: [(one.start.hour, one.end.hour or 24) for one in spans] for day, spans in enumerate(week) if spans}
    assert opened == {day: [span] for day in days}


@given(st.lists(st.integers(0, 365), min_size=2, max_size=2, unique=True))
@settings(max_examples=60, deadline=None)
def test_the_days_of_a_season_follow_one_another(ends: list[int]) -> None:
    try:
        first, last = (date.fromordinal(date(2028, 1, 1).toordinal() + n) for n in ends)
        season = Season.between((first.month, first.day), (last.month, last.day))
    except UnclearHoursError:
        return

    assert all((after - before).days in {1, -365} for before, after in pairwise(season.days))


def _read(text: str, current: Hours | None) -> Hours | None:
    try:
        return read_hours(text, ZONE, current)
    except UnclearHoursError:
        return None
