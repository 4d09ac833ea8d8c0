"""A freed place is held for the first in line, then for the next: never for whoever taps first."""

from pathlib import Path

import pytest

from bot.booking.booking import BookingState
from bot.booking.limits import BookingLimits
from bot.booking.notices import BOOKING_MADE, OFFER_PASSED, PLACE_OFFERED
from bot.booking.refusals import (
    Gone,
    JustTaken,
    OfferOver,
    Overlaps,
)
from tests.booking.reading_room import ANNA, BORIS, GLEB, LIBRARIAN, VERA, local, reading_room
from tests.booking.scene import (
    ELEVEN,
    HALF_PAST_TEN,
    ONE_HOUR,
    TEN,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Scene,
    Told,
    day_wish,
    full,
    minutes,
    scene,
    wish,
)

NOON = local("2026-11-24 12:00")


async def test_a_freed_place_is_offered_to_the_first_in_line_and_kept_for_him(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.line.join(VERA, day_wish(WEDNESDAY))

    await short.desk.cancel(ANNA, anna)

    assert await short.waiting(PLACE_OFFERED) == [Told(BORIS.id, PLACE_OFFERED, NOON)]
    with pytest.raises(JustTaken):
        await short.desk.book(GLEB, wish(TEN))
    (offer,) = await short.desk.bookings_of(BORIS)
    assert (offer.state, offer.starts_at, offer.expires_at) == (BookingState.OFFERED, TEN, NOON + minutes(30))


async def test_an_offer_taken_is_a_booking_with_its_reminders(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY, "Борис"))
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(BORIS)

    booking = await short.line.accept(BORIS, offer.id)

    assert (booking.id, booking.state, booking.starts_at, booking.expires_at) == (
        offer.id,
        BookingState.BOOKED,
        TEN,
        None,
    )
    assert await short.desk.bookings_of(BORIS) == [booking]
    assert await short.line.entries_of(BORIS, TUESDAY) == []
    assert await short.waiting(PLACE_OFFERED) == []
    assert [told.to for told in await short.waiting("reminder_eve")] == [50, BORIS.id]
    assert len(await short.waiting(BOOKING_MADE)) == 3
    assert await short.line.accept(BORIS, offer.id) == booking


async def test_an_offer_not_taken_in_time_goes_to_the_next(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.line.join(VERA, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(BORIS)
    short.clock.advance(minutes(30))

    await short.line.pass_on()

    with pytest.raises(OfferOver):
        await short.line.accept(BORIS, offer.id)
    assert [told.to for told in await short.waiting(PLACE_OFFERED)] == [VERA.id]
    assert await short.waiting(OFFER_PASSED) == [Told(BORIS.id, OFFER_PASSED, short.clock.now())]
    assert await short.line.entries_of(BORIS, TUESDAY) == []


async def test_who_says_no_himself_is_not_told_that_his_time_is_up(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(BORIS)
    await short.line.decline(BORIS, offer.id)
    short.clock.advance(minutes(30))

    await short.line.pass_on()

    assert await short.waiting(OFFER_PASSED) == []


async def test_an_offer_is_over_at_its_minute_even_before_the_tick(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(BORIS)
    short.clock.advance(minutes(30))

    with pytest.raises(OfferOver):
        await short.line.accept(BORIS, offer.id)
    with pytest.raises(JustTaken):
        await short.desk.book(GLEB, wish(TEN))


async def test_an_offer_declined_goes_to_the_next_at_once(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.line.join(VERA, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(BORIS)

    await short.line.decline(BORIS, offer.id)
    await short.line.decline(BORIS, offer.id)

    assert [told.to for told in await short.waiting(PLACE_OFFERED)] == [VERA.id]


async def test_a_place_nobody_in_line_wants_is_free_for_all(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna)
    (offer,) = await short.desk.bookings_of(BORIS)

    await short.line.decline(BORIS, offer.id)

    assert (await short.desk.book(GLEB, wish(TEN))).state is BookingState.BOOKED


async def test_a_moved_visit_frees_a_place_for_the_line(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY))

    await short.desk.move(ANNA, anna, local("2026-11-26 10:00"))

    assert [told.to for told in await short.waiting(PLACE_OFFERED)] == [BORIS.id]


async def test_the_first_whose_visit_fits_is_offered_the_place(short: Scene) -> None:
    anna = await full(short)
    await short.line.join(BORIS, day_wish(WEDNESDAY, topic="benefits"))
    await short.line.join(VERA, day_wish(WEDNESDAY, topic="benefits"))
    await short.line.join(GLEB, day_wish(WEDNESDAY))

    await short.desk.cancel(ANNA, anna)

    assert [told.to for told in await short.waiting(PLACE_OFFERED)] == [GLEB.id]


async def test_whoever_has_all_the_bookings_he_may_have_is_passed_over(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(ONE_HOUR), limits=BookingLimits(live_bookings=1)) as stage:
        anna = await full(stage)
        await stage.line.join(BORIS, day_wish(WEDNESDAY))
        await stage.desk.book(BORIS, wish(local("2026-11-26 10:00")))
        await stage.line.join(VERA, day_wish(WEDNESDAY))

        await stage.desk.cancel(ANNA, anna)

        assert [told.to for told in await stage.waiting(PLACE_OFFERED)] == [VERA.id]


async def test_nobody_is_offered_a_time_at_which_he_is_elsewhere(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(ONE_HOUR, desks=2)) as stage:
        for citizen in (ANNA, GLEB):
            await stage.desk.book(citizen, wish(TEN))
        await stage.desk.book(BORIS, wish(HALF_PAST_TEN))
        vera = await stage.desk.book(VERA, wish(HALF_PAST_TEN))
        await stage.line.join(BORIS, day_wish(WEDNESDAY))

        await stage.desk.cancel(VERA, vera.id)

        assert await stage.waiting(PLACE_OFFERED) == []


async def test_an_offer_that_came_to_overlap_is_refused(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room("Mo-Fr 10:00-12:00", desks=1)) as stage:
        first = await stage.desk.book(ANNA, wish(TEN, topic="benefits"))
        await stage.desk.book(GLEB, wish(ELEVEN, topic="benefits"))
        await stage.line.join(BORIS, day_wish(WEDNESDAY, topic="benefits"))
        await stage.desk.cancel(ANNA, first.id)
        (offer,) = await stage.desk.bookings_of(BORIS)
        stage.centre = reading_room("Mo-Fr 10:00-12:00", desks=2)
        other = await stage.visits.phoned(LIBRARIAN, wish(TEN))
        await stage.database.write(
            lambda db: db.execute("update booking set channel = 'telegram', citizen = 2 where id = ?", (other.id,))
        )

        with pytest.raises(Overlaps):
            await stage.line.accept(BORIS, offer.id)


async def test_an_offer_made_at_night_waits_for_the_morning(short: Scene) -> None:
    anna = (await short.desk.book(ANNA, wish(local("2026-11-26 10:00")))).id
    await short.desk.book(GLEB, wish(local("2026-11-26 10:30")))
    await short.line.join(BORIS, day_wish(THURSDAY))
    short.clock.advance(local("2026-11-24 23:00") - NOON)

    await short.desk.cancel(ANNA, anna)

    assert await short.waiting(PLACE_OFFERED) == [Told(BORIS.id, PLACE_OFFERED, local("2026-11-25 08:00"))]
    (offer,) = await short.desk.bookings_of(BORIS)
    assert offer.expires_at == local("2026-11-25 08:30")


async def test_a_place_that_begins_before_the_offer_would_end_is_not_offered(tmp_path: Path) -> None:
    room = reading_room(ONE_HOUR, notice_hours=0)
    async with scene(tmp_path / "test.db", room) as stage:
        anna = await full(stage)
        await stage.line.join(BORIS, day_wish(WEDNESDAY))
        stage.clock.advance(TEN - NOON - minutes(29))

        await stage.desk.cancel(ANNA, anna)

        assert await stage.waiting(PLACE_OFFERED) == []


async def test_what_is_no_offer_is_neither_taken_nor_declined(short: Scene) -> None:
    anna = await full(short)
    await short.desk.cancel(ANNA, anna)
    booking = await short.desk.book(ANNA, wish(TEN))
    cancelled = await short.desk.cancel(ANNA, booking.id)

    with pytest.raises(Gone):
        await short.line.accept(ANNA, cancelled.id)
    with pytest.raises(Gone):
        await short.line.decline(ANNA, cancelled.id)


async def test_whoever_books_another_time_gives_his_offer_back(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room("Mo-Fr 10:00-11:30")) as stage:
        anna = await stage.desk.book(ANNA, wish(TEN))
        await stage.desk.book(GLEB, wish(HALF_PAST_TEN, topic="benefits"))
        await stage.line.join(BORIS, day_wish(WEDNESDAY))
        await stage.desk.cancel(ANNA, anna.id)
        stage.centre = reading_room("Mo-Fr 10:00-12:00")

        await stage.desk.book(BORIS, wish(local("2026-11-25 11:30"), "Борис"))

        assert [one.state for one in await stage.desk.bookings_of(BORIS)] == [BookingState.BOOKED]
        assert await stage.waiting(PLACE_OFFERED) == []
