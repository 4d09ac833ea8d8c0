"""A place given up is free for another, is reminded of no more, and bears no name when its person is forgotten."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.booking.booking import BookingState, Slot, Visitor
from bot.booking.notices import BOOKING_CANCELLED, REMINDER_EVE, REMINDER_SOON
from bot.booking.refusals import (
    Gone,
    TooLate,
)
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, local
from tests.booking.scene import (
    ELEVEN,
    HALF_PAST_TEN,
    TEN,
    Scene,
    Told,
    minutes,
    wish,
)

EVE, SOON = local("2026-11-24 19:00"), local("2026-11-25 08:00")


NOON = local("2026-11-24 12:00")


REMINDERS = [Told(ANNA.id, REMINDER_EVE, EVE), Told(ANNA.id, REMINDER_SOON, SOON)]


def slot(starts_at: str, length: int = 30) -> Slot:
    return Slot(local(starts_at), local(starts_at) + minutes(length), LIPKI)


async def test_a_cancelled_time_can_be_booked_again_even_by_the_same_person(stage: Scene) -> None:
    first = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.cancel(ANNA, first.id)

    second = await stage.desk.book(ANNA, wish(TEN))

    assert (second.id, second.slot, second.state) != (first.id, first.slot, first.state)
    assert await stage.desk.bookings_of(ANNA) == [second]
    assert await stage.waiting("reminder") == REMINDERS


async def test_a_cancelled_visit_is_not_reminded_of_and_librarians_hear_why(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    cancelled = await stage.desk.cancel(ANNA, booking.id, "заболела, звоните 8 911 123-45-67")

    assert (cancelled.state, cancelled.reason) == (BookingState.CANCELLED, "заболела, звоните [телефон]")
    assert await stage.desk.bookings_of(ANNA) == []
    assert await stage.waiting("reminder") == []
    assert await stage.waiting(BOOKING_CANCELLED) == [Told(LIBRARIAN.id, BOOKING_CANCELLED, NOON)]


async def test_cancelling_twice_is_cancelling_once(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    cancelled = await stage.desk.cancel(ANNA, booking.id, "дела")

    assert await stage.desk.cancel(ANNA, booking.id) == cancelled
    assert len(await stage.waiting(BOOKING_CANCELLED)) == 1


async def test_a_visit_is_cancelled_up_to_its_start_and_not_after(stage: Scene) -> None:
    early, late = await stage.desk.book(ANNA, wish(TEN)), await stage.desk.book(BORIS, wish(HALF_PAST_TEN))
    stage.clock.advance(TEN - NOON - timedelta(seconds=1))
    await stage.desk.cancel(ANNA, early.id)
    stage.clock.advance(minutes(30) + timedelta(seconds=1))

    with pytest.raises(TooLate):
        await stage.desk.cancel(BORIS, late.id)
    with pytest.raises(TooLate):
        await stage.desk.move(BORIS, late.id, local("2026-11-26 10:00"))


async def test_what_is_cancelled_can_be_neither_moved_nor_confirmed(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.cancel(ANNA, booking.id)

    with pytest.raises(Gone):
        await stage.desk.move(ANNA, booking.id, ELEVEN)
    with pytest.raises(Gone):
        await stage.desk.confirm(ANNA, booking.id)


async def test_forgetting_gives_the_places_up_and_leaves_no_name(stage: Scene) -> None:
    past = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON)
    ahead = await stage.desk.book(ANNA, wish(local("2026-11-26 10:00"), "Мама", for_other=True))

    await stage.desk.forget(ANNA)

    nobody = Visitor("")
    assert await stage.table() == [
        replace(past, citizen=None, visitor=nobody),
        replace(ahead, citizen=None, visitor=nobody, state=BookingState.CANCELLED),
    ]
    assert await stage.waiting("reminder") == []
    assert await stage.desk.bookings_of(ANNA) == []


async def test_a_centre_that_vanished_does_not_keep_a_visit_from_being_cancelled(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.centre = None

    assert (await stage.desk.cancel(ANNA, booking.id)).state is BookingState.CANCELLED
