"""Days on which everything is taken: those one may wait for."""

from datetime import timedelta

from bot.people import Address
from tests.booking.reading_room import ANNA, BORIS, LIPKI, local
from tests.booking.scene import TUESDAY, WEDNESDAY, Scene, wish

HALF_HOURS = (
    "10:00",
    "10:30",
    "11:00",
    "11:30",
    "12:00",
    "12:30",
    "14:00",
    "14:30",
    "15:00",
    "15:30",
    "16:00",
    "16:30",
)


async def fill(stage: Scene) -> None:
    for number, at in enumerate(HALF_HOURS):
        await stage.desk.book(Address("telegram", 100 + number), wish(local(f"{WEDNESDAY} {at}")))


async def test_a_day_is_full_when_its_last_time_is_taken(stage: Scene) -> None:
    before = await stage.desk.full_days(LIPKI, "passport")

    await fill(stage)

    assert (before, await stage.desk.full_days(LIPKI, "passport")) == ([], [WEDNESDAY])


async def test_a_day_can_be_full_for_a_long_visit_and_not_for_a_short_one(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(local(f"{TUESDAY} 14:30")))
    await stage.desk.book(ANNA, wish(local(f"{TUESDAY} 16:00")))
    await stage.desk.book(BORIS, wish(local(f"{TUESDAY} 15:30")))

    long, short = [await stage.desk.full_days(LIPKI, topic) for topic in ("benefits", "passport")]

    assert (long, short) == ([TUESDAY], [])


async def test_a_day_that_is_over_cannot_be_waited_for(stage: Scene) -> None:
    await fill(stage)

    stage.clock.advance(timedelta(days=2))

    assert await stage.desk.full_days(LIPKI, "passport") == []
