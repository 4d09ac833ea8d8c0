from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.booking.booking import BookingState, ClosureId, Interval, joined
from bot.booking.closures.closure_service import Closed
from bot.booking.limits import BookingLimits
from bot.booking.notices import PLACE_OFFERED, VISIT_DISPLACED
from bot.booking.refusals import ClosedDay, Gone, NotBookable, NotYours, TooLate, TooMany
from bot.booking.slots import BookableDays
from tests.booking.reading_room import ANNA, BORIS, GLEB, LIBRARIAN, LIPKI, VERA, local, reading_room
from tests.booking.scene import (
    ELEVEN,
    HALF_PAST_ELEVEN,
    HALF_PAST_TEN,
    TEN,
    TUESDAY,
    WEDNESDAY,
    Scene,
    Told,
    day_wish,
    minutes,
    scene,
    wish,
)

NOON = local("2026-11-24 12:00")
ALL_DAY = Interval(local("2026-11-25 00:00"), local("2026-11-26 00:00"))
MORNING = Interval(TEN, ELEVEN)


async def times(stage: Scene) -> list[str]:
    """What was proposed to the displaced, one string each."""
    rows = await stage.database.read(
        lambda db: db.execute(
            "select payload ->> 'times' from outbox where kind = 'visit_displaced' order by id"
        ).fetchall()
    )
    return [proposed for (proposed,) in rows]


async def test_people_of_a_closed_day_are_offered_three_other_times_each(stage: Scene) -> None:
    anna = await stage.desk.book(ANNA, wish(TEN))
    boris = await stage.desk.book(BORIS, wish(HALF_PAST_TEN))

    closed = await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY, "ремонт")

    assert closed.displaced == tuple(replace(one, state=BookingState.DISPLACED) for one in (anna, boris))
    assert (closed.closure.interval, closed.closure.reason) == (ALL_DAY, "ремонт")
    assert [told for told in await stage.waiting() if told.to != LIBRARIAN.id] == [
        Told(ANNA.id, VISIT_DISPLACED, NOON),
        Told(BORIS.id, VISIT_DISPLACED, NOON),
    ]
    assert await times(stage) == [
        "2026-11-26T07:00:00+00:00 2026-11-26T07:30:00+00:00 2026-11-26T08:00:00+00:00",
        "2026-11-26T08:30:00+00:00 2026-11-26T09:00:00+00:00 2026-11-26T09:30:00+00:00",
    ]


async def test_earlier_times_are_offered_only_where_there_are_no_later_ones(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room("Mo-Fr 10:00-17:00", horizon_days=1)) as stage:
        await stage.desk.book(ANNA, wish(TEN))

        await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

        assert [one[:10] for one in (await times(stage))[0].split()] == ["2026-11-24"] * 3


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], []),
        ([Interval(TEN, ELEVEN), MORNING], [MORNING]),
        ([Interval(HALF_PAST_TEN, ELEVEN), Interval(TEN, HALF_PAST_TEN)], [MORNING]),
        ([ALL_DAY, MORNING], [ALL_DAY]),
        (
            [Interval(ELEVEN, HALF_PAST_ELEVEN), Interval(TEN, HALF_PAST_TEN)],
            [Interval(TEN, HALF_PAST_TEN), Interval(ELEVEN, HALF_PAST_ELEVEN)],
        ),
    ],
)
def test_closed_hours_that_touch_are_told_as_one(parts: list[Interval], whole: list[Interval]) -> None:
    assert joined(parts) == whole


async def test_where_times_are_few_the_same_are_proposed_to_several(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room("Mo-Fr 10:00-11:00", horizon_days=2)) as stage:
        await stage.desk.book(ANNA, wish(TEN))
        await stage.desk.book(BORIS, wish(HALF_PAST_TEN))

        await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

        assert await times(stage) == ["2026-11-26T07:00:00+00:00 2026-11-26T07:30:00+00:00"] * 2


async def test_nothing_is_offered_on_closed_hours(stage: Scene) -> None:
    await stage.closing.close(LIBRARIAN, LIPKI, Interval(TEN, HALF_PAST_ELEVEN))

    free = await stage.desk.free(LIPKI, "passport", BookableDays(WEDNESDAY, WEDNESDAY))

    assert free[0].starts_at == HALF_PAST_ELEVEN
    await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    with pytest.raises(ClosedDay):
        await stage.desk.book(ANNA, wish(TEN))


async def test_only_visits_that_meet_the_closed_hours_are_displaced(stage: Scene) -> None:
    long = await stage.desk.book(ANNA, wish(TEN, topic="benefits"))
    kept = await stage.desk.book(BORIS, wish(ELEVEN))

    hours = Interval(HALF_PAST_TEN, ELEVEN)
    seen = await stage.closing.would_displace(LIBRARIAN, LIPKI, hours)
    closed = await stage.closing.close(LIBRARIAN, LIPKI, hours)

    assert seen == (long,)
    assert [one.id for one in closed.displaced] == [long.id]
    assert await stage.desk.bookings_of(BORIS) == [kept]


async def test_a_visit_that_goes_on_is_left_alone(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON)

    await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    assert await stage.desk.bookings_of(ANNA) == [booking]


async def test_closing_twice_tells_people_once(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(TEN))
    closed = await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    again = await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    assert again == replace(closed, is_old=True)
    assert len(again.displaced) == len(await stage.waiting(VISIT_DISPLACED)) == 1


async def test_closed_twice_it_names_only_those_who_have_no_other_time_yet(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    closed = await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    await stage.desk.move(ANNA, booking.id, local("2026-11-26 10:00"))

    assert await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY) == Closed(closed.closure, (), is_old=True)


async def test_a_displaced_person_chooses_another_time_under_the_same_code(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    moved = await stage.desk.move(ANNA, booking.id, local("2026-11-26 10:00"))

    assert (moved.id, moved.code, moved.state, moved.revision) == (booking.id, booking.code, BookingState.BOOKED, 1)
    assert [told.due_at for told in await stage.waiting("reminder")] == [
        local("2026-11-25 19:00"),
        local("2026-11-26 08:00"),
    ]


async def test_a_displaced_time_passed_does_not_keep_one_from_choosing_another(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    stage.clock.advance(timedelta(days=1))

    assert (await stage.desk.move(ANNA, booking.id, local("2026-11-26 10:00"))).state is BookingState.BOOKED


async def test_a_displaced_visit_counts_among_the_persons_bookings(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", limits=BookingLimits(live_bookings=1)) as stage:
        booking = await stage.desk.book(ANNA, wish(TEN))
        await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

        with pytest.raises(TooMany):
            await stage.desk.book(ANNA, wish(local("2026-11-26 10:00")))

        stage.clock.advance(timedelta(days=1))
        await stage.desk.book(ANNA, wish(local("2026-11-26 10:00")))
        with pytest.raises(TooMany):
            await stage.desk.move(ANNA, booking.id, local("2026-11-26 11:00"))


async def test_those_who_have_not_answered_are_listed_until_called(stage: Scene) -> None:
    anna = await stage.desk.book(ANNA, wish(TEN))
    boris = await stage.desk.book(BORIS, wish(HALF_PAST_TEN))
    vera = await stage.desk.book(VERA, wish(ELEVEN))
    await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    await stage.desk.move(ANNA, anna.id, local("2026-11-26 10:00"))

    assert [one.id for one in await stage.closing.still_to_call(LIBRARIAN, LIPKI)] == [boris.id, vera.id]
    await stage.closing.called(LIBRARIAN, boris.id)
    assert [one.id for one in await stage.closing.still_to_call(LIBRARIAN, LIPKI)] == [vera.id]
    with pytest.raises(Gone):
        await stage.closing.called(LIBRARIAN, anna.id)


async def test_a_displaced_visit_may_be_cancelled_even_later(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    stage.clock.advance(timedelta(days=2))

    assert (await stage.desk.cancel(ANNA, booking.id)).state is BookingState.CANCELLED


async def test_opening_again_brings_the_times_back(stage: Scene) -> None:
    closed = await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    assert await stage.closing.ahead(LIBRARIAN, LIPKI) == [closed.closure]

    assert await stage.closing.reopen(LIBRARIAN, closed.closure.id) == closed.closure

    assert await stage.closing.ahead(LIBRARIAN, LIPKI) == []
    assert (await stage.desk.book(ANNA, wish(TEN))).starts_at == TEN
    with pytest.raises(Gone):
        await stage.closing.reopen(LIBRARIAN, closed.closure.id)


async def test_an_offer_on_closed_hours_is_taken_back_and_the_person_stays_first(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room("Mo-Fr 10:00-11:00")) as stage:
        anna = await stage.desk.book(ANNA, wish(TEN))
        await stage.desk.book(GLEB, wish(HALF_PAST_TEN))
        place = await stage.line.join(BORIS, day_wish(WEDNESDAY))
        await stage.desk.cancel(ANNA, anna.id)

        closed = await stage.closing.close(LIBRARIAN, LIPKI, MORNING)

        assert await stage.waiting(PLACE_OFFERED) == []
        assert await stage.line.entries_of(BORIS, TUESDAY) == [place]
        await stage.closing.reopen(LIBRARIAN, closed.closure.id)
        assert [told.to for told in await stage.waiting(PLACE_OFFERED)] == [BORIS.id]


async def test_a_centre_that_vanished_can_still_be_reopened(stage: Scene) -> None:
    closed = await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    stage.centre = None

    assert await stage.closing.reopen(LIBRARIAN, closed.closure.id) == closed.closure


async def test_only_librarians_of_the_centre_close_hours_that_are_not_over(stage: Scene) -> None:
    with pytest.raises(NotYours):
        await stage.closing.close(ANNA, LIPKI, ALL_DAY)
    with pytest.raises(TooLate):
        await stage.closing.close(LIBRARIAN, LIPKI, Interval(NOON - minutes(60), NOON))
    with pytest.raises(Gone):
        await stage.closing.reopen(LIBRARIAN, ClosureId(5))
    stage.centre = None
    with pytest.raises(NotBookable):
        await stage.closing.still_to_call(LIBRARIAN, LIPKI)
