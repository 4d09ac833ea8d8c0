"""How many desks are there while somebody is away, told by days, and given back by whoever returns first."""

from datetime import timedelta

import pytest

from bot.booking.booking import Interval
from bot.booking.refusals import JustTaken, NobodyReceives, NotYours
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.booking.timetable_changes.desks_service import DesksService
from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.people import Address
from tests.booking.absences.two_librarians import (
    COLLEAGUE,
    ONLY_THURSDAY,
    ONLY_WEDNESDAY,
    STAFF,
    TWO_DAYS,
    Desk,
    both_at_ten,
)
from tests.booking.reading_room import ANNA, BORIS, GLEB, LIBRARIAN, LIPKI
from tests.booking.scene import TEN, THURSDAY, WEDNESDAY, day_wish, wish


async def test_an_absence_leaves_a_desk_empty_on_its_days_alone(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    await two_desks.scene.desk.book(ANNA, wish(TEN))
    with pytest.raises(JustTaken):
        await two_desks.scene.desk.book(BORIS, wish(TEN, "Борис"))
    friday = TEN + timedelta(days=2)
    await two_desks.scene.desk.book(BORIS, wish(friday, "Борис"))
    assert (await two_desks.scene.desk.book(GLEB, wish(friday, "Глеб"))).starts_at == friday


async def test_no_desk_is_lost_where_as_many_colleagues_are_there_as_desks(one_desk: Desk) -> None:
    plan = await one_desk.service.plan(LIBRARIAN, TWO_DAYS)

    assert [one.desks for one in plan.centres] == [(DeskRun(TWO_DAYS, 1, 1),)]


async def test_the_last_librarian_who_goes_leaves_nobody_to_book_with(one_desk: Desk) -> None:
    await one_desk.service.note(COLLEAGUE, TWO_DAYS)

    await one_desk.service.note(LIBRARIAN, TWO_DAYS)

    with pytest.raises(JustTaken):
        await one_desk.scene.desk.book(ANNA, wish(TEN))


async def test_as_many_desks_as_before_where_she_says_so(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS, keep_desks=True)

    _, second = await both_at_ten(two_desks)
    assert second.starts_at == TEN


async def test_who_is_over_the_district_and_works_nowhere_takes_no_desk_away(two_desks: Desk) -> None:
    two_desks.colleagues.over_district.add(GLEB)

    with pytest.raises(NotYours):
        await two_desks.service.note(GLEB, TWO_DAYS)

    _, second = await both_at_ten(two_desks)
    assert second.starts_at == TEN


async def test_each_day_has_its_own_desks(one_desk: Desk) -> None:
    """A colleague away on one of the days takes no desk on the others."""
    await one_desk.service.note(COLLEAGUE, ONLY_THURSDAY)

    done = await one_desk.service.note(LIBRARIAN, TWO_DAYS)

    assert [one.desks for one in done.plan.centres] == [
        (DeskRun(ONLY_WEDNESDAY, 1, 1), DeskRun(ONLY_THURSDAY, 1, 0)),
    ]
    await one_desk.scene.desk.book(ANNA, wish(TEN))
    with pytest.raises(JustTaken):
        await one_desk.scene.desk.book(BORIS, wish(TEN + timedelta(days=1), "Борис"))


async def test_other_numbers_on_some_of_the_days_are_told_by_days(two_desks: Desk) -> None:
    desks = DesksService(two_desks.scene.booking_context)
    await desks.set_desks(LIBRARIAN, LIPKI, ONLY_THURSDAY, 1)

    plan = await two_desks.service.plan(LIBRARIAN, TWO_DAYS)

    assert [one.desks for one in plan.centres] == [
        (DeskRun(ONLY_WEDNESDAY, 2, 1), DeskRun(ONLY_THURSDAY, 1, 1)),
    ]


@pytest.mark.parametrize("first", STAFF)
async def test_whoever_comes_back_first_serves_the_one_desk(one_desk: Desk, first: Address) -> None:
    noted = {one: (await one_desk.service.note(one, TWO_DAYS)).absence for one in STAFF}

    done = await one_desk.service.end(first, noted[first].id)

    assert [runs for _, runs in done.desks] == [(DeskRun(TWO_DAYS, 0, 1),)]
    assert (await one_desk.scene.desk.book(ANNA, wish(TEN))).starts_at == TEN


async def test_a_return_tells_that_the_desks_stay_as_few(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)
    done = await two_desks.service.note(COLLEAGUE, TWO_DAYS)

    ended = await two_desks.service.end(COLLEAGUE, done.absence.id, THURSDAY)

    assert [runs for _, runs in ended.desks] == [(DeskRun(ONLY_THURSDAY, 0, 1),)]


async def test_a_return_offers_the_desk_to_the_waitlist(one_desk: Desk) -> None:
    noted = [(await one_desk.service.note(one, TWO_DAYS)).absence for one in STAFF]
    await one_desk.scene.line.join(BORIS, day_wish(WEDNESDAY, "Борис"))

    await one_desk.service.end(LIBRARIAN, noted[0].id)

    assert [told.to for told in await one_desk.scene.waiting("place_offered")] == [BORIS.id]


async def test_the_other_button_of_the_same_preview_changes_the_desks(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    kept = await two_desks.service.note(LIBRARIAN, TWO_DAYS, keep_desks=True)
    first, second = await both_at_ten(two_desks)
    back = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert (kept.is_old, back.is_old) == (False, False)
    assert [one.beyond for one in back.plan.centres] == [(second,)]
    assert first.starts_at == second.starts_at
    assert len(await two_desks.service.standing(LIBRARIAN)) == 1


async def test_a_day_with_hours_opened_besides_is_a_day_of_consultations(one_desk: Desk) -> None:
    saturday = THURSDAY + timedelta(days=2)
    hours = Interval(TEN + timedelta(days=3), TEN + timedelta(days=3, hours=2))
    await ExtraHoursService(one_desk.scene.booking_context).add(LIBRARIAN, LIPKI, hours)

    plan = await one_desk.service.plan(LIBRARIAN, BookableDays(saturday, saturday))

    assert [one.desks for one in plan.centres] == [(DeskRun(BookableDays(saturday, saturday), 1, 1),)]


async def test_hours_are_opened_on_no_day_on_which_everybody_is_away(one_desk: Desk) -> None:
    saturday, at = THURSDAY + timedelta(days=2), TEN + timedelta(days=3)
    for one in STAFF:
        await one_desk.service.note(one, BookableDays(saturday, saturday))
    extra = ExtraHoursService(one_desk.scene.booking_context)

    with pytest.raises(NobodyReceives):
        await extra.plan(LIBRARIAN, LIPKI, Interval(at, at + timedelta(hours=2)))
    with pytest.raises(NobodyReceives):
        await extra.add(LIBRARIAN, LIPKI, Interval(at, at + timedelta(hours=2)))

    assert await extra.ahead(LIPKI) == []


async def test_a_closed_day_is_no_day_of_consultations(one_desk: Desk) -> None:
    await one_desk.scene.closing.close(LIBRARIAN, LIPKI, Interval(TEN, TEN + timedelta(hours=8)))

    plan = await one_desk.service.plan(LIBRARIAN, TWO_DAYS)

    assert [one.desks for one in plan.centres] == [(DeskRun(ONLY_THURSDAY, 1, 1),)]
