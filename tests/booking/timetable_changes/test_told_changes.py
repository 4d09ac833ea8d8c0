"""Colleagues are told of changes of the timetable: each once, signed, by day, never their author."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.booking.booking import Interval
from bot.booking.closures.closure_service import ClosureService
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desks_service import DesksService
from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.booking.timetable_changes.told_changes import TIMETABLE_CHANGED
from bot.centres.centre import CentreId
from bot.people import Address
from tests.booking.reading_room import LIBRARIAN, LIPKI, local, reading_room
from tests.booking.scene import TEN, THURSDAY, WEDNESDAY, Scene, scene

COLLEAGUE = Address("telegram", 901)
TWO_DAYS = BookableDays(WEDNESDAY, THURSDAY)


@dataclass(frozen=True)
class Both:
    """Two librarians of the one centre."""

    def notice_recipients(self, _: CentreId) -> tuple[Address, ...]:
        return LIBRARIAN, COLLEAGUE

    def works_at(self, person: Address, _: CentreId) -> bool:
        return person in {LIBRARIAN, COLLEAGUE}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Scene]:
    """Tuesday noon; two desks."""
    async with scene(tmp_path / "test.db", reading_room(desks=2)) as built:
        built.booking_context = replace(built.booking_context, staff=Both())
        yield built


async def test_the_colleague_is_told_of_each_change_and_its_author_of_none(stage: Scene) -> None:
    desks, extra = DesksService(stage.booking_context), ExtraHoursService(stage.booking_context)
    closing = ClosureService(stage.booking_context)

    await desks.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)
    await extra.add(LIBRARIAN, LIPKI, Interval(TEN + timedelta(days=3), TEN + timedelta(days=3, hours=2)))
    await closing.close(LIBRARIAN, LIPKI, Interval(TEN, TEN + timedelta(hours=1)))

    told = await stage.waiting(TIMETABLE_CHANGED)
    assert [one.to for one in told] == [COLLEAGUE.id] * 3


async def test_the_same_again_is_told_once(stage: Scene) -> None:
    desks = DesksService(stage.booking_context)

    for _ in range(2):
        await desks.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)

    assert len(await stage.waiting(TIMETABLE_CHANGED)) == 1


async def test_at_night_it_waits_for_the_morning(stage: Scene) -> None:
    _at_night(stage)

    await ClosureService(stage.booking_context).close(LIBRARIAN, LIPKI, Interval(TEN, TEN + timedelta(hours=1)))

    (told,) = await stage.waiting(TIMETABLE_CHANGED)
    assert told.due_at == local(f"{WEDNESDAY} 08:00")


async def test_what_was_closed_and_opened_again_in_one_night_is_not_told(stage: Scene) -> None:
    _at_night(stage)
    closing = ClosureService(stage.booking_context)

    closed = await closing.close(LIBRARIAN, LIPKI, Interval(TEN, TEN + timedelta(hours=1)))
    await closing.reopen(LIBRARIAN, closed.closure.id)

    assert await stage.waiting(TIMETABLE_CHANGED) == []


async def test_a_number_of_desks_set_and_taken_back_in_one_night_is_not_told(stage: Scene) -> None:
    _at_night(stage)
    desks = DesksService(stage.booking_context)

    await desks.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)
    (change,) = await desks.ahead(LIBRARIAN, LIPKI)
    await desks.reset(LIBRARIAN, change.id)

    assert await stage.waiting(TIMETABLE_CHANGED) == []


async def test_hours_opened_and_taken_away_in_one_night_are_not_told(stage: Scene) -> None:
    _at_night(stage)
    extra = ExtraHoursService(stage.booking_context)

    _, opened = await extra.add(LIBRARIAN, LIPKI, Interval(TEN + timedelta(days=3), TEN + timedelta(days=3, hours=2)))
    await extra.remove(LIBRARIAN, opened.id)

    assert await stage.waiting(TIMETABLE_CHANGED) == []


async def test_what_was_opened_and_closed_again_as_it_was_in_one_night_is_not_told(stage: Scene) -> None:
    closing, hours = ClosureService(stage.booking_context), Interval(TEN + timedelta(days=1), TEN + timedelta(days=2))
    closed = await closing.close(LIBRARIAN, LIPKI, hours)
    await _all_sent(stage)
    _at_night(stage)

    await closing.reopen(LIBRARIAN, closed.closure.id)
    await closing.close(LIBRARIAN, LIPKI, hours)

    assert await stage.waiting(TIMETABLE_CHANGED) == []


async def test_who_closed_is_told_at_night_that_a_colleague_opened_again(stage: Scene) -> None:
    _at_night(stage)
    closing = ClosureService(stage.booking_context)

    closed = await closing.close(LIBRARIAN, LIPKI, Interval(TEN, TEN + timedelta(hours=1)))
    await closing.reopen(COLLEAGUE, closed.closure.id)

    assert [one.to for one in await stage.waiting(TIMETABLE_CHANGED)] == [LIBRARIAN.id]


def _at_night(stage: Scene) -> None:
    stage.clock.advance(local(f"{WEDNESDAY} 02:00") - stage.clock.now())


async def _all_sent(stage: Scene) -> None:
    await stage.database.write(lambda db: db.execute("update outbox set state = 'sent' where state = 'waiting'"))
