from dataclasses import replace
from datetime import date

from bot.booking.slots import runs_out
from tests.booking.reading_room import local, reading_room

NOW = local("2026-11-24 12:00")


def test_ordinary_weeks_never_run_out() -> None:
    assert runs_out(reading_room("Tu 10:00-13:00"), NOW) is None


def test_holidays_are_no_end() -> None:
    assert runs_out(reading_room("Mo-Fr 10:00-13:00", horizon_days=40), NOW) is None


def test_a_season_that_ends_within_the_horizon_runs_out_on_its_last_day() -> None:
    assert runs_out(reading_room("Sep 01-Nov 30 Mo-Fr 10:00-13:00"), NOW) == date(2026, 11, 30)


def test_a_season_that_ends_beyond_the_horizon_does_not_yet() -> None:
    assert runs_out(reading_room("Sep 01-Nov 30 Mo-Fr 10:00-13:00", horizon_days=3), NOW) is None


def test_where_nobody_is_received_nothing_can_run_out() -> None:
    summer = reading_room("Jun 01-Aug 31 Mo-Fr 10:00-13:00")

    assert runs_out(summer, NOW) is None
    assert runs_out(replace(summer, consultations=None), NOW) is None
