from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.booking.booking import BookingId, BookingState, Interval, Origin, Slot, Visitor
from bot.booking.draft import BookingDraft
from bot.booking.limits import BookingLimits
from bot.booking.notices import BOOKING_MADE, REMINDER_EVE, REMINDER_SOON
from bot.booking.refusals import (
    ClosedDay,
    Gone,
    JustTaken,
    Nameless,
    NotBookable,
    NotOffered,
    NotYours,
    Overlaps,
    TooFar,
    TooLate,
    TooMany,
    TooSoon,
    TopicGone,
)
from bot.booking.slots import BookableDays
from bot.centres.centre import CentreId
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, local, reading_room
from tests.booking.scene import (
    ELEVEN,
    HALF_PAST_ELEVEN,
    HALF_PAST_TEN,
    TEN,
    WEDNESDAY,
    Scene,
    Told,
    minutes,
    scene,
    wish,
)

EVE, SOON = local("2026-11-24 19:00"), local("2026-11-25 08:00")


NOON = local("2026-11-24 12:00")


REMINDERS = [Told(ANNA.id, REMINDER_EVE, EVE), Told(ANNA.id, REMINDER_SOON, SOON)]


def slot(starts_at: str, length: int = 30) -> Slot:
    return Slot(local(starts_at), local(starts_at) + minutes(length), LIPKI)


async def test_a_booking_holds_its_place_and_is_on_the_citizens_list(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    assert (booking.centre, booking.topic, booking.citizen, booking.visitor) == (
        LIPKI,
        "passport",
        ANNA,
        Visitor("Анна"),
    )
    assert (booking.slot, booking.state, booking.origin) == (slot("2026-11-25 10:00"), BookingState.BOOKED, Origin.CHAT)
    assert await stage.desk.bookings_of(ANNA) == [booking]
    assert await stage.desk.free(LIPKI, "passport", BookableDays(WEDNESDAY, WEDNESDAY)) == [
        slot(f"2026-11-25 {time}")
        for time in ("10:30", "11:00", "11:30", "12:00", "12:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30")
    ]


async def test_the_loser_is_told_the_three_nearest_free_times(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(ELEVEN))

    with pytest.raises(JustTaken) as refused:
        await stage.desk.book(BORIS, wish(ELEVEN))

    assert refused.value.nearest == (slot("2026-11-25 10:30"), slot("2026-11-25 11:30"), slot("2026-11-25 12:00"))


async def test_other_times_are_looked_for_on_other_days_where_the_day_is_full(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room("We 10:00-10:30", horizon_days=21)) as stage:
        await stage.desk.book(ANNA, wish(TEN))

        with pytest.raises(JustTaken) as refused:
            await stage.desk.book(BORIS, wish(TEN))

    assert refused.value.nearest == (slot("2026-12-02 10:00"), slot("2026-12-09 10:00"))


async def test_a_second_tap_finds_the_booking_made_by_the_first(stage: Scene) -> None:
    first = await stage.desk.book(ANNA, wish(TEN))

    second = await stage.desk.book(ANNA, wish(TEN, "Анна Петровна"))

    assert second == first
    assert await stage.waiting(BOOKING_MADE) == [Told(LIBRARIAN.id, BOOKING_MADE, NOON)]


async def test_a_librarian_and_both_reminders_are_promised(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(TEN))

    assert await stage.waiting() == [Told(LIBRARIAN.id, BOOKING_MADE, NOON), *REMINDERS]
    assert stage.wakes == 1


async def test_only_reminders_still_ahead_are_promised(stage: Scene) -> None:
    stage.clock.advance(timedelta(hours=7))  # it is 19:00

    await stage.desk.book(ANNA, wish(TEN))

    assert await stage.waiting("reminder") == REMINDERS[1:]


async def test_one_person_holds_so_many_live_bookings(stage: Scene) -> None:
    for starts_at in (TEN, ELEVEN, HALF_PAST_ELEVEN):
        await stage.desk.book(ANNA, wish(starts_at))

    with pytest.raises(TooMany) as refused:
        await stage.desk.book(ANNA, wish(HALF_PAST_TEN))

    assert refused.value == TooMany(3)


async def test_the_limit_is_told_before_anything_is_chosen(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(ANNA, wish(ELEVEN))
    await stage.desk.check(ANNA, BookingDraft())  # the third may begin

    await stage.desk.book(ANNA, wish(HALF_PAST_ELEVEN))

    with pytest.raises(TooMany) as refused:
        await stage.desk.check(ANNA, BookingDraft())
    assert refused.value == TooMany(3)


async def test_a_visit_that_is_over_makes_room_for_another(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", limits=BookingLimits(live_bookings=1)) as stage:
        await stage.desk.book(ANNA, wish(TEN))
        stage.clock.advance(TEN - NOON + minutes(30))

        assert (await stage.desk.book(ANNA, wish(local("2026-11-26 10:00")))).state is BookingState.BOOKED


async def test_nobody_is_booked_in_two_places_at_once(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(desks=2)) as stage:
        booking = await stage.desk.book(ANNA, wish(TEN, topic="benefits"))

        with pytest.raises(Overlaps) as refused:
            await stage.desk.book(ANNA, wish(HALF_PAST_TEN))

        assert refused.value == Overlaps(booking)
        other = await stage.desk.book(ANNA, wish(ELEVEN))
        with pytest.raises(Overlaps):
            await stage.desk.move(ANNA, other.id, HALF_PAST_TEN)


async def test_one_may_book_for_somebody_else_at_the_same_time(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", reading_room(desks=2)) as stage:
        own = await stage.desk.book(ANNA, wish(TEN))
        mother = await stage.desk.book(ANNA, wish(TEN, "Мама", for_other=True))

        assert await stage.desk.book(ANNA, wish(TEN, "мама", for_other=True)) == mother
        assert await stage.desk.bookings_of(ANNA) == [own, mother]
        assert mother.visitor == Visitor("Мама", for_other=True)


async def test_a_closed_day_is_refused_with_other_times(stage: Scene) -> None:
    with pytest.raises(ClosedDay) as refused:
        await stage.desk.book(ANNA, wish(local("2026-11-28 10:00")))

    assert refused.value == ClosedDay(
        date(2026, 11, 28),
        nearest=(slot("2026-11-27 15:30"), slot("2026-11-27 16:00"), slot("2026-11-27 16:30")),
    )


async def test_a_time_between_the_times_is_refused_with_other_times(stage: Scene) -> None:
    with pytest.raises(NotOffered) as refused:
        await stage.desk.book(ANNA, wish(local("2026-11-25 13:10")))

    assert refused.value.nearest == (slot("2026-11-25 12:00"), slot("2026-11-25 12:30"), slot("2026-11-25 14:00"))


async def test_what_has_passed_comes_too_soon_or_lies_too_far_is_refused(stage: Scene) -> None:
    with pytest.raises(TooLate):
        await stage.desk.book(ANNA, wish(local("2026-11-23 10:00")))
    with pytest.raises(TooSoon) as soon:
        await stage.desk.book(ANNA, wish(local("2026-11-24 12:30")))
    with pytest.raises(TooFar) as far:
        await stage.desk.book(ANNA, wish(local("2026-12-09 10:00")))

    assert soon.value == TooSoon(2, local("2026-11-24 14:00"))
    assert far.value == TooFar(date(2026, 12, 8))


async def test_only_known_centres_with_hours_and_known_topics_are_booked(stage: Scene) -> None:
    with pytest.raises(NotBookable):
        await stage.desk.book(ANNA, replace(wish(TEN), centre=CentreId("nowhere")))
    with pytest.raises(TopicGone):
        await stage.desk.book(ANNA, wish(TEN, topic="dances"))
    stage.centre = replace(reading_room(), consultations=None)
    with pytest.raises(NotBookable):
        await stage.desk.free(LIPKI, "passport")


async def test_a_name_is_one_short_line_without_secrets_and_must_be_readable(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN, " Ан\nна\u202e 8 911 123-45-67 " + "я" * 500))

    assert booking.visitor.called == "Ан на [телефон] " + "я" * 24
    with pytest.raises(Nameless):
        await stage.desk.book(BORIS, wish(ELEVEN, "\u200b \n"))


async def test_another_persons_booking_is_out_of_reach(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    with pytest.raises(NotYours):
        await stage.desk.find_booking(BORIS, booking.id)
    with pytest.raises(NotYours):
        await stage.desk.move(BORIS, booking.id, ELEVEN)
    with pytest.raises(NotYours):
        await stage.desk.cancel(BORIS, booking.id)
    with pytest.raises(NotYours):
        await stage.desk.confirm(LIBRARIAN, booking.id)


async def test_a_booking_that_never_was_is_gone(stage: Scene) -> None:
    with pytest.raises(Gone):
        await stage.desk.cancel(ANNA, BookingId(99))


async def test_a_visit_that_is_over_cannot_be_confirmed(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON + minutes(30))

    with pytest.raises(TooLate):
        await stage.desk.confirm(ANNA, booking.id)


async def test_the_buffer_keeps_the_desk_after_the_visit(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", limits=BookingLimits(buffer=minutes(10))) as stage:
        await stage.desk.book(ANNA, wish(TEN))

        with pytest.raises(JustTaken):
            await stage.desk.book(BORIS, wish(HALF_PAST_TEN))

        assert (await stage.desk.book(BORIS, wish(ELEVEN))).free_at == local("2026-11-25 11:40")


async def test_days_may_be_asked_beyond_what_is_bookable(stage: Scene) -> None:
    slots = await stage.desk.free(LIPKI, "passport", BookableDays(date(2026, 1, 1), date(2027, 1, 1)))

    assert slots == await stage.desk.free(LIPKI, "passport")
    assert (slots[0], slots[-1]) == (slot("2026-11-24 14:00"), slot("2026-12-08 16:30"))


def test_times_that_touch_do_not_overlap() -> None:
    assert not Interval(TEN, HALF_PAST_TEN).overlaps(Interval(HALF_PAST_TEN, ELEVEN))
    assert Interval(TEN, ELEVEN).overlaps(Interval(HALF_PAST_TEN, HALF_PAST_ELEVEN))
