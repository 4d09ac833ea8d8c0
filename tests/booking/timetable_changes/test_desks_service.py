"""Another number of desks for some days, on a real database."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.booking.booking import Interval
from bot.booking.refusals import Gone, JustTaken, NotBookable, NotYours, TooFar, TooLate
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.booking.timetable_changes.desks_service import DesksService
from tests.booking.reading_room import ANNA, BORIS, GLEB, LIBRARIAN, LIPKI, VERA, reading_room
from tests.booking.scene import TEN, THURSDAY, TUESDAY, WEDNESDAY, Scene, day_wish, scene, wish

TWO_DAYS = BookableDays(WEDNESDAY, THURSDAY)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Scene]:
    """Tuesday noon; two desks."""
    async with scene(tmp_path / "test.db", reading_room(desks=2)) as built:
        yield built


@pytest.fixture
def service(stage: Scene) -> DesksService:
    return DesksService(stage.booking_context)


async def test_one_desk_for_a_while_and_two_again_after_it(stage: Scene, service: DesksService) -> None:
    await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)

    await stage.desk.book(ANNA, wish(TEN))
    with pytest.raises(JustTaken):
        await stage.desk.book(BORIS, wish(TEN, "Борис"))
    friday = TEN + timedelta(days=2)
    await stage.desk.book(BORIS, wish(friday, "Борис"))
    assert (await stage.desk.book(GLEB, wish(friday, "Глеб"))).starts_at == friday


async def test_more_desks_for_a_while(stage: Scene, service: DesksService) -> None:
    await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 3)

    await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(BORIS, wish(TEN, "Борис"))
    assert (await stage.desk.book(GLEB, wish(TEN, "Глеб"))).starts_at == TEN


async def test_who_is_booked_beyond_it_is_named_and_stays_booked(stage: Scene, service: DesksService) -> None:
    first = await stage.desk.book(ANNA, wish(TEN))
    second = await stage.desk.book(BORIS, wish(TEN, "Борис"))

    plan = await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)

    assert plan.beyond == (second,)
    assert await stage.table() == [first, second]


async def test_a_preview_writes_nothing(service: DesksService) -> None:
    plan = await service.plan(LIBRARIAN, LIPKI, TWO_DAYS, 1)

    assert (plan.runs, plan.desks, plan.set_before) == ((DeskRun(TWO_DAYS, 2, 1),), 1, None)
    assert await service.ahead(LIBRARIAN, LIPKI) == []


async def test_the_same_twice_is_one_and_the_last_number_counts(stage: Scene, service: DesksService) -> None:
    await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)
    await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)
    stage.clock.advance(timedelta(minutes=1))
    await service.set_desks(LIBRARIAN, LIPKI, BookableDays(WEDNESDAY, WEDNESDAY), 2)

    await stage.desk.book(ANNA, wish(TEN))
    assert (await stage.desk.book(BORIS, wish(TEN, "Борис"))).starts_at == TEN
    assert [one.desks for one in await service.ahead(LIBRARIAN, LIPKI)] == [1, 2]


async def test_taken_back_the_waitlist_gets_the_desk(stage: Scene, service: DesksService) -> None:
    stage.centre = reading_room("Mo-Fr 10:00-10:30", desks=2)
    await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)
    await stage.desk.book(ANNA, wish(TEN))
    await stage.line.join(BORIS, day_wish(WEDNESDAY, "Борис"))
    (change,) = await service.ahead(LIBRARIAN, LIPKI)

    await service.reset(LIBRARIAN, change.id)

    assert [told.to for told in await stage.waiting("place_offered")] == [BORIS.id]
    with pytest.raises(Gone):
        await service.reset(LIBRARIAN, change.id)


async def test_taken_back_the_number_that_was_set_before_holds_again(stage: Scene, service: DesksService) -> None:
    await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 3)
    stage.clock.advance(timedelta(minutes=1))
    await service.set_desks(LIBRARIAN, LIPKI, BookableDays(THURSDAY, THURSDAY), 1)
    thursday = next(one for one in await service.ahead(LIBRARIAN, LIPKI) if one.desks == 1)

    done = await service.reset(LIBRARIAN, thursday.id)

    assert done.runs == (DeskRun(BookableDays(THURSDAY, THURSDAY), 1, 3),)


async def test_a_number_over_days_that_differ_is_told_by_days(stage: Scene, service: DesksService) -> None:
    await service.set_desks(LIBRARIAN, LIPKI, BookableDays(THURSDAY, THURSDAY), 3)
    stage.clock.advance(timedelta(minutes=1))

    plan = await service.plan(LIBRARIAN, LIPKI, TWO_DAYS, 1)

    wednesday, thursday = (BookableDays(day, day) for day in TWO_DAYS)
    assert plan.runs == (DeskRun(wednesday, 2, 1), DeskRun(thursday, 3, 1))


async def test_rules_of_who_and_when(service: DesksService) -> None:
    yesterday = TUESDAY - timedelta(days=1)

    with pytest.raises(NotYours):
        await service.plan(VERA, LIPKI, TWO_DAYS, 1)
    with pytest.raises(TooLate):
        await service.plan(LIBRARIAN, LIPKI, BookableDays(yesterday, yesterday), 1)
    with pytest.raises(TooFar):
        await service.plan(LIBRARIAN, LIPKI, BookableDays(WEDNESDAY, WEDNESDAY + timedelta(days=900)), 1)
    with pytest.raises(NotBookable):
        await service.plan(LIBRARIAN, "nowhere", TWO_DAYS, 1)


async def test_numbers_that_are_over_are_ended(stage: Scene, service: DesksService) -> None:
    await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)

    await stage.end(stage.clock.now() + timedelta(days=30))

    assert await service.ahead(LIBRARIAN, LIPKI) == []


async def test_what_was_named_for_a_day_counts_and_not_the_usual_number(service: DesksService) -> None:
    await service.set_desks(LIBRARIAN, LIPKI, BookableDays(THURSDAY, THURSDAY), 3)

    assert await service.named(LIBRARIAN, LIPKI, TWO_DAYS) == [
        (BookableDays(WEDNESDAY, WEDNESDAY), 2),
        (BookableDays(THURSDAY, THURSDAY), 3),
    ]


async def test_a_closed_day_is_not_told_to_have_the_number(stage: Scene, service: DesksService) -> None:
    await stage.closing.close(LIBRARIAN, LIPKI, Interval(TEN, TEN + timedelta(hours=8)))

    plan = await service.set_desks(LIBRARIAN, LIPKI, TWO_DAYS, 1)

    assert plan.runs == (DeskRun(BookableDays(THURSDAY, THURSDAY), 2, 1),)
