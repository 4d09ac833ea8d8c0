from datetime import date
from pathlib import Path

import pytest

from bot.booking.booking import BookingState, WaitlistPlaceId
from bot.booking.limits import BookingLimits
from bot.booking.notices import PLACE_OFFERED
from bot.booking.refusals import (
    ClosedDay,
    Gone,
    JustTaken,
    NotYours,
    StillFree,
    TooFar,
    TooLate,
    TooMany,
)
from tests.booking.reading_room import ANNA, BORIS, GLEB, VERA, local, reading_room
from tests.booking.scene import (
    ELEVEN,
    HALF_PAST_TEN,
    ONE_HOUR,
    TEN,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Scene,
    day_wish,
    full,
    minutes,
    scene,
    wish,
)


async def test_joining_twice_is_joining_once_and_the_line_is_counted(short: Scene) -> None:
    await full(short)
    first = await short.line.join(BORIS, day_wish(WEDNESDAY))
    second = await short.line.join(VERA, day_wish(WEDNESDAY))

    assert await short.line.join(BORIS, day_wish(WEDNESDAY, "Боря")) == first
    assert [await short.line.ahead_of(place) for place in (first, second)] == [0, 1]
    assert await short.line.entries_of(BORIS, TUESDAY) == [first]


async def test_there_is_no_line_where_times_are_free_the_day_is_closed_over_or_far(short: Scene) -> None:
    await short.desk.book(ANNA, wish(TEN))

    with pytest.raises(StillFree) as free:
        await short.line.join(BORIS, day_wish(WEDNESDAY))
    with pytest.raises(ClosedDay):
        await short.line.join(BORIS, day_wish(date(2026, 11, 28)))
    with pytest.raises(TooFar):
        await short.line.join(BORIS, day_wish(date(2026, 12, 24)))
    with pytest.raises(TooLate):
        await short.line.join(BORIS, day_wish(TUESDAY))

    assert [slot.starts_at for slot in free.value.slots] == [HALF_PAST_TEN]


async def test_one_person_stands_in_so_many_lines(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(ONE_HOUR), limits=BookingLimits(waitlist_entries=1)) as stage:
        await full(stage)
        await stage.desk.book(GLEB, wish(local("2026-11-26 10:00"), topic="benefits"))
        await stage.line.join(BORIS, day_wish(WEDNESDAY))

        with pytest.raises(TooMany):
            await stage.line.join(BORIS, day_wish(THURSDAY))


async def test_whoever_leaves_the_line_is_offered_nothing(short: Scene) -> None:
    anna = await full(short)
    boris = await short.line.join(BORIS, day_wish(WEDNESDAY))
    vera = await short.line.join(VERA, day_wish(WEDNESDAY))
    await short.line.leave(BORIS, boris.id)
    await short.line.leave(BORIS, boris.id)
    await short.desk.cancel(ANNA, anna)

    await short.line.leave(VERA, vera.id)

    assert await short.waiting(PLACE_OFFERED) == []
    assert await short.desk.bookings_of(VERA) == []


async def test_another_persons_place_in_line_is_out_of_reach(short: Scene) -> None:
    anna = await full(short)
    boris = await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(BORIS)

    with pytest.raises(NotYours):
        await short.line.leave(VERA, boris.id)
    with pytest.raises(NotYours):
        await short.line.accept(VERA, offer.id)
    with pytest.raises(Gone):
        await short.line.leave(VERA, WaitlistPlaceId(77))


async def test_the_tick_gives_a_new_desk_to_the_line(short: Scene) -> None:
    await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    wakes = short.wakes
    short.centre = reading_room(ONE_HOUR, desks=2)

    await short.line.pass_on()

    assert [told.to for told in await short.waiting(PLACE_OFFERED)] == [BORIS.id]
    assert short.wakes == wakes + 1


async def test_the_line_goes_before_whoever_taps_first(short: Scene) -> None:
    await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    short.centre = reading_room("Mo-Fr 10:00-11:30")

    with pytest.raises(JustTaken) as refused:
        await short.desk.book(GLEB, wish(ELEVEN))

    assert [told.to for told in await short.waiting(PLACE_OFFERED)] == [BORIS.id]
    assert {slot.starts_at for slot in refused.value.nearest}.isdisjoint({TEN, HALF_PAST_TEN, ELEVEN})


async def test_the_tick_has_nothing_to_do_where_nobody_waits(short: Scene) -> None:
    await full(short)
    wakes = short.wakes

    await short.line.pass_on()

    assert short.wakes == wakes


async def test_whoever_books_on_a_day_leaves_its_line(short: Scene) -> None:
    await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY, topic="benefits"))
    short.centre = reading_room("Mo-Fr 10:00-11:30")

    await short.desk.book(BORIS, wish(ELEVEN, "Борис"))

    assert await short.line.entries_of(BORIS, TUESDAY) == []


async def test_a_topic_or_a_centre_that_vanished_is_passed_over(short: Scene) -> None:
    anna = await full(short)
    place = await short.line.join(BORIS, day_wish(WEDNESDAY, topic="benefits"))
    await short.line.join(VERA, day_wish(WEDNESDAY))
    del short.topics["benefits"]
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(VERA)
    short.centre = None
    short.clock.advance(minutes(30))

    await short.line.pass_on()

    assert (await short.desk.told_of(offer.id) or offer).state is BookingState.LAPSED
    assert await short.line.entries_of(BORIS, TUESDAY) == [place]


async def test_forgetting_a_person_lets_his_offer_go(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna)

    await short.desk.forget(BORIS)

    assert await short.waiting(PLACE_OFFERED) == []
    assert (await short.desk.book(GLEB, wish(TEN))).starts_at == TEN
