"""A visit is moved as a whole: the old place is free only with the new one taken."""

from dataclasses import replace

import pytest

from bot.booking.booking import Slot
from bot.booking.notices import BOOKING_MADE, BOOKING_MOVED, REMINDER_EVE, REMINDER_SOON, VISIT_CALLED_OFF, VISIT_MOVED
from bot.booking.refusals import (
    JustTaken,
)
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, VERA, local
from tests.booking.scene import (
    ELEVEN,
    HALF_PAST_ELEVEN,
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


async def test_moving_frees_the_old_place_and_reminds_of_the_new_one(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    moved = await stage.desk.move(ANNA, booking.id, local("2026-11-26 11:00"))

    assert moved == replace(
        booking,
        starts_at=local("2026-11-26 11:00"),
        ends_at=local("2026-11-26 11:30"),
        free_at=local("2026-11-26 11:30"),
        revision=1,
    )
    assert await stage.desk.bookings_of(ANNA) == [moved]
    assert (await stage.desk.book(BORIS, wish(TEN))).slot == booking.slot
    assert [told.due_at for told in await stage.waiting("reminder") if told.to == ANNA.id] == [
        local("2026-11-25 19:00"),
        local("2026-11-26 09:00"),
    ]


async def test_moving_there_and_back_reminds_again(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.move(ANNA, booking.id, ELEVEN)

    await stage.desk.move(ANNA, booking.id, TEN)

    assert await stage.waiting("reminder") == REMINDERS


async def test_a_visit_may_be_moved_into_the_time_it_holds_itself(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN, topic="benefits"))

    moved = await stage.desk.move(ANNA, booking.id, HALF_PAST_TEN)

    assert (moved.starts_at, moved.ends_at) == (HALF_PAST_TEN, HALF_PAST_ELEVEN)


async def test_a_move_that_is_refused_changes_nothing(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(BORIS, wish(ELEVEN))
    promised = await stage.waiting()

    with pytest.raises(JustTaken) as refused:
        await stage.desk.move(ANNA, booking.id, ELEVEN)

    assert refused.value.nearest == (slot("2026-11-25 10:30"), slot("2026-11-25 11:30"), slot("2026-11-25 12:00"))
    assert await stage.desk.bookings_of(ANNA) == [booking]
    assert await stage.waiting() == promised


async def test_a_second_tap_on_a_new_time_moves_once(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    moved = await stage.desk.move(ANNA, booking.id, ELEVEN)

    assert await stage.desk.move(ANNA, booking.id, ELEVEN) == moved
    assert len(await stage.waiting(BOOKING_MOVED)) == 1


async def test_moving_takes_back_what_was_confirmed(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    confirmed = await stage.desk.confirm(ANNA, booking.id)

    moved = await stage.desk.move(ANNA, booking.id, ELEVEN)

    assert (confirmed.confirmed, moved.confirmed) == (True, False)


async def test_a_librarian_may_move_and_cancel_for_the_person_who_is_told(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    await stage.desk.move(LIBRARIAN, booking.id, ELEVEN)
    await stage.desk.cancel(LIBRARIAN, booking.id)

    assert [told for told in await stage.waiting() if told.kind != BOOKING_MADE] == [
        Told(ANNA.id, VISIT_MOVED, NOON),
        Told(ANNA.id, VISIT_CALLED_OFF, NOON),
    ]


async def test_a_librarian_needs_no_notice_to_move(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    moved = await stage.desk.move(LIBRARIAN, booking.id, local("2026-11-24 12:30"))

    assert moved.starts_at == local("2026-11-24 12:30")


async def test_a_topic_that_vanished_does_not_keep_a_visit_from_being_moved(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(VERA, wish(ELEVEN))
    del stage.topics["passport"]

    with pytest.raises(JustTaken):
        await stage.desk.move(ANNA, booking.id, ELEVEN)
    assert (await stage.desk.move(ANNA, booking.id, HALF_PAST_TEN)).starts_at == HALF_PAST_TEN
