from dataclasses import replace
from pathlib import Path

import pytest

from bot.booking.booking import BookingState, Origin, OutcomeId, Visitor
from bot.booking.notices import BOOKING_MADE, VISIT_OVER
from bot.booking.refusals import Gone, JustTaken, Nameless, NotYours, Overlaps, SecondTap, TooEarly, TooLate
from bot.booking.slots import BookableDays
from bot.inbox.request_key import SECOND_TAP
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, local, reading_room
from tests.booking.scene import HALF_PAST_TEN, TEN, TUESDAY, WEDNESDAY, Scene, Told, minutes, press, scene, wish

NOON = local("2026-11-24 12:00")


async def test_the_day_lists_those_who_come_in_their_order(stage: Scene) -> None:
    late = await stage.desk.book(ANNA, wish(HALF_PAST_TEN))
    early = await stage.desk.book(BORIS, wish(TEN))
    gone = await stage.desk.book(ANNA, wish(local("2026-11-25 12:00")))
    other_day = await stage.desk.book(BORIS, wish(local("2026-11-26 10:00")))
    await stage.desk.cancel(ANNA, gone.id)

    assert await stage.visits.day(LIBRARIAN, LIPKI, WEDNESDAY) == [early, late]
    assert await stage.visits.between(LIBRARIAN, LIPKI, BookableDays(TUESDAY, other_day.starts_at.date())) == [
        early,
        late,
        other_day,
    ]


async def test_whoever_came_is_asked_afterwards_whether_it_helped(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON - minutes(20))

    arrived = await stage.visits.mark_arrived(LIBRARIAN, booking.id)

    assert arrived == replace(booking, state=BookingState.ARRIVED, taken_by=LIBRARIAN)
    assert await stage.waiting(VISIT_OVER) == [Told(ANNA.id, VISIT_OVER, HALF_PAST_TEN)]
    assert (await stage.desk.rate(ANNA, booking.id, 5)).rating == 5


async def test_an_outcome_says_that_the_person_came(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON + minutes(45))

    done = await stage.visits.set_outcome(LIBRARIAN, booking.id, OutcomeId("access_restored"))

    assert (done.state, done.outcome) == (BookingState.ARRIVED, OutcomeId("access_restored"))
    assert await stage.waiting(VISIT_OVER) == [Told(ANNA.id, VISIT_OVER, stage.clock.now())]


async def test_whoever_did_not_come_is_asked_nothing_and_frees_the_desk(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON + minutes(10))
    await stage.visits.mark_arrived(LIBRARIAN, booking.id)

    missed = await stage.visits.mark_no_show(LIBRARIAN, booking.id)

    assert missed.state is BookingState.NO_SHOW
    assert await stage.waiting(VISIT_OVER) == []
    assert (await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")).holds_desk


async def test_a_mark_may_be_changed_even_where_the_desk_is_taken_meanwhile(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON + minutes(10))
    await stage.visits.mark_no_show(LIBRARIAN, booking.id)
    await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")

    arrived = await stage.visits.mark_arrived(LIBRARIAN, booking.id)

    assert (arrived.state, arrived.holds_desk) == (BookingState.ARRIVED, False)


async def test_what_became_of_a_visit_is_not_known_before_it(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON - minutes(61))

    with pytest.raises(TooEarly):
        await stage.visits.mark_arrived(LIBRARIAN, booking.id)
    stage.clock.advance(minutes(60))
    with pytest.raises(TooEarly):
        await stage.visits.mark_no_show(LIBRARIAN, booking.id)


async def test_a_cancelled_visit_is_not_marked(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.cancel(ANNA, booking.id)

    with pytest.raises(Gone):
        await stage.visits.mark_arrived(LIBRARIAN, booking.id)


async def test_only_a_visit_that_took_place_is_rated_from_one_to_five(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    with pytest.raises(Gone):
        await stage.desk.rate(ANNA, booking.id, 5)
    stage.clock.advance(TEN - NOON)
    await stage.visits.mark_arrived(LIBRARIAN, booking.id)

    with pytest.raises(Gone):
        await stage.desk.rate(ANNA, booking.id, 6)
    with pytest.raises(NotYours):
        await stage.desk.rate(LIBRARIAN, booking.id, 5)


async def test_a_visit_corrected_to_missed_has_no_rating(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON)
    await stage.visits.mark_arrived(LIBRARIAN, booking.id)
    await stage.desk.rate(ANNA, booking.id, 5)

    marked_again = await stage.visits.mark_arrived(LIBRARIAN, booking.id)
    missed = await stage.visits.mark_no_show(LIBRARIAN, booking.id)

    assert (marked_again.rating, missed.rating) == (5, None)


async def test_a_walk_in_takes_the_desk_that_is_free(stage: Scene) -> None:
    visit = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", "Пётр")

    assert (visit.origin, visit.state, visit.holds_desk) == (Origin.WALK_IN, BookingState.ARRIVED, True)
    assert (visit.starts_at, visit.citizen, visit.visitor) == (NOON, None, Visitor("Пётр"))
    assert await stage.waiting() == []


async def test_a_walk_in_is_written_down_beside_the_others_where_every_desk_is_taken(stage: Scene) -> None:
    await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", "Пётр")

    beside = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", "Павел")

    assert not beside.holds_desk
    assert len(await stage.visits.day(LIBRARIAN, LIPKI, TUESDAY)) == 2


async def test_two_walk_ins_of_one_minute_and_topic_are_two(stage: Scene) -> None:
    first = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("1", "topics"))
    second = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("2", "one more"))
    typed = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("3"))
    typed_again = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("4"))

    assert await stage.visits.day(LIBRARIAN, LIPKI, TUESDAY) == [first, second, typed, typed_again]


async def test_an_update_delivered_again_is_the_walk_in_that_it_made(stage: Scene) -> None:
    first = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("1", "topics"))
    stage.clock.advance(minutes(60))

    again = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("1", "topics"))

    assert (again, await stage.visits.day(LIBRARIAN, LIPKI, TUESDAY)) == (first, [first])


async def test_a_second_tap_on_one_button_writes_nothing_and_says_so(stage: Scene) -> None:
    first = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("1", "topics"))

    with pytest.raises(SecondTap) as tap:
        await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("2", "topics"))

    assert (tap.value.booking, await stage.visits.day(LIBRARIAN, LIPKI, TUESDAY)) == (first, [first])


async def test_the_same_button_later_is_another_visitor(stage: Scene) -> None:
    first = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("1", "topics"))
    stage.clock.advance(SECOND_TAP)

    assert (await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("2", "topics"))).id != first.id


async def test_the_same_button_after_a_walk_in_struck_off_writes_anew(stage: Scene) -> None:
    first = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("1", "topics"))
    await stage.visits.strike(LIBRARIAN, first.id)

    with pytest.raises(Gone):
        await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("1", "topics"))
    assert (await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport", request=press("2", "topics"))).id != first.id


async def test_a_phone_call_books_without_notice_or_reminders(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(notice_hours=48)) as stage:
        booking = await stage.visits.phoned(LIBRARIAN, wish(TEN, "Пётр"))

        assert (booking.origin, booking.citizen, booking.state) == (Origin.PHONE, None, BookingState.BOOKED)
        assert await stage.waiting() == []
        with pytest.raises(JustTaken):
            await stage.visits.phoned(LIBRARIAN, wish(TEN, "Павел"))


async def test_a_phone_call_for_a_time_that_has_passed_or_without_a_name_is_refused(stage: Scene) -> None:
    with pytest.raises(TooLate):
        await stage.visits.phoned(LIBRARIAN, wish(local("2026-11-24 11:30")))
    with pytest.raises(Nameless):
        await stage.visits.phoned(LIBRARIAN, wish(TEN, " "))


async def test_a_librarian_moves_and_cancels_a_visit_nobody_can_be_written_about(stage: Scene) -> None:
    booking = await stage.visits.phoned(LIBRARIAN, wish(TEN, "Пётр"))

    moved = await stage.desk.move(LIBRARIAN, booking.id, HALF_PAST_TEN)
    cancelled = await stage.desk.cancel(LIBRARIAN, booking.id)

    assert (moved.starts_at, cancelled.state) == (HALF_PAST_TEN, BookingState.CANCELLED)
    assert await stage.waiting() == []


async def test_the_librarians_day_is_for_librarians_alone(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    with pytest.raises(NotYours):
        await stage.visits.day(ANNA, LIPKI, WEDNESDAY)
    with pytest.raises(NotYours):
        await stage.visits.mark_arrived(ANNA, booking.id)
    with pytest.raises(NotYours):
        await stage.visits.walk_in(ANNA, LIPKI, "passport")
    with pytest.raises(NotYours):
        await stage.visits.phoned(ANNA, wish(TEN))


async def test_a_librarian_who_books_for_himself_hears_of_it_once(stage: Scene) -> None:
    booking = await stage.desk.book(LIBRARIAN, wish(TEN))

    with pytest.raises(Overlaps):
        await stage.desk.book(LIBRARIAN, wish(TEN, topic="benefits"))
    assert [told.kind for told in await stage.waiting(BOOKING_MADE)] == [BOOKING_MADE]
    assert await stage.visits.day(LIBRARIAN, LIPKI, WEDNESDAY) == [booking]
