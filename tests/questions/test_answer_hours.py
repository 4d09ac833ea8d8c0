"""Working hours are counted over nights, days off, closed days and lunch; what is not known is not promised."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot.centres.centre import Announcement, Centre, CentreId, CentreKind
from bot.centres.hours.hours import Hours
from bot.centres.places.municipality import Municipality, MunicipalityId
from bot.questions.answer_hours import AnswerHours
from tests.questions.desk import ZONE

REGION = "Mo-Fr 09:00-18:00"


def centre(hours: str | None, **facts: Any) -> Centre:
    parsed = Hours.parse(hours, ZONE) if hours else None
    town = Municipality(MunicipalityId("ostrov"), "Островский округ", "Остров", "Остров")
    return Centre(CentreId("ostrov"), "Б", "Б", CentreKind.LIBRARY, town, ZONE, hours=parsed, **facts)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


def hours_of(region: str | None) -> AnswerHours:
    return AnswerHours(lambda: region, ZONE)


@pytest.mark.parametrize(
    ("where", "asked", "promised"),
    [
        (None, at(24, 12), at(25, 11)),  # over a night
        (None, at(27, 17), at(30, 16)),  # over a weekend
        (None, at(24, 3), at(24, 17)),  # before the opening
        (None, at(24, 12, 10), at(25, 11, 30)),  # to the next half hour
        (centre("Tu-Sa 11:00-13:00,14:00-17:00"), at(24, 12), at(25, 16)),  # over a lunch, by the centre
        (centre(None), at(24, 12), at(25, 11)),
    ],
)
def test_eight_working_hours_are_promised(where: Centre | None, asked: datetime, promised: datetime) -> None:
    assert hours_of(REGION).promise(where, asked, 8) == promised


def test_the_days_that_an_announcement_closes_do_not_count() -> None:
    closed = Announcement("Ремонт", date(2026, 11, 25), closed=True)

    assert hours_of(REGION).promise(centre(REGION, announcement=closed), at(24, 12), 8) == at(26, 17)


def test_hours_that_are_years_old_promise_nothing_of_their_own() -> None:
    old = centre("Mo-Su 00:00-23:00", hours_as_of="2019")

    assert hours_of(REGION).promise(old, at(24, 12), 8) == at(25, 11)
    assert hours_of(None).promise(old, at(24, 12), 8) is None


@pytest.mark.parametrize("written", [None, "каждый день"])
def test_what_is_not_known_is_not_promised_and_a_step_is_counted_all_the_same(written: str | None) -> None:
    hours = hours_of(written)

    assert (hours.promise(None, at(24, 12), 8), hours.step(None, at(24, 12), 2)) == (None, at(24, 14))


def test_a_centre_that_is_closed_for_long_promises_nothing() -> None:
    closed = Announcement("Ремонт", None, closed=True)

    found = hours_of(REGION).promise(replace(centre(REGION), announcement=closed), at(24, 12), 8)

    assert found is None
    assert hours_of(REGION).step(centre(REGION, announcement=closed), at(24, 12), 2) == at(24, 12) + timedelta(hours=2)
