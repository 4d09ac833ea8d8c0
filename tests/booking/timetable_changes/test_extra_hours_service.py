"""Hours on one day more, on a real database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.booking.booking import Interval
from bot.booking.refusals import ClosedDay, Gone, NotOffered, NotYours, Refusal, TooFar, TooLate
from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.centres.centre import Announcement
from bot.centres.hours.hours import Hours
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, MOSCOW, VERA, local
from tests.booking.scene import Scene, day_wish, wish

SATURDAY = date(2026, 11, 28)
HOURS = Interval(local("2026-11-28 10:00"), local("2026-11-28 11:00"))
TEN, HALF_PAST_TEN = HOURS.start, HOURS.start + timedelta(minutes=30)


@pytest.fixture
def service(stage: Scene) -> ExtraHoursService:
    return ExtraHoursService(stage.booking_context)


async def test_people_see_the_day_and_book_it(stage: Scene, service: ExtraHoursService) -> None:
    with pytest.raises(Refusal):
        await stage.desk.book(ANNA, wish(TEN))

    await service.add(LIBRARIAN, LIPKI, HOURS)

    free = await stage.desk.free(LIPKI, "passport")
    assert [slot.starts_at for slot in free if stage.centre and stage.centre.day(slot.starts_at) == SATURDAY] == [
        TEN,
        HALF_PAST_TEN,
    ]
    assert (await stage.desk.book(ANNA, wish(TEN))).starts_at == TEN


async def test_a_beginning_that_does_not_fit_is_refused(stage: Scene, service: ExtraHoursService) -> None:
    await service.add(LIBRARIAN, LIPKI, HOURS)

    with pytest.raises(NotOffered):
        await stage.desk.book(ANNA, wish(HOURS.end))


async def test_a_preview_writes_nothing_and_tells_what_there_would_be(stage: Scene, service: ExtraHoursService) -> None:
    assert stage.centre
    stage.centre = replace(stage.centre, hours=Hours.parse("Mo-Fr 09:00-18:00", MOSCOW))

    plan = await service.plan(LIBRARIAN, LIPKI, HOURS)

    assert [slot.starts_at for slot in plan.slots] == [TEN, HALF_PAST_TEN]
    assert plan.is_behind_doors
    assert await service.ahead(LIPKI) == []


async def test_added_twice_it_is_one(service: ExtraHoursService) -> None:
    _, first = await service.add(LIBRARIAN, LIPKI, HOURS)

    _, second = await service.add(LIBRARIAN, LIPKI, HOURS)

    assert first == second
    assert await service.ahead(LIPKI) == [first]


async def test_hours_that_are_open_anyway_bring_nothing(service: ExtraHoursService) -> None:
    usual = Interval(local("2026-11-25 10:00"), local("2026-11-25 12:00"))

    assert (await service.plan(LIBRARIAN, LIPKI, usual)).slots == ()


async def test_taken_away_nobody_can_book_it(stage: Scene, service: ExtraHoursService) -> None:
    _, extra = await service.add(LIBRARIAN, LIPKI, HOURS)

    taken = await service.remove(LIBRARIAN, extra.id)

    assert taken.met == ()
    with pytest.raises(Refusal):
        await stage.desk.book(ANNA, wish(TEN))
    with pytest.raises(Gone):
        await service.remove(LIBRARIAN, extra.id)


async def test_with_anybody_booked_nothing_is_taken_away(stage: Scene, service: ExtraHoursService) -> None:
    _, extra = await service.add(LIBRARIAN, LIPKI, HOURS)
    booking = await stage.desk.book(ANNA, wish(TEN))

    taken = await service.remove(LIBRARIAN, extra.id)

    assert taken.met == (booking,)
    assert await service.ahead(LIPKI) == [extra]


async def test_closed_again_they_are_no_longer_shown_and_people_are_moved(
    stage: Scene, service: ExtraHoursService
) -> None:
    await service.add(LIBRARIAN, LIPKI, HOURS)
    await stage.desk.book(ANNA, wish(TEN))

    closed = await stage.closing.close(LIBRARIAN, LIPKI, HOURS)

    assert [one.citizen for one in closed.displaced] == [ANNA]
    assert await service.ahead(LIPKI) == []


async def test_who_waits_for_that_day_is_offered_a_time(stage: Scene, service: ExtraHoursService) -> None:
    short = Interval(HOURS.start, HALF_PAST_TEN)
    await service.add(LIBRARIAN, LIPKI, short)
    await stage.desk.book(ANNA, wish(TEN))
    await stage.line.join(BORIS, day_wish(SATURDAY, "Борис"))

    await service.add(LIBRARIAN, LIPKI, Interval(HALF_PAST_TEN, HOURS.end))

    assert [told.to for told in await stage.waiting("place_offered")] == [BORIS.id]


async def test_rules_of_who_and_when(stage: Scene, service: ExtraHoursService) -> None:
    past, far = (Interval(HOURS.start + by, HOURS.end + by) for by in (-timedelta(days=7), timedelta(days=400)))

    with pytest.raises(NotYours):
        await service.plan(VERA, LIPKI, HOURS)
    with pytest.raises(TooLate):
        await service.plan(LIBRARIAN, LIPKI, past)
    with pytest.raises(TooFar):
        await service.plan(LIBRARIAN, LIPKI, far)
    assert stage.centre
    stage.centre = replace(stage.centre, announcement=Announcement("Ремонт", SATURDAY, closed=True))
    with pytest.raises(ClosedDay):
        await service.plan(LIBRARIAN, LIPKI, HOURS)


async def test_what_people_can_book_by_themselves_begins_after_the_notice(service: ExtraHoursService) -> None:
    """Tuesday noon, two hours ahead at least."""
    plan = await service.plan(LIBRARIAN, LIPKI, Interval(local("2026-11-24 13:00"), local("2026-11-24 14:00")))

    assert [slot.starts_at for slot in plan.slots] == [local("2026-11-24 13:00"), local("2026-11-24 13:30")]
    assert plan.since == local("2026-11-24 14:00")
