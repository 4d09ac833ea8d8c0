from dataclasses import replace

import pytest

from bot.booking.booking import Interval
from bot.booking.closures.hours_preview import HoursPreviewer
from bot.booking.refusals import NotYours
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, local, open_by, reading_room
from tests.booking.scene import HALF_PAST_TEN, TEN, Scene, wish

EVENINGS = reading_room("Mo-Fr 16:00-18:00")


@pytest.fixture
def forecast(stage: Scene) -> HoursPreviewer:
    return HoursPreviewer(stage.booking_context)


async def test_the_first_days_are_told_with_the_times_people_will_see(forecast: HoursPreviewer) -> None:
    outlook = await forecast.preview_of(LIBRARIAN, EVENINGS)

    assert [[slot.starts_at for slot in slots] for slots in outlook.days] == [
        [local(f"2026-11-{day} {time}") for time in ("16:00", "16:30", "17:00", "17:30")] for day in (24, 25, 26)
    ]
    assert (outlook.behind_doors, outlook.outside) == ((), ())


async def test_times_taken_already_are_not_counted(stage: Scene, forecast: HoursPreviewer) -> None:
    await stage.desk.book(ANNA, wish(local("2026-11-24 16:30")))

    outlook = await forecast.preview_of(LIBRARIAN, EVENINGS)

    assert local("2026-11-24 16:30") not in [slot.starts_at for slot in outlook.days[0]]


async def test_hours_while_the_doors_are_shut_are_told(forecast: HoursPreviewer) -> None:
    centre = open_by(reading_room("We 09:00-12:00,13:00-15:00"), "Mo-Fr 10:00-11:00,11:30-14:00")

    outlook = await forecast.preview_of(LIBRARIAN, centre)

    assert outlook.behind_doors == (
        Interval(local("2026-11-25 09:00"), local("2026-11-25 10:00")),
        Interval(local("2026-11-25 11:00"), local("2026-11-25 11:30")),
        Interval(local("2026-11-25 14:00"), local("2026-11-25 15:00")),
    )


async def test_a_day_the_doors_are_shut_is_told_whole(forecast: HoursPreviewer) -> None:
    outlook = await forecast.preview_of(LIBRARIAN, open_by(reading_room("Su 10:00-12:00"), "Mo-Fr 10:00-18:00"))

    assert outlook.behind_doors == (Interval(local("2026-11-29 10:00"), local("2026-11-29 12:00")),)
    assert outlook.days == ()


async def test_visits_outside_the_new_hours_are_told(stage: Scene, forecast: HoursPreviewer) -> None:
    outside = await stage.desk.book(ANNA, wish(TEN))
    cancelled = await stage.desk.book(BORIS, wish(HALF_PAST_TEN))
    await stage.desk.cancel(BORIS, cancelled.id)
    await stage.desk.book(BORIS, wish(local("2026-11-25 16:00")))

    assert (await forecast.preview_of(LIBRARIAN, EVENINGS)).outside == (outside,)


async def test_without_hours_nothing_is_free_and_every_visit_is_outside(stage: Scene, forecast: HoursPreviewer) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    outlook = await forecast.preview_of(LIBRARIAN, replace(EVENINGS, consultations=None))

    assert (outlook.days, outlook.outside) == ((), (booking,))


async def test_only_those_who_serve_the_centre_are_told(forecast: HoursPreviewer) -> None:
    with pytest.raises(NotYours):
        await forecast.preview_of(ANNA, EVENINGS)
