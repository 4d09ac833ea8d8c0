"""Hours on the expressions that real libraries publish."""

from datetime import date, datetime

import pytest

from bot.centres.centre import Announcement, Centre, CentreId, CentreKind
from bot.centres.directory import Directory
from bot.centres.hours.hours import Hours, HoursFault, UnreadableHoursError
from bot.centres.hours.opening import Opening, Status, Why, status
from bot.centres.hours.rules import MonthlyDay, SpecialOpening
from bot.centres.places.municipality import Municipality, MunicipalityId
from tests.centres.small_region import ZONE, at

SANITARY = "Mo-Fr 09:00-18:00; Sa 10:00-16:00; Su off; Fr[-1] off"  # as published, without the word
OKRUG = Municipality(MunicipalityId("o"), "Округ", "Округ", "Город")
LUNCH = "Mo-Fr 09:00-13:00,14:00-18:00; Sa,Su off"


def centre(hours: str | None, notice: Announcement | None = None) -> Centre:
    table = Hours.parse(hours, ZONE) if hours else None
    return Centre(
        CentreId("c"), "Библиотека", "Библиотека", CentreKind.LIBRARY, OKRUG, ZONE, hours=table, announcement=notice
    )


def asked(
    hours: str | None, moment: str, notice: Announcement | None = None
) -> tuple[Opening, Why | None, datetime | None]:
    found = status(centre(hours, notice), at(moment))
    return found.opening, found.why, found.changes_at


def real(whole: Directory, id_: str, moment: str) -> Status:
    found = whole.centre(id_)
    assert found is not None
    return status(found, at(moment))


@pytest.mark.parametrize(
    ("moment", "opening", "why", "changes_at"),
    [
        ("2026-11-24 08:59", Opening.CLOSED, Why.BEFORE_HOURS, "2026-11-24 09:00"),
        ("2026-11-24 09:00", Opening.OPEN, None, "2026-11-24 13:00"),
        ("2026-11-24 13:00", Opening.CLOSED, Why.LUNCH, "2026-11-24 14:00"),
        ("2026-11-24 13:59", Opening.CLOSED, Why.LUNCH, "2026-11-24 14:00"),
        ("2026-11-24 17:59", Opening.OPEN, None, "2026-11-24 18:00"),
        ("2026-11-24 18:00", Opening.CLOSED, Why.AFTER_HOURS, "2026-11-25 09:00"),
        ("2026-11-28 12:00", Opening.CLOSED, Why.DAY_OFF, "2026-11-30 09:00"),
    ],
)
def test_a_day_with_lunch_is_told_to_the_minute(
    moment: str, opening: Opening, why: Why | None, changes_at: str
) -> None:
    assert asked(LUNCH, moment) == (opening, why, at(changes_at))


def test_a_lunch_written_as_a_rule_of_its_own_is_lunch() -> None:
    hours = 'Mo-Fr 09:00-18:00; Mo-Fr 13:00-14:00 off "обед"'

    assert asked(hours, "2026-11-24 13:30") == (Opening.CLOSED, Why.LUNCH, at("2026-11-24 14:00"))


@pytest.mark.parametrize("friday", ["2026-11-27", "2026-12-25", "2027-02-26", "2028-02-25"])
def test_the_last_friday_is_a_sanitary_day_also_where_the_word_is_missing(friday: str) -> None:
    assert asked(SANITARY, f"{friday} 12:00")[:2] == (Opening.CLOSED, Why.SANITARY)


@pytest.mark.parametrize("friday", ["2026-11-20", "2026-12-18", "2028-02-18"])
def test_the_other_fridays_are_not(friday: str) -> None:
    assert asked(SANITARY, f"{friday} 12:00")[0] is Opening.OPEN


@pytest.mark.parametrize(
    "day", ["2028-02-29", "2027-02-28", "2026-11-30", "2026-12-31", "2027-03-31", "2027-04-30", "2027-07-31"]
)
def test_the_last_day_of_the_month_is_sanitary_in_a_leap_year_too(whole: Directory, day: str) -> None:
    found = real(whole, "opochka", f"{day} 12:00")

    assert (found.opening, found.why, found.note) == (Opening.CLOSED, Why.SANITARY, "санитарный день")


@pytest.mark.parametrize("day", ["2028-02-27", "2028-03-01", "2027-02-27", "2027-03-30", "2026-11-29"])
def test_the_days_around_it_are_open(whole: Directory, day: str) -> None:
    assert real(whole, "opochka", f"{day} 12:00").opening is Opening.OPEN


def test_28_february_of_a_leap_year_is_an_ordinary_day(whole: Directory) -> None:
    monday = real(whole, "opochka", "2028-02-28 12:00")

    assert (monday.why, monday.changes_at) == (Why.DAY_OFF, at("2028-03-01 11:00"))


def test_29_february_is_a_working_day_where_nothing_forbids(whole: Directory) -> None:
    found = real(whole, "gdov", "2028-02-29 12:00")

    assert (found.opening, found.changes_at) == (Opening.OPEN, at("2028-02-29 18:00"))


def test_the_last_thursday_is_the_sanitary_day_of_another_library(whole: Directory) -> None:
    found = real(whole, "pechory", "2026-11-26 12:00")

    assert (found.why, found.changes_at) == (Why.SANITARY, at("2026-11-27 11:00"))


@pytest.mark.parametrize(
    ("moment", "closes"),
    [("2026-08-31 16:30", "2026-08-31 17:00"), ("2026-09-01 16:30", "2026-09-01 19:00")],
)
def test_summer_hours_end_with_31_august(moment: str, closes: str) -> None:
    hours = "Mo-Fr 10:00-19:00; Jun 01-Aug 31: Mo-Fr 10:00-17:00"

    assert asked(hours, moment) == (Opening.OPEN, None, at(closes))


def test_the_published_summer_rule_keeps_its_sunday(whole: Directory) -> None:
    found = [real(whole, "pskov-pounb", f"2026-{day} 12:00").opening for day in ("08-30", "08-31", "09-01", "09-06")]

    assert found == [Opening.CLOSED, Opening.OPEN, Opening.OPEN, Opening.CLOSED]


@pytest.mark.parametrize("day", ["2026-11-04", "2027-01-01", "2027-01-05", "2027-01-08", "2027-03-08", "2027-06-12"])
def test_a_holiday_that_the_timetable_does_not_mention_is_presumed_closed(day: str) -> None:
    found = status(centre("Mo-Su 09:00-18:00"), at(f"{day} 12:00"))

    assert (found.opening, found.why, found.presumed) == (Opening.CLOSED, Why.HOLIDAY, True)


def test_after_the_new_year_the_next_opening_is_past_the_long_holidays() -> None:
    assert asked("Mo-Fr 09:00-18:00", "2027-01-01 12:00")[2] == at("2027-01-11 09:00")


def test_31_december_is_no_holiday_but_the_eve_of_one(whole: Directory) -> None:
    found = real(whole, "gdov", "2026-12-31 12:00")

    assert (found.opening, found.changes_at, found.eve) == (Opening.OPEN, at("2026-12-31 18:00"), True)


def test_a_timetable_that_closes_on_holidays_is_not_presuming() -> None:
    found = status(centre("Mo-Fr 09:00-18:00; PH off"), at("2027-01-05 12:00"))

    assert (found.why, found.presumed, found.changes_at) == (Why.HOLIDAY, False, at("2027-01-11 09:00"))


@pytest.mark.parametrize("day", ["2026-11-04", "2027-01-01", "2027-01-04"])
def test_a_timetable_may_open_on_holidays(day: str) -> None:
    hours = "Mo-Fr 09:00-18:00; PH 10:00-15:00"

    assert asked(hours, f"{day} 12:00") == (Opening.OPEN, None, at(f"{day} 15:00"))


def test_sunday_and_holidays_named_together_are_understood() -> None:
    assert asked("Mo-Sa 09:00-18:00; Su,PH off", "2027-01-05 12:00")[1] is Why.HOLIDAY


@pytest.mark.parametrize(
    ("hours", "why"),
    [
        ("Mo-Fr 09:00-18:00; Jul off", Why.SEASON),
        ("Mo-Fr 09:00-18:00; Jul 1-Aug 15 off", Why.SEASON),
        ("Sep 1-May 31: Mo-Fr 09:00-18:00", Why.SEASON),
        ('Mo-Fr 09:00-18:00; Jul 1-10 off "переезд"', Why.NOTED),
        ('Mo-Fr 09:00-18:00; Jul 01 off "Праздник района"', Why.HOLIDAY),
        ("Mo-Fr 09:00-18:00; Jul 01 off", Why.DAY_OFF),
        ("Mo-Fr 09:00-18:00; Jul 02 -1 day off", Why.DAY_OFF),
        ("Mo-Fr 09:00-18:00; Jun 01,Jul 01,Aug 01 off", Why.SANITARY),
    ],
)
def test_a_closed_wednesday_in_july_has_its_reason(hours: str, why: Why) -> None:
    assert asked(hours, "2026-07-01 12:00")[:2] == (Opening.CLOSED, why)


def test_a_perhaps_is_said_as_unknown() -> None:
    found = status(centre('Mo-Fr 09:00-18:00; Sa unknown "по записи"'), at("2026-11-28 12:00"))

    assert (found.opening, found.note, found.changes_at) == (Opening.UNKNOWN, "по записи", at("2026-11-30 09:00"))


def test_without_published_hours_nothing_is_claimed() -> None:
    assert asked(None, "2026-11-24 12:00") == (Opening.UNKNOWN, Why.NOT_PUBLISHED, None)


def test_a_closing_notice_holds_to_the_end_of_its_last_day() -> None:
    notice = Announcement("Ремонт", date(2026, 11, 25), closed=True)

    assert asked(LUNCH, "2026-11-25 12:00", notice) == (Opening.CLOSED, Why.ANNOUNCED, at("2026-11-26 09:00"))
    assert asked(LUNCH, "2026-11-26 12:00", notice)[0] is Opening.OPEN


def test_a_closing_notice_without_an_end_promises_nothing() -> None:
    assert asked(LUNCH, "2026-11-25 12:00", Announcement("Ремонт", None, closed=True)) == (
        Opening.CLOSED,
        Why.ANNOUNCED,
        None,
    )


def test_a_closing_notice_closes_also_where_no_hours_are_known() -> None:
    notice = Announcement("Ремонт", date(2026, 11, 25), closed=True)

    assert asked(None, "2026-11-25 12:00", notice)[:2] == (Opening.CLOSED, Why.ANNOUNCED)
    assert asked(None, "2026-11-26 12:00", notice)[0] is Opening.UNKNOWN


def test_a_notice_that_does_not_close_leaves_the_hours_alone() -> None:
    assert asked(LUNCH, "2026-11-25 12:00", Announcement("Вход со двора"))[0] is Opening.OPEN


def test_a_moment_of_another_zone_is_brought_home() -> None:
    utc = datetime.fromisoformat("2026-11-24T06:00:00+00:00")

    assert status(centre(LUNCH), utc).opening is Opening.OPEN


@pytest.mark.parametrize(
    ("hours", "fault", "near"),
    [
        ("Mo-Fr 9-18", HoursFault.SYNTAX, "9-18"),
        ("Пн-Пт 09:00-18:00", HoursFault.SYNTAX, "Пн-Пт 09:00-18:00"),
        ("", HoursFault.SYNTAX, ""),
        ("Mo-Fr 18:00-09:00", HoursFault.NIGHT, ""),
        ("Mo-Fr 09:00-25:00", HoursFault.NIGHT, ""),
        ("Mo-Fr", HoursFault.NIGHT, ""),
        ("Mo-Su off", HoursFault.NEVER, ""),
        ("2020 Jan 01 10:00-12:00", HoursFault.NEVER, ""),
        ("Mo-Fr 09:00-18:00; Jan 31,Feb 28,Mar 31 off", HoursFault.LEAP_YEAR, ""),
    ],
)
def test_a_timetable_that_cannot_be_meant_is_refused(hours: str, fault: HoursFault, near: str) -> None:
    with pytest.raises(UnreadableHoursError) as refused:
        Hours.parse(hours, ZONE)

    assert (refused.value.fault, refused.value.near) == (fault, near)


def test_a_closed_28_february_alone_is_no_last_day_of_months() -> None:
    assert Hours.parse("Mo-Fr 09:00-18:00; Feb 28 off", ZONE).monthly_days() == ()


def test_the_days_of_the_month_are_told_as_values(whole: Directory) -> None:
    last, fridays = (Hours.parse(text, ZONE).monthly_days() for text in (_expression(whole, "opochka"), SANITARY))

    assert last == (MonthlyDay(None, -1, "санитарный день"),)
    assert fridays == (MonthlyDay(4, -1, None),)


def test_an_ordinary_week_leaves_the_exceptions_out() -> None:
    week = Hours.parse(SANITARY, ZONE).week(date(2026, 11, 27))

    assert [len(spans) for spans in week] == [1, 1, 1, 1, 1, 1, 0]
    assert (week[4][0].start, week[5][0].end) == (at("2026-11-27 09:00"), at("2026-11-28 16:00"))


def test_a_week_of_a_timetable_of_seasons_alone_is_still_told() -> None:
    week = Hours.parse("Jul 1-Aug 15 off; Sep 1-May 31: Mo 09:00-18:00", ZONE).week(date(2026, 11, 24))

    assert [len(spans) for spans in week] == [1, 0, 0, 0, 0, 0, 0]


def test_back_to_back_times_are_one() -> None:
    day = Hours.parse('Mo-Fr 09:00-12:00 open "выдача", Mo-Fr 12:00-18:00 open', ZONE).on(date(2026, 11, 24))

    assert [(span.start.hour, span.end.hour) for span in day.spans] == [(9, 18)]


def _expression(whole: Directory, id_: str) -> str:
    found = whole.centre(id_)
    assert found is not None
    assert found.hours is not None
    return found.hours.expression


def test_hours_of_some_weeks_alone_are_no_part_of_the_ordinary_week() -> None:
    hours = Hours.parse(
        'Tu,Th 14:00-17:00; Mo[1],Mo[3] 10:00-12:00; week 2-52/2 Fr 10:00-14:00; Sa unknown "по записи"', ZONE
    )

    week = hours.week_of(date(2026, 12, 7))  # the first Monday of December is in it, and its week is even

    assert [bool(day.spans) for day in week] == [False, True, False, True, False, False, False]
    assert [bool(day.perhaps) for day in week] == [False, False, False, False, False, True, False]
    assert hours.special_openings() == (
        SpecialOpening("10:00-12:00", ((0, 1), (0, 3))),
        SpecialOpening("10:00-14:00", weeks="even", days="Fr"),
    )
