"""What a citizen may see and do with his own bookings, beside moving and cancelling them."""

from datetime import timedelta

import pytest

from bot.booking.booking import BookingId, BookingState
from bot.booking.refusals import Gone, NotBookable, NotYours, TooLate
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, local
from tests.booking.scene import ELEVEN, HALF_PAST_TEN, TEN, Scene, minutes, wish


async def test_a_citizen_sees_his_own_booking_whatever_became_of_it(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    cancelled = await stage.desk.cancel(ANNA, booking.id)

    assert await stage.desk.own(ANNA, booking.id) == cancelled


async def test_nobody_else_sees_it_as_his_own_not_even_the_librarian(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    with pytest.raises(NotYours):
        await stage.desk.own(BORIS, booking.id)
    with pytest.raises(NotYours):
        await stage.desk.own(LIBRARIAN, booking.id)
    with pytest.raises(Gone):
        await stage.desk.own(ANNA, BookingId(2**53))


async def test_a_visit_may_move_to_every_free_time_but_its_own(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(BORIS, wish(HALF_PAST_TEN))

    free = [slot.starts_at for slot in await stage.desk.free_instead(ANNA, booking.id)]

    assert (free[0], TEN in free, HALF_PAST_TEN in free, ELEVEN in free) == (
        local("2026-11-24 14:00"),
        False,
        False,
        True,
    )


async def test_times_fit_the_visit_as_it_was_booked_though_its_topic_is_gone(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN, topic="benefits"))
    stage.topics.clear()

    free = await stage.desk.free_instead(ANNA, booking.id)

    assert {slot.ends_at - slot.starts_at for slot in free} == {minutes(60)}


async def test_a_displaced_visit_may_come_back_to_its_time_when_the_hours_are_open_again(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    closed = await stage.closing.close(LIBRARIAN, LIPKI, booking.slot.interval)
    await stage.closing.reopen(LIBRARIAN, closed.closure.id)

    assert booking.slot in await stage.desk.free_instead(ANNA, booking.id)


async def test_what_is_over_or_given_up_moves_nowhere(stage: Scene) -> None:
    booking, given_up = await stage.desk.book(ANNA, wish(TEN)), await stage.desk.book(ANNA, wish(ELEVEN))
    await stage.desk.cancel(ANNA, given_up.id)
    stage.clock.advance(timedelta(days=1))

    with pytest.raises(TooLate):
        await stage.desk.free_instead(ANNA, booking.id)
    with pytest.raises(Gone):
        await stage.desk.free_instead(ANNA, given_up.id)
    with pytest.raises(NotYours):
        await stage.desk.free_instead(BORIS, booking.id)


async def test_a_centre_that_no_longer_books_has_no_times_to_move_to(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.centre = None

    with pytest.raises(NotBookable):
        await stage.desk.free_instead(ANNA, booking.id)


async def test_the_reason_may_be_said_after_the_place_was_given_up(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.cancel(ANNA, booking.id)

    await stage.desk.explain(ANNA, booking.id, "заболела")
    last = await stage.desk.explain(ANNA, booking.id, " дети, звоните 8 911 000-00-00 ")

    assert (last.state, last.reason) == (BookingState.CANCELLED, "дети, звоните [телефон]")
    assert (await stage.desk.own(ANNA, booking.id)).reason == last.reason


async def test_only_the_one_who_gave_up_explains(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    with pytest.raises(Gone):
        await stage.desk.explain(ANNA, booking.id, "передумала")
    await stage.desk.cancel(ANNA, booking.id)
    with pytest.raises(NotYours):
        await stage.desk.explain(BORIS, booking.id, "за неё")
    assert (await stage.desk.own(ANNA, booking.id)).reason is None


async def test_why_the_hours_were_closed_is_told_where_the_librarian_said_it(stage: Scene) -> None:
    booking, other = await stage.desk.book(ANNA, wish(TEN)), await stage.desk.book(BORIS, wish(ELEVEN))
    await stage.closing.close(LIBRARIAN, LIPKI, booking.slot.interval, "отключили свет")
    await stage.closing.close(LIBRARIAN, LIPKI, other.slot.interval)

    assert [await stage.desk.why_closed(one) for one in (booking, other)] == ["отключили свет", None]
