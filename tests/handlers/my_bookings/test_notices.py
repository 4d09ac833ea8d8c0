"""What a citizen is no longer told: each notice is judged at the moment of sending."""

from dataclasses import replace
from datetime import timedelta

from bot.booking.booking import Booking, BookingId, BookingState, DayWish, Visitor
from bot.booking.closures.closure_service import ClosureService
from bot.booking.notices import (
    PLACE_OFFERED,
    REMINDER_EVE,
    REMINDER_SOON,
    VISIT_CALLED_OFF,
    VISIT_DISPLACED,
    VISIT_MOVED,
    VISIT_OVER,
)
from bot.people import Reminders
from tests.handlers.my_bookings.visiting import (
    ANNA,
    BORIS,
    FRIDAY_NOON,
    OSTROV,
    STRANGER,
    VERA,
    booked,
    desk,
    full_friday,
    line,
    own,
    told,
    visited,
)
from tests.stage import StraightStage


async def test_nothing_is_told_of_a_visit_moved_since(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).move(ANNA, booking.id, FRIDAY_NOON + timedelta(hours=1))

    kinds = (REMINDER_EVE, REMINDER_SOON, VISIT_MOVED, VISIT_DISPLACED, PLACE_OFFERED)
    said = [await told(stage, kind, booking, **{"from": booking.starts_at.isoformat()}) for kind in kinds]

    assert said == [None] * len(kinds)


async def test_nothing_is_told_of_a_visit_cancelled_by_oneself_or_never_made(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    assert [await told(stage, kind, booking) for kind in (REMINDER_EVE, REMINDER_SOON, VISIT_OVER)] == [None] * 3
    assert await told(stage, VISIT_CALLED_OFF, replace(booking, id=BookingId(2**53))) is None


async def test_a_reminder_is_not_told_once_the_visit_has_begun_or_its_person_is_forgotten(stage: StraightStage) -> None:
    booking, other = await booked(stage), await booked(stage, BORIS, FRIDAY_NOON + timedelta(hours=1))
    await desk(stage).forget(BORIS)
    assert await told(stage, REMINDER_SOON, booking) is not None

    stage.clock.advance(FRIDAY_NOON - stage.clock.now())

    assert [await told(stage, REMINDER_SOON, one) for one in (booking, other)] == [None, None]


async def test_the_wish_is_asked_when_the_reminder_is_due(stage: StraightStage) -> None:
    booking = await booked(stage)
    wishes = [Reminders(eve, soon) for eve in (True, False) for soon in (True, False)]

    said = [await reminded(stage, booking, wish) for wish in wishes]

    assert said == wishes


async def reminded(stage: StraightStage, booking: Booking, wish: Reminders) -> Reminders:
    """Which reminders are told to who wishes so."""
    await own(stage).people.set_reminders(ANNA, wish)
    return Reminders(*[bool(await told(stage, kind, booking)) for kind in (REMINDER_EVE, REMINDER_SOON)])


async def test_who_has_rated_already_is_not_asked(stage: StraightStage) -> None:
    booking = await visited(stage)
    before = await told(stage, VISIT_OVER, booking)
    await desk(stage).rate(ANNA, booking.id, 5)

    assert (before is not None, await told(stage, VISIT_OVER, booking)) == (True, None)


async def test_times_proposed_that_have_passed_are_left_out(stage: StraightStage) -> None:
    booking = await booked(stage)
    await ClosureService(desk(stage)._booking_context).close(VERA, OSTROV, booking.slot.interval)
    past, ahead = stage.clock.now() - timedelta(hours=1), stage.clock.now() + timedelta(days=9)

    screen = await told(stage, VISIT_DISPLACED, booking, times=f"{past.isoformat()} {ahead.isoformat()}")
    none = await told(stage, VISIT_DISPLACED, booking, times="")

    assert screen is not None
    assert none is not None
    assert (len(screen.rows), len(none.rows)) == (4, 3)


async def test_an_offer_is_not_told_after_it_has_expired(stage: StraightStage) -> None:
    first = await full_friday(stage)
    await line(stage).join(ANNA, DayWish(OSTROV, "registration", FRIDAY_NOON.date(), Visitor("Анна")))
    await desk(stage).cancel(STRANGER, first.id)
    (offer,) = await desk(stage).bookings_of(ANNA)
    before = await told(stage, PLACE_OFFERED, offer)

    stage.clock.advance(timedelta(minutes=31))

    assert (offer.state, before is not None, await told(stage, PLACE_OFFERED, offer)) == (
        BookingState.OFFERED,
        True,
        None,
    )
