"""One answer to «may this time be booked», whoever asks: the list, the check, the booking, the move, the librarian."""

from collections.abc import Awaitable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.booking.booking import Interval, Visitor
from bot.booking.draft import BookingDraft
from bot.booking.limits import BookingLimits
from bot.booking.proposed_time import ProposedTime, Situation, refusal_of
from bot.booking.refusals import (
    ClosedDay,
    JustTaken,
    NotBookable,
    NotOffered,
    Overlaps,
    Refusal,
    TooFar,
    TooLate,
    TooMany,
    TooSoon,
    TopicGone,
)
from bot.booking.slots import BookableDays, Occupancy, bookable_days, earliest, free_slots
from bot.centres.centre import CentreId
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, MOSCOW, VERA, local, reading_room
from tests.booking.scene import ELEVEN, HALF_PAST_TEN, ONE_HOUR, TEN, WEDNESDAY, Scene, day_wish, minutes, scene, wish

ROOM = reading_room(desks=2)
NOON = local("2026-11-24 12:00")
HALF_HOUR = timedelta(minutes=30)

moments = st.integers(0, 21 * 24 * 4).map(lambda quarter: NOON - timedelta(days=1) + quarter * minutes(15))
hours = st.tuples(moments, st.integers(1, 8)).map(lambda one: Interval(one[0], one[0] + one[1] * minutes(30)))


def drafted(starts_at: str, called: str = "Анна", *, for_other: bool = False) -> BookingDraft:
    draft = BookingDraft("passport", LIPKI, visitor=Visitor(called, for_other=for_other))
    return draft.with_moment(local(starts_at), MOSCOW)


async def answer(work: Awaitable[object]) -> Refusal | None:
    try:
        await work
    except Refusal as no:
        return no
    return None


@given(at=moments, held=st.lists(hours, max_size=12), closed=st.lists(hours, max_size=3))
def test_a_time_may_be_booked_exactly_where_the_list_offers_it(
    at: datetime, held: list[Interval], closed: list[Interval]
) -> None:
    taken, day = Occupancy(held, closed), ROOM.day(at)
    listed = free_slots(ROOM, bookable_days(ROOM, NOON), HALF_HOUR, taken, earliest(ROOM, NOON))

    no = refusal_of(ProposedTime(ROOM, HALF_HOUR, day, at), Situation(NOON, BookingLimits(), taken))

    assert (no is None) == any(slot.starts_at == at for slot in listed)


@pytest.mark.parametrize(
    ("starts_at", "kind"),
    [
        ("2026-11-24 11:30", TooLate),
        ("2026-11-24 12:30", TooSoon),
        ("2026-12-24 10:00", TooFar),
        ("2026-11-28 10:00", ClosedDay),
        ("2026-11-25 10:15", NotOffered),
        ("2026-11-25 11:00", JustTaken),
        ("2026-11-25 10:00", Overlaps),
        ("2026-11-25 12:00", type(None)),
    ],
)
async def test_choosing_confirming_moving_and_a_librarian_hear_the_same(
    stage: Scene, starts_at: str, kind: type
) -> None:
    await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(BORIS, wish(ELEVEN))
    other = await stage.desk.book(ANNA, wish(local("2026-11-26 10:00"), "мама", for_other=True))
    me, mother = wish(local(starts_at)), wish(local(starts_at), "мама", for_other=True)

    chosen = await answer(stage.desk.check(ANNA, drafted(starts_at)))
    moved = await answer(stage.desk.move(ANNA, other.id, mother.starts_at, trial=True))
    phoned = await answer(stage.visits.phoned(LIBRARIAN, me, trial=True))
    booked = await answer(stage.desk.book(ANNA, me))

    not_her_own = JustTaken if kind is Overlaps else kind
    assert [type(one) for one in (chosen, moved)] == [kind, not_her_own]
    assert type(booked) is (type(None) if kind is Overlaps else kind)  # the second tap of one booking
    assert type(phoned) is (type(None) if kind is TooSoon else not_her_own)


async def test_a_refused_choice_brings_the_nearest_free_times_as_the_booking_does(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(ELEVEN))

    chosen = await answer(stage.desk.check(BORIS, drafted("2026-11-25 11:00", "Боря")))
    booked = await answer(stage.desk.book(BORIS, wish(ELEVEN, "Боря")))

    assert chosen == booked
    assert isinstance(chosen, JustTaken)
    assert len(chosen.nearest) == 3


async def test_what_is_not_known_forbids_nothing(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(TEN))
    nobody = BookingDraft("passport", LIPKI).with_moment(TEN, MOSCOW)
    checked = [
        await answer(stage.desk.check(BORIS, draft))
        for draft in (
            BookingDraft(),
            BookingDraft(at=time(10, 15)),
            BookingDraft(centre=LIPKI, day=WEDNESDAY, visitor=Visitor("Боря")),
            BookingDraft("passport", LIPKI, WEDNESDAY),
            BookingDraft("passport", LIPKI, at=time(3)),
        )
    ]

    assert checked == [None] * 5
    assert isinstance(await answer(stage.desk.check(BORIS, nobody)), JustTaken)
    assert isinstance(await answer(stage.desk.check(ANNA, nobody)), Overlaps)  # taken by nobody but the same person


async def test_each_known_fact_may_forbid_alone(stage: Scene) -> None:
    for starts_at in (TEN, HALF_PAST_TEN, ELEVEN):
        await stage.desk.book(ANNA, wish(starts_at))

    assert await answer(stage.desk.check(ANNA, BookingDraft())) == TooMany(3)
    assert await answer(stage.desk.check(BORIS, BookingDraft(centre=CentreId("nowhere")))) == NotBookable("nowhere")
    assert await answer(stage.desk.check(BORIS, BookingDraft("alchemy"))) == TopicGone("alchemy")
    for day, kind in ((date(2026, 11, 28), ClosedDay), (date(2026, 12, 24), TooFar), (date(2026, 11, 23), TooLate)):
        assert type(await answer(stage.desk.check(BORIS, BookingDraft("passport", LIPKI, day)))) is kind


async def test_a_move_is_not_in_its_own_way(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(ONE_HOUR, minutes=15)) as stage:
        booking = await stage.desk.book(ANNA, wish(TEN))

        moved = await stage.desk.move(ANNA, booking.id, TEN + minutes(15))

    assert moved.starts_at == TEN + minutes(15)


async def test_an_offer_is_refused_only_for_the_persons_own_other_bookings(short: Scene) -> None:
    anna = await short.desk.book(ANNA, wish(TEN))
    await short.desk.book(BORIS, wish(HALF_PAST_TEN))
    await short.line.join(VERA, day_wish(WEDNESDAY))
    await short.desk.cancel(ANNA, anna.id)
    (offer,) = await short.desk.bookings_of(VERA)

    accepted = await short.line.accept(VERA, offer.id)

    assert (accepted.starts_at, await short.desk.free(LIPKI, "passport", BookableDays(WEDNESDAY, WEDNESDAY))) == (
        TEN,
        [],
    )
