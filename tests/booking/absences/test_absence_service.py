"""Absences on a real database: desks, visits handed on, the way back."""

from datetime import timedelta

import pytest

from bot.booking.refusals import Gone, JustTaken, NotYours, TooFar, TooLate
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desk_runs import DeskRun
from tests.booking.absences.two_librarians import COLLEAGUE, ONLY_THURSDAY, ONLY_WEDNESDAY, TWO_DAYS, Desk, both_at_ten
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, VERA
from tests.booking.scene import HALF_PAST_TEN, TEN, THURSDAY, TUESDAY, WEDNESDAY, wish


async def test_a_preview_writes_nothing(two_desks: Desk) -> None:
    plan = await two_desks.service.plan(LIBRARIAN, TWO_DAYS)

    assert [one.desks for one in plan.centres] == [(DeskRun(TWO_DAYS, 2, 1),)]
    assert await two_desks.service.standing(LIBRARIAN) == []
    assert not two_desks.table.is_away(LIBRARIAN, WEDNESDAY)


async def test_visits_beyond_the_desks_are_offered_to_the_colleague_and_stay_booked(two_desks: Desk) -> None:
    first, second = await both_at_ten(two_desks)

    done = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert [one.beyond for one in done.plan.centres] == [(second,)]
    assert [told.to for told in await two_desks.told()] == [COLLEAGUE.id]
    assert await two_desks.scene.table() == [first, second]


async def test_what_she_had_taken_on_is_free_for_the_colleague(two_desks: Desk) -> None:
    booking = await two_desks.scene.desk.book(ANNA, wish(TEN))
    await two_desks.scene.visits.take_on(LIBRARIAN, booking.id)

    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert [one.taken_by for one in await two_desks.scene.table()] == [None]
    assert [told.to for told in await two_desks.told()] == [COLLEAGUE.id]


async def test_nobody_is_told_where_the_colleague_is_off_duty_or_away(two_desks: Desk) -> None:
    await both_at_ten(two_desks)
    two_desks.colleagues.off_duty.add(COLLEAGUE)

    plan = await two_desks.service.plan(LIBRARIAN, TWO_DAYS)

    assert [(len(one.unoffered), one.offers) for one in plan.centres] == [(1, ())]


async def test_to_note_it_twice_tells_nobody_twice_and_takes_one_desk(two_desks: Desk) -> None:
    await both_at_ten(two_desks)
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    again = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert again.is_old
    assert len(await two_desks.told()) == 1
    assert len(await two_desks.service.standing(LIBRARIAN)) == 1


async def test_days_that_meet_become_one_absence(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    done = await two_desks.service.note(LIBRARIAN, BookableDays(THURSDAY, THURSDAY + timedelta(days=5)))

    assert done.absence.days == BookableDays(WEDNESDAY, THURSDAY + timedelta(days=5))
    assert [one.days for one in await two_desks.service.standing(LIBRARIAN)] == [done.absence.days]


async def test_back_earlier_gives_the_desk_back_from_that_day(two_desks: Desk) -> None:
    done = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    left = (await two_desks.service.end(LIBRARIAN, done.absence.id, THURSDAY)).left

    thursday = HALF_PAST_TEN + timedelta(days=1)
    assert left is not None
    assert left.days == BookableDays(WEDNESDAY, WEDNESDAY)
    await two_desks.scene.desk.book(ANNA, wish(thursday))
    assert (await two_desks.scene.desk.book(BORIS, wish(thursday, "Борис"))).starts_at == thursday


async def test_taken_back_before_it_began_it_never_was(two_desks: Desk) -> None:
    done = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert (await two_desks.service.end(LIBRARIAN, done.absence.id)).left is None

    assert await two_desks.service.standing(LIBRARIAN) == []
    with pytest.raises(Gone):
        await two_desks.service.end(LIBRARIAN, done.absence.id)


async def test_the_day_after_she_is_there_by_herself(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert two_desks.table.is_away(LIBRARIAN, THURSDAY)
    assert not two_desks.table.is_away(LIBRARIAN, THURSDAY + timedelta(days=1))


async def test_absences_end_with_the_work_at_the_centre_and_with_the_person(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    await two_desks.scene.desk.forget(LIBRARIAN)

    _, second = await both_at_ten(two_desks)
    assert second.starts_at == TEN
    assert await two_desks.service.standing(LIBRARIAN) == []


async def test_days_that_are_over_or_far_away_or_of_a_stranger_are_refused(two_desks: Desk) -> None:
    yesterday = TUESDAY - timedelta(days=1)

    with pytest.raises(TooLate):
        await two_desks.service.plan(LIBRARIAN, BookableDays(yesterday, yesterday))
    with pytest.raises(TooFar):
        await two_desks.service.plan(LIBRARIAN, BookableDays(WEDNESDAY, WEDNESDAY + timedelta(days=400)))
    with pytest.raises(NotYours):
        await two_desks.service.plan(VERA, TWO_DAYS)


async def test_an_older_preview_changes_no_longer_absence(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    again = await two_desks.service.note(LIBRARIAN, ONLY_WEDNESDAY, keep_desks=True)

    assert again.is_old
    await two_desks.scene.desk.book(ANNA, wish(TEN))
    with pytest.raises(JustTaken):
        await two_desks.scene.desk.book(BORIS, wish(TEN, "Борис"))


async def test_visits_are_offered_on_the_days_when_the_colleague_is_there(two_desks: Desk) -> None:
    wednesday = await two_desks.scene.desk.book(ANNA, wish(TEN))
    thursday = await two_desks.scene.desk.book(BORIS, wish(TEN + timedelta(days=1), "Борис"))
    for booking in (wednesday, thursday):
        await two_desks.scene.visits.take_on(LIBRARIAN, booking.id)
    await two_desks.service.note(COLLEAGUE, ONLY_THURSDAY)

    (plan,) = (await two_desks.service.note(LIBRARIAN, TWO_DAYS)).plan.centres

    assert [(offer.to, [one.id for one in offer.visits]) for offer in plan.offers] == [(COLLEAGUE, [wednesday.id])]
    assert [one.id for one in plan.unoffered] == [thursday.id]
