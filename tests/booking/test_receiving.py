"""Who receives a visitor, visitors found by their code, people on the phone and at the door."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.booking.booking import BookingState, VisitCode, Visitor
from bot.booking.consultation_log.log_refusals import StruckTooLate
from bot.booking.refusals import Gone, Nameless, NotYours, SecondTap
from bot.people import Address
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, local, reading_room
from tests.booking.scene import HALF_PAST_TEN, TEN, WEDNESDAY, Scene, minutes, press, scene, wish

SECOND = Address("telegram", 901)


class TwoLibrarians:
    """Both work at the one centre."""

    def notice_recipients(self, centre: str) -> tuple[Address, ...]:
        return (LIBRARIAN, SECOND) if centre == LIPKI else ()

    def works_at(self, person: Address, centre: str) -> bool:
        return person in self.notice_recipients(centre)


@pytest.fixture
async def two(stage: Scene) -> Scene:
    object.__setattr__(stage.booking_context, "staff", TwoLibrarians())
    return stage


async def test_the_visit_shows_who_takes_it(two: Scene) -> None:
    booking = await two.desk.book(ANNA, wish(TEN))

    taken = await two.visits.take_on(LIBRARIAN, booking.id)

    assert taken == replace(booking, taken_by=LIBRARIAN)
    assert await two.visits.day(SECOND, LIPKI, two.booking_context.bookable(LIPKI).day(TEN)) == [taken]
    assert [told.kind for told in await two.waiting("booking")] == ["booking_made", "booking_made"]


async def test_a_second_librarian_learns_who_has_it_and_may_take_it_over(two: Scene) -> None:
    booking = await two.desk.book(ANNA, wish(TEN))
    await two.visits.take_on(LIBRARIAN, booking.id)

    assert (await two.visits.take_on(SECOND, booking.id)).taken_by == LIBRARIAN
    assert (await two.visits.take_on(SECOND, booking.id, over=True)).taken_by == SECOND


async def test_only_he_who_has_it_gives_it_back(two: Scene) -> None:
    booking = await two.desk.book(ANNA, wish(TEN))
    await two.visits.take_on(LIBRARIAN, booking.id)

    assert (await two.visits.give_back(SECOND, booking.id)).taken_by == LIBRARIAN
    assert await two.visits.give_back(LIBRARIAN, booking.id) == booking
    with pytest.raises(NotYours):
        await two.visits.give_back(ANNA, booking.id)


async def test_a_move_leaves_it_with_whoever_took_it(two: Scene) -> None:
    booking = await two.desk.book(ANNA, wish(TEN))
    await two.visits.take_on(LIBRARIAN, booking.id)

    assert (await two.desk.move(ANNA, booking.id, HALF_PAST_TEN)).taken_by == LIBRARIAN


async def test_a_visit_given_up_is_not_taken(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    with pytest.raises(NotYours):
        await stage.visits.take_on(ANNA, booking.id)
    await stage.desk.cancel(ANNA, booking.id)

    with pytest.raises(Gone):
        await stage.visits.take_on(LIBRARIAN, booking.id)


async def test_whoever_is_forgotten_receives_nobody_any_more(two: Scene) -> None:
    booking = await two.desk.book(ANNA, wish(TEN))
    await two.visits.take_on(LIBRARIAN, booking.id)

    await two.desk.forget(LIBRARIAN)

    assert await two.desk.told_of(booking.id) == booking


async def test_who_received_a_visitor_is_forgotten_with_the_visitor(two: Scene) -> None:
    booking = await two.desk.book(ANNA, wish(TEN))
    await two.visits.take_on(LIBRARIAN, booking.id)

    await two.end(HALF_PAST_TEN + minutes(1))

    assert await two.desk.told_of(booking.id) == replace(booking, citizen=None, visitor=Visitor(""))


async def test_a_visit_is_found_by_its_code_today_and_later(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    other = VisitCode("2222" if booking.code != "2222" else "3333")

    assert await stage.visits.with_code(LIBRARIAN, booking.code, [LIPKI]) == [booking]
    assert await stage.visits.with_code(LIBRARIAN, other, [LIPKI]) == []
    assert await stage.visits.with_code(ANNA, booking.code, [LIPKI]) == []
    stage.clock.advance(minutes(60 * 48))
    assert await stage.visits.with_code(LIBRARIAN, booking.code, [LIPKI]) == []


async def test_a_name_may_follow_for_whoever_a_librarian_has_entered(stage: Scene) -> None:
    came, booked = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport"), await stage.desk.book(ANNA, wish(TEN))

    assert (await stage.visits.call(LIBRARIAN, came.id, " Пётр\n")).visitor == Visitor("Пётр")
    assert (await stage.desk.told_of(came.id)) == replace(came, visitor=Visitor("Пётр"))
    with pytest.raises(Nameless):
        await stage.visits.call(LIBRARIAN, came.id, "\n")
    with pytest.raises(Gone):
        await stage.visits.call(LIBRARIAN, booked.id, "Пётр")
    with pytest.raises(NotYours):
        await stage.visits.call(BORIS, came.id, "Пётр")


async def test_a_walk_in_written_down_by_mistake_is_struck_off(stage: Scene) -> None:
    came, booked = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport"), await stage.desk.book(ANNA, wish(TEN))

    struck = await stage.visits.strike(LIBRARIAN, came.id)

    assert struck.state is BookingState.CANCELLED
    assert (await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")).holds_desk
    with pytest.raises(Gone):
        await stage.visits.strike(LIBRARIAN, booked.id)


async def test_a_walk_in_of_a_month_whose_report_stands_is_not_struck_off(stage: Scene) -> None:
    came = await stage.visits.walk_in(LIBRARIAN, LIPKI, "passport")
    stage.clock.advance(timedelta(days=12))  # 6 December

    with pytest.raises(StruckTooLate):
        await stage.visits.strike(LIBRARIAN, came.id)
    assert (await stage.visits.find_booking(LIBRARIAN, came.id)).state is BookingState.ARRIVED


async def test_two_people_on_the_phone_who_give_no_name_are_two(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(desks=2)) as stage:
        nameless = wish(TEN, "Без имени")
        first = await stage.visits.phoned(LIBRARIAN, nameless, press("1", "at ten"))
        with pytest.raises(SecondTap):
            await stage.visits.phoned(LIBRARIAN, nameless, press("2", "at ten"))
        assert await stage.visits.phoned(LIBRARIAN, nameless, press("1", "at ten")) == first

        second = await stage.visits.phoned(LIBRARIAN, nameless, press("3", "one more"))

        assert await stage.visits.day(LIBRARIAN, LIPKI, WEDNESDAY) == [first, second]


async def test_somebody_on_the_phone_may_have_any_free_time_without_notice(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(notice_hours=48)) as stage:
        free = await stage.visits.free_for(LIBRARIAN, LIPKI, "passport")

        assert free[0].starts_at == local("2026-11-24 12:30")
        with pytest.raises(NotYours):
            await stage.visits.free_for(ANNA, LIPKI, "passport")
