"""«Приду» and «опаздываю» are noted at once, told once, and taken back by one word."""

from datetime import timedelta

import pytest

from bot.booking.booking import BookingId
from bot.booking.notices import BOOKING_IN_TIME, BOOKING_LATE
from bot.booking.refusals import Gone, NotYours, TooEarly, TooLate
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN
from tests.booking.scene import ELEVEN, TEN, Scene, Told, minutes, wish


async def on_the_day(stage: Scene) -> BookingId:
    """Anna's visit of Wednesday at ten, an hour before it."""
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - stage.clock.now() - timedelta(hours=1))
    return booking.id


async def test_a_lateness_is_kept_and_told_to_the_librarians_at_once(stage: Scene) -> None:
    id_ = await on_the_day(stage)

    late = await stage.desk.say_late(ANNA, id_, 10)

    assert (late.late, (await stage.desk.own(ANNA, id_)).late) == (10, 10)
    assert await stage.waiting(BOOKING_LATE) == [Told(LIBRARIAN.id, BOOKING_LATE, stage.clock.now())]


async def test_the_same_lateness_is_told_once_and_another_one_again(stage: Scene) -> None:
    id_ = await on_the_day(stage)
    await stage.desk.say_late(ANNA, id_, 10)

    await stage.desk.say_late(ANNA, id_, 10)
    once = len(await stage.waiting(BOOKING_LATE))
    stage.clock.advance(minutes(5))
    await stage.desk.say_late(ANNA, id_, 30)

    assert (once, len(await stage.waiting(BOOKING_LATE))) == (1, 2)


async def test_a_lateness_is_taken_back_and_the_librarians_know(stage: Scene) -> None:
    id_ = await on_the_day(stage)
    await stage.desk.say_late(ANNA, id_, 0)

    in_time = await stage.desk.say_late(ANNA, id_, None)

    assert (in_time.late, len(await stage.waiting(BOOKING_IN_TIME))) == (None, 1)


async def test_nobody_is_told_that_who_never_was_late_comes_in_time(stage: Scene) -> None:
    id_ = await on_the_day(stage)

    await stage.desk.say_late(ANNA, id_, None)

    assert await stage.waiting(BOOKING_IN_TIME) == []


async def test_a_lateness_is_of_the_day_of_the_visit(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    with pytest.raises(TooEarly):
        await stage.desk.say_late(ANNA, booking.id, 10)


async def test_who_has_begun_to_be_late_may_say_so_until_the_visit_is_over(stage: Scene) -> None:
    id_ = await on_the_day(stage)
    stage.clock.advance(timedelta(hours=1) + minutes(5))
    late = await stage.desk.say_late(ANNA, id_, 10)
    stage.clock.advance(minutes(25))

    with pytest.raises(TooLate):
        await stage.desk.say_late(ANNA, id_, 20)
    assert late.late == 10


async def test_only_the_visitor_says_so_and_only_of_a_visit_that_stands(stage: Scene) -> None:
    id_ = await on_the_day(stage)

    with pytest.raises(NotYours):
        await stage.desk.say_late(BORIS, id_, 10)
    await stage.desk.cancel(ANNA, id_)
    with pytest.raises(Gone):
        await stage.desk.say_late(ANNA, id_, 10)


async def test_moving_forgets_a_lateness(stage: Scene) -> None:
    id_ = await on_the_day(stage)
    stage.clock.advance(-minutes(60))
    await stage.desk.say_late(ANNA, id_, 10)

    moved = await stage.desk.move(ANNA, id_, ELEVEN + timedelta(days=1))

    assert (moved.late, (await stage.desk.own(ANNA, id_)).late) == (None, None)


async def test_coming_is_taken_back(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.confirm(ANNA, booking.id)

    taken_back = await stage.desk.confirm(ANNA, booking.id, comes=False)

    assert (taken_back.confirmed, (await stage.desk.own(ANNA, booking.id)).confirmed) == (False, False)
