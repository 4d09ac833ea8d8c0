"""Absences on a real database: desks, visits handed on, the way back."""

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.booking.absences.absence_service import AbsenceService
from bot.booking.absences.notices import VISITS_TO_TAKE
from bot.booking.booking import Booking, Interval
from bot.booking.refusals import Gone, JustTaken, NotYours, TooFar, TooLate
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desk_runs import DeskRun
from bot.booking.timetable_changes.desks_service import DesksService
from bot.booking.timetable_changes.extra_hours_service import ExtraHoursService
from bot.centres.centre import CentreId
from bot.people import Address
from bot.storage.tables.absences import AbsenceTable
from tests.booking.reading_room import ANNA, BORIS, GLEB, LIBRARIAN, LIPKI, VERA, reading_room
from tests.booking.scene import HALF_PAST_TEN, TEN, THURSDAY, TUESDAY, WEDNESDAY, Scene, Told, day_wish, scene, wish

COLLEAGUE = Address("telegram", 901)
STAFF = (LIBRARIAN, COLLEAGUE)
TWO_DAYS = BookableDays(WEDNESDAY, THURSDAY)
ONLY_WEDNESDAY, ONLY_THURSDAY = (BookableDays(day, day) for day in TWO_DAYS)


@dataclass
class TwoLibrarians:
    """Both work at the one centre; who is away is known from the table."""

    table: AbsenceTable
    people: list[Address] = field(default_factory=lambda: list(STAFF))
    off_duty: set[Address] = field(default_factory=set)
    over_district: set[Address] = field(default_factory=set)

    def centres_of(self, person: Address) -> tuple[CentreId, ...]:
        return (LIPKI,) if person in self.over_district else self.workplaces_of(person)

    def workplaces_of(self, person: Address) -> tuple[CentreId, ...]:
        return (LIPKI,) if person in self.people else ()

    def librarians_of(self, centre: CentreId) -> tuple[Address, ...]:
        return tuple(self.people) if centre == LIPKI else ()

    def works_at(self, person: Address, centre: CentreId) -> bool:
        return centre in self.centres_of(person)

    def notice_recipients(self, centre: CentreId) -> tuple[Address, ...]:
        return self.librarians_of(centre)

    def is_away(self, person: Address, day: date) -> bool:
        return self.table.is_away(person, day)

    def is_there(self, person: Address, day: date) -> bool:
        return person not in self.off_duty and not self.is_away(person, day)


@dataclass
class Desk:
    """The service with what stands around it."""

    scene: Scene
    service: AbsenceService
    colleagues: TwoLibrarians
    table: AbsenceTable

    async def told(self) -> list[Told]:
        return await self.scene.waiting(VISITS_TO_TAKE)


def _hire(db: sqlite3.Connection) -> None:
    rows = [(one.channel, one.id, "Имя", LIPKI, "librarian", "2026-11-01T09:00:00+00:00") for one in STAFF]
    db.executemany("insert into librarian (channel, person, name, centre, role, since) values (?, ?, ?, ?, ?, ?)", rows)


async def _desk(built: Scene) -> Desk:
    table = AbsenceTable(built.database)
    colleagues = TwoLibrarians(table)
    await built.database.write(_hire)
    built.booking_context = replace(built.booking_context, staff=colleagues)
    return Desk(built, AbsenceService(built.booking_context, colleagues, table.load), colleagues, table)


@pytest.fixture
async def two_desks(tmp_path: Path) -> AsyncIterator[Desk]:
    """Tuesday noon; two desks, two librarians."""
    async with scene(tmp_path / "test.db", reading_room(desks=2)) as built:
        yield await _desk(built)


@pytest.fixture
async def one_desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """The same with one desk."""
    async with scene(tmp_path / "test.db", reading_room()) as built:
        yield await _desk(built)


async def _both_at_ten(desk: Desk) -> tuple[Booking, Booking]:
    first = await desk.scene.desk.book(ANNA, wish(TEN))
    return first, await desk.scene.desk.book(BORIS, wish(TEN, "Борис"))


async def test_an_absence_leaves_a_desk_empty_on_its_days_alone(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    await two_desks.scene.desk.book(ANNA, wish(TEN))
    with pytest.raises(JustTaken):
        await two_desks.scene.desk.book(BORIS, wish(TEN, "Борис"))
    friday = TEN + timedelta(days=2)
    await two_desks.scene.desk.book(BORIS, wish(friday, "Борис"))
    assert (await two_desks.scene.desk.book(GLEB, wish(friday, "Глеб"))).starts_at == friday


async def test_a_preview_writes_nothing(two_desks: Desk) -> None:
    plan = await two_desks.service.plan(LIBRARIAN, TWO_DAYS)

    assert [one.desks for one in plan.centres] == [(DeskRun(TWO_DAYS, 2, 1),)]
    assert await two_desks.service.standing(LIBRARIAN) == []
    assert not two_desks.table.is_away(LIBRARIAN, WEDNESDAY)


async def test_no_desk_is_lost_where_as_many_colleagues_are_there_as_desks(one_desk: Desk) -> None:
    plan = await one_desk.service.plan(LIBRARIAN, TWO_DAYS)

    assert [one.desks for one in plan.centres] == [(DeskRun(TWO_DAYS, 1, 1),)]


async def test_the_last_librarian_who_goes_leaves_nobody_to_book_with(one_desk: Desk) -> None:
    await one_desk.service.note(COLLEAGUE, TWO_DAYS)

    await one_desk.service.note(LIBRARIAN, TWO_DAYS)

    with pytest.raises(JustTaken):
        await one_desk.scene.desk.book(ANNA, wish(TEN))


async def test_visits_beyond_the_desks_are_offered_to_the_colleague_and_stay_booked(two_desks: Desk) -> None:
    first, second = await _both_at_ten(two_desks)

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
    await _both_at_ten(two_desks)
    two_desks.colleagues.off_duty.add(COLLEAGUE)

    plan = await two_desks.service.plan(LIBRARIAN, TWO_DAYS)

    assert [(len(one.unoffered), one.offers) for one in plan.centres] == [(1, ())]


async def test_to_note_it_twice_tells_nobody_twice_and_takes_one_desk(two_desks: Desk) -> None:
    await _both_at_ten(two_desks)
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


async def test_as_many_desks_as_before_where_she_says_so(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS, keep_desks=True)

    _, second = await _both_at_ten(two_desks)
    assert second.starts_at == TEN


async def test_absences_end_with_the_work_at_the_centre_and_with_the_person(two_desks: Desk) -> None:
    await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    await two_desks.scene.desk.forget(LIBRARIAN)

    _, second = await _both_at_ten(two_desks)
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


async def test_who_is_over_the_district_and_works_nowhere_takes_no_desk_away(two_desks: Desk) -> None:
    two_desks.colleagues.over_district.add(GLEB)

    with pytest.raises(NotYours):
        await two_desks.service.note(GLEB, TWO_DAYS)

    _, second = await _both_at_ten(two_desks)
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
    first, second = await _both_at_ten(two_desks)
    back = await two_desks.service.note(LIBRARIAN, TWO_DAYS)

    assert (kept.is_old, back.is_old) == (False, False)
    assert [one.beyond for one in back.plan.centres] == [(second,)]
    assert first.starts_at == second.starts_at
    assert len(await two_desks.service.standing(LIBRARIAN)) == 1


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


async def test_a_day_with_hours_opened_besides_is_a_day_of_consultations(one_desk: Desk) -> None:
    saturday = THURSDAY + timedelta(days=2)
    hours = Interval(TEN + timedelta(days=3), TEN + timedelta(days=3, hours=2))
    await ExtraHoursService(one_desk.scene.booking_context).add(LIBRARIAN, LIPKI, hours)

    plan = await one_desk.service.plan(LIBRARIAN, BookableDays(saturday, saturday))

    assert [one.desks for one in plan.centres] == [(DeskRun(BookableDays(saturday, saturday), 1, 1),)]
