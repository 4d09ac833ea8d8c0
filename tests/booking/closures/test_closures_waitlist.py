"""Those who wait for a place on a day that is closed, those to be called, the days that may be closed."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.booking.booking import ClosureId, Interval, Visitor, WaitlistPlaceId, Wish
from bot.booking.closures.call_list import Call, CallList
from bot.booking.closures.told_closures import told_of
from bot.booking.notices import LINE_CLOSED
from bot.booking.refusals import NotBookable, NotYours
from bot.people import Address
from tests.booking.reading_room import ANNA, BORIS, GLEB, LIBRARIAN, LIPKI, VERA, local, reading_room
from tests.booking.scene import (
    ELEVEN,
    HALF_PAST_TEN,
    TEN,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Scene,
    Told,
    day_wish,
    scene,
    wish,
)

NOON = local("2026-11-24 12:00")
ALL_DAY = Interval(local("2026-11-25 00:00"), local("2026-11-26 00:00"))


@dataclass(frozen=True, slots=True)
class Known:
    """Who has stopped the bot."""

    gone: Collection[Address]

    async def reachable(self, person: Address) -> bool:
        return person not in self.gone


@pytest.fixture
async def full(tmp_path: Path) -> AsyncIterator[Scene]:
    """Wednesday has two visits and somebody in line."""
    async with scene(tmp_path / "test.db", reading_room("Mo-Fr 10:00-11:00")) as stage:
        await stage.desk.book(ANNA, wish(TEN))
        await stage.desk.book(GLEB, wish(HALF_PAST_TEN))
        await stage.line.join(BORIS, day_wish(WEDNESDAY))
        yield stage


async def test_who_waits_for_a_closed_day_is_told_and_keeps_the_place(full: Scene) -> None:
    (place,) = await full.line.entries_of(BORIS, TUESDAY)

    closed = await full.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    assert closed.waiting == (place,)
    assert await full.waiting(LINE_CLOSED) == [Told(BORIS.id, LINE_CLOSED, NOON)]
    assert await full.line.entries_of(BORIS, TUESDAY) == [place]
    assert await told_of(full.unit_of_work, place.id, closed.closure.id) == (place, closed.closure)


async def test_closed_twice_who_waits_is_named_and_told_once(full: Scene) -> None:
    closed = await full.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    again = await full.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    assert (again.waiting, await full.waiting(LINE_CLOSED)) == (closed.waiting, [Told(BORIS.id, LINE_CLOSED, NOON)])


async def test_while_hours_are_left_on_the_day_nobody_in_line_is_told(full: Scene) -> None:
    closed = await full.closing.close(LIBRARIAN, LIPKI, Interval(TEN, HALF_PAST_TEN))

    assert (closed.waiting, await full.waiting(LINE_CLOSED)) == ((), [])


async def test_a_topic_that_is_gone_cannot_be_waited_for(full: Scene) -> None:
    full.topics.clear()

    closed = await full.closing.close(LIBRARIAN, LIPKI, Interval(TEN, HALF_PAST_TEN))

    assert [place.citizen for place in closed.waiting] == [BORIS]


async def test_what_is_no_longer_true_is_not_told(full: Scene) -> None:
    closed = await full.closing.close(LIBRARIAN, LIPKI, ALL_DAY)
    (place,) = await full.line.entries_of(BORIS, TUESDAY)

    assert await told_of(full.unit_of_work, place.id, ClosureId(99)) is None
    assert await told_of(full.unit_of_work, WaitlistPlaceId(99), closed.closure.id) is None
    await full.line.leave(BORIS, place.id)
    assert await told_of(full.unit_of_work, place.id, closed.closure.id) is None


async def test_a_closing_of_years_looks_no_farther_than_people_may_book(full: Scene) -> None:
    closed = await full.closing.close(LIBRARIAN, LIPKI, Interval(ALL_DAY.start, ALL_DAY.end + timedelta(days=360)))

    assert [place.citizen for place in closed.waiting] == [BORIS]


async def test_the_reason_goes_to_the_displaced_without_what_is_personal(full: Scene) -> None:
    await full.closing.close(LIBRARIAN, LIPKI, ALL_DAY, "болею, звоните 8 911 123-45-67")

    rows = await full.database.read(
        lambda db: db.execute("select payload ->> 'reason' from outbox where kind = 'visit_displaced'").fetchall()
    )
    assert len(rows) == 2
    assert "123" not in rows[0][0]
    assert rows[0][0].startswith("болею")


async def test_days_to_close_are_those_on_which_anybody_is_still_received(full: Scene) -> None:
    monday, friday = date(2026, 11, 30), date(2026, 11, 27)
    await full.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    assert await full.closing.days_to_close(LIBRARIAN, LIPKI, 3) == [THURSDAY, friday, monday]
    with pytest.raises(NotYours):
        await full.closing.days_to_close(ANNA, LIPKI)


async def test_a_day_is_to_close_while_its_last_visit_is_not_over(stage: Scene) -> None:
    stage.clock.advance(local("2026-11-24 16:59") - NOON)
    assert await stage.closing.days_to_close(LIBRARIAN, LIPKI, 1) == [TUESDAY]

    stage.clock.advance(timedelta(minutes=1))

    assert await stage.closing.days_to_close(LIBRARIAN, LIPKI, 1) == [WEDNESDAY]


async def test_a_centre_without_hours_cannot_be_closed(stage: Scene) -> None:
    stage.centre = None

    with pytest.raises(NotBookable):
        stage.closing.centre(LIBRARIAN, LIPKI)


async def test_those_whom_no_message_reaches_are_called_first(stage: Scene) -> None:
    anna = await stage.desk.book(ANNA, wish(TEN))
    vera = await stage.desk.book(VERA, wish(HALF_PAST_TEN))
    phoned = await stage.visits.phoned(LIBRARIAN, Wish(LIPKI, "passport", ELEVEN, Visitor("Пётр")))
    await stage.closing.close(LIBRARIAN, LIPKI, ALL_DAY)

    calls = await CallList(stage.closing, Known({VERA})).calls_at(LIBRARIAN, LIPKI)

    assert [(call.booking.id, call.reached) for call in calls] == [
        (vera.id, False),
        (phoned.id, False),
        (anna.id, True),
    ]
    assert isinstance(calls[0], Call)
