"""Fewer desks than people booked at once: the librarian is told before the new number is written."""

from bot.booking.closures.hours_preview import HoursPreviewer
from bot.people import Address
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, reading_room
from tests.booking.scene import HALF_PAST_TEN, TEN, Scene, wish


async def test_people_beyond_the_new_number_of_desks_are_told(stage: Scene) -> None:
    stage.centre = reading_room(desks=2)
    first, second = await stage.desk.book(ANNA, wish(TEN)), await stage.desk.book(BORIS, wish(TEN))
    await stage.desk.book(Address("telegram", 50), wish(HALF_PAST_TEN))

    outlook = await HoursPreviewer(stage.booking_context).preview_of(LIBRARIAN, reading_room(desks=1))

    assert outlook.beyond_desks == (first, second)


async def test_enough_desks_are_no_news(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(TEN))

    outlook = await HoursPreviewer(stage.booking_context).preview_of(LIBRARIAN, reading_room(desks=1))

    assert outlook.beyond_desks == ()
