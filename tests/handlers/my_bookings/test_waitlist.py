"""Places in line: somebody else's, expired offers, days that are over."""

from dataclasses import replace
from datetime import timedelta

from bot.booking.booking import DayWish, Visitor, WaitlistPlaceId
from bot.screens.my_bookings.actions import LeaveWaitlist, ShowVisit, ShowWaitlistPlace
from tests.handlers.my_bookings.visiting import (
    ANNA,
    ANYTHING,
    BORIS,
    FRIDAY_NOON,
    OSTROV,
    STRANGER,
    Nowhere,
    desk,
    full_friday,
    line,
    own,
    press,
)
from tests.stage import StraightStage


async def test_somebody_elses_place_in_line_is_as_good_as_none(stage: StraightStage) -> None:
    await full_friday(stage)
    mine = await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    places = (mine.id, WaitlistPlaceId(ANYTHING))

    said = [await press(stage, "boris", kind(place)) for kind in (ShowWaitlistPlace, LeaveWaitlist) for place in places]

    assert [text for text in said if not text.startswith("В этой очереди вас уже нет")] == []
    assert await line(stage).entries_of(ANNA, FRIDAY_NOON.date()) == [mine]


async def test_an_offer_that_expired_goes_to_the_next_in_line(stage: StraightStage) -> None:
    first = await full_friday(stage)
    for_friday = DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Кто-то"))
    await line(stage).join(ANNA, for_friday)
    await line(stage).join(BORIS, for_friday)
    await desk(stage).cancel(STRANGER, first.id)
    await stage.pass_time(timedelta())
    offered = await stage.next("anna")
    await stage.pass_time(timedelta(minutes=31))
    listed = (await own(stage).ahead(ANNA))[0]

    await line(stage).pass_on()
    await stage.pass_time(timedelta())

    assert (await stage.next("boris")).text.startswith("Для вас освободилось место")
    assert (offered.text.startswith("Для вас освободилось место"), listed.is_held) == (True, False)
    assert await own(stage).ahead(ANNA) == []
    assert (await stage.next("anna")).text.startswith("Время вышло")
    assert (await press(stage, "anna", ShowVisit(listed.booking.id))).startswith("Это место вас больше не ждёт")


async def test_a_place_in_line_for_a_day_that_is_over_is_no_longer_shown(stage: StraightStage) -> None:
    await full_friday(stage)
    await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    stage.clock.advance(FRIDAY_NOON - stage.clock.now() + timedelta(hours=6))
    before = await own(stage).waiting(ANNA)

    stage.clock.advance(timedelta(hours=7))  # past midnight in Ostrov, the same day in UTC

    assert (len(before), await own(stage).waiting(ANNA)) == (1, [])


async def test_a_place_at_a_centre_that_is_gone_is_still_shown(stage: StraightStage) -> None:
    await full_friday(stage)
    await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    nowhere = replace(own(stage), centre_lookup=Nowhere(own(stage).centre_lookup))  # type: ignore[arg-type]  # - an honest small guide

    assert [one.centre for one in await nowhere.waiting(ANNA)] == [None]
