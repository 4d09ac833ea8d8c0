import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.booking.booking import BookingId, Interval, Origin, Slot, State, Visitor
from bot.booking.office import Rules
from bot.booking.promises import (
    BOOKING_CANCELLED,
    BOOKING_MADE,
    BOOKING_MOVED,
    REMINDER_EVE,
    REMINDER_SOON,
    VISIT_CALLED_OFF,
    VISIT_MOVED,
)
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
from bot.booking.timetable import Days
from bot.booking.visit_code import LENGTH, SIGNS, new_code, read_code
from bot.centres.centre import CentreId
from tests.booking.reading_room import ANNA, BORIS, LIBRARIAN, LIPKI, VERA, local, reading_room
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
    assert (booking.slot, booking.state, booking.origin) == (slot("2026-11-25 10:00"), State.BOOKED, Origin.CHAT)
    assert await stage.desk.of(ANNA) == [booking]
    assert await stage.desk.free(LIPKI, "passport", Days(WEDNESDAY, WEDNESDAY)) == [
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


async def test_a_cancelled_time_can_be_booked_again_even_by_the_same_person(stage: Scene) -> None:
    first = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.cancel(ANNA, first.id)

    second = await stage.desk.book(ANNA, wish(TEN))

    assert (second.id, second.slot, second.state) != (first.id, first.slot, first.state)
    assert await stage.desk.of(ANNA) == [second]
    assert await stage.waiting("reminder") == REMINDERS


async def test_a_librarian_and_both_reminders_are_promised(stage: Scene) -> None:
    await stage.desk.book(ANNA, wish(TEN))

    assert await stage.waiting() == [Told(LIBRARIAN.id, BOOKING_MADE, NOON), *REMINDERS]
    assert stage.wakes == 1


async def test_only_reminders_still_ahead_are_promised(stage: Scene) -> None:
    stage.clock.advance(timedelta(hours=7))  # it is 19:00

    await stage.desk.book(ANNA, wish(TEN))

    assert await stage.waiting("reminder") == REMINDERS[1:]


async def test_moving_frees_the_old_place_and_reminds_of_the_new_one(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    moved = await stage.desk.move(ANNA, booking.id, local("2026-11-26 11:00"))

    assert moved == replace(
        booking,
        starts_at=local("2026-11-26 11:00"),
        ends_at=local("2026-11-26 11:30"),
        free_at=local("2026-11-26 11:30"),
        revision=1,
    )
    assert await stage.desk.of(ANNA) == [moved]
    assert (await stage.desk.book(BORIS, wish(TEN))).slot == booking.slot
    assert [told.due_at for told in await stage.waiting("reminder") if told.to == ANNA.id] == [
        local("2026-11-25 19:00"),
        local("2026-11-26 09:00"),
    ]


async def test_moving_there_and_back_reminds_again(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.move(ANNA, booking.id, ELEVEN)

    await stage.desk.move(ANNA, booking.id, TEN)

    assert await stage.waiting("reminder") == REMINDERS


async def test_a_visit_may_be_moved_into_the_time_it_holds_itself(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN, topic="benefits"))

    moved = await stage.desk.move(ANNA, booking.id, HALF_PAST_TEN)

    assert (moved.starts_at, moved.ends_at) == (HALF_PAST_TEN, HALF_PAST_ELEVEN)


async def test_a_move_that_is_refused_changes_nothing(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(BORIS, wish(ELEVEN))
    promised = await stage.waiting()

    with pytest.raises(JustTaken) as refused:
        await stage.desk.move(ANNA, booking.id, ELEVEN)

    assert refused.value.nearest == (slot("2026-11-25 10:30"), slot("2026-11-25 11:30"), slot("2026-11-25 12:00"))
    assert await stage.desk.of(ANNA) == [booking]
    assert await stage.waiting() == promised


async def test_a_second_tap_on_a_new_time_moves_once(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    moved = await stage.desk.move(ANNA, booking.id, ELEVEN)

    assert await stage.desk.move(ANNA, booking.id, ELEVEN) == moved
    assert len(await stage.waiting(BOOKING_MOVED)) == 1


async def test_moving_takes_back_what_was_confirmed(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    confirmed = await stage.desk.confirm(ANNA, booking.id)

    moved = await stage.desk.move(ANNA, booking.id, ELEVEN)

    assert (confirmed.confirmed, moved.confirmed) == (True, False)


async def test_a_cancelled_visit_is_not_reminded_of_and_librarians_hear_why(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    cancelled = await stage.desk.cancel(ANNA, booking.id, "заболела, звоните 8 911 123-45-67")

    assert (cancelled.state, cancelled.reason) == (State.CANCELLED, "заболела, звоните [телефон]")
    assert await stage.desk.of(ANNA) == []
    assert await stage.waiting("reminder") == []
    assert await stage.waiting(BOOKING_CANCELLED) == [Told(LIBRARIAN.id, BOOKING_CANCELLED, NOON)]


async def test_cancelling_twice_is_cancelling_once(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    cancelled = await stage.desk.cancel(ANNA, booking.id, "дела")

    assert await stage.desk.cancel(ANNA, booking.id) == cancelled
    assert len(await stage.waiting(BOOKING_CANCELLED)) == 1


async def test_a_visit_is_cancelled_up_to_its_start_and_not_after(stage: Scene) -> None:
    early, late = await stage.desk.book(ANNA, wish(TEN)), await stage.desk.book(BORIS, wish(HALF_PAST_TEN))
    stage.clock.advance(TEN - NOON - timedelta(seconds=1))
    await stage.desk.cancel(ANNA, early.id)
    stage.clock.advance(minutes(30) + timedelta(seconds=1))

    with pytest.raises(TooLate):
        await stage.desk.cancel(BORIS, late.id)
    with pytest.raises(TooLate):
        await stage.desk.move(BORIS, late.id, local("2026-11-26 10:00"))


async def test_one_person_holds_so_many_live_bookings(stage: Scene) -> None:
    for starts_at in (TEN, ELEVEN, HALF_PAST_ELEVEN):
        await stage.desk.book(ANNA, wish(starts_at))

    with pytest.raises(TooMany) as refused:
        await stage.desk.book(ANNA, wish(HALF_PAST_TEN))

    assert refused.value == TooMany(3)


async def test_a_visit_that_is_over_makes_room_for_another(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", rules=Rules(live_bookings=1)) as stage:
        await stage.desk.book(ANNA, wish(TEN))
        stage.clock.advance(TEN - NOON + minutes(30))

        assert (await stage.desk.book(ANNA, wish(local("2026-11-26 10:00")))).state is State.BOOKED


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
        assert await stage.desk.of(ANNA) == [own, mother]
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
        await stage.desk.find(BORIS, booking.id)
    with pytest.raises(NotYours):
        await stage.desk.move(BORIS, booking.id, ELEVEN)
    with pytest.raises(NotYours):
        await stage.desk.cancel(BORIS, booking.id)
    with pytest.raises(NotYours):
        await stage.desk.confirm(LIBRARIAN, booking.id)


async def test_a_booking_that_never_was_is_gone(stage: Scene) -> None:
    with pytest.raises(Gone):
        await stage.desk.cancel(ANNA, BookingId(99))


async def test_what_is_cancelled_can_be_neither_moved_nor_confirmed(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.cancel(ANNA, booking.id)

    with pytest.raises(Gone):
        await stage.desk.move(ANNA, booking.id, ELEVEN)
    with pytest.raises(Gone):
        await stage.desk.confirm(ANNA, booking.id)


async def test_a_visit_that_is_over_cannot_be_confirmed(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON + minutes(30))

    with pytest.raises(TooLate):
        await stage.desk.confirm(ANNA, booking.id)


async def test_a_librarian_may_move_and_cancel_for_the_person_who_is_told(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    await stage.desk.move(LIBRARIAN, booking.id, ELEVEN)
    await stage.desk.cancel(LIBRARIAN, booking.id)

    assert [told for told in await stage.waiting() if told.kind != BOOKING_MADE] == [
        Told(ANNA.id, VISIT_MOVED, NOON),
        Told(ANNA.id, VISIT_CALLED_OFF, NOON),
    ]


async def test_a_librarian_needs_no_notice_to_move(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))

    moved = await stage.desk.move(LIBRARIAN, booking.id, local("2026-11-24 12:30"))

    assert moved.starts_at == local("2026-11-24 12:30")


async def test_the_buffer_keeps_the_desk_after_the_visit(tmp_path: Path) -> None:
    async with scene(tmp_path / "test.db", rules=Rules(buffer=minutes(10))) as stage:
        await stage.desk.book(ANNA, wish(TEN))

        with pytest.raises(JustTaken):
            await stage.desk.book(BORIS, wish(HALF_PAST_TEN))

        assert (await stage.desk.book(BORIS, wish(ELEVEN))).free_at == local("2026-11-25 11:40")


async def test_forgetting_gives_the_places_up_and_leaves_no_name(stage: Scene) -> None:
    past = await stage.desk.book(ANNA, wish(TEN))
    stage.clock.advance(TEN - NOON)
    ahead = await stage.desk.book(ANNA, wish(local("2026-11-26 10:00"), "Мама", for_other=True))

    await stage.desk.forget(ANNA)

    nobody = Visitor("")
    assert await stage.table() == [
        replace(past, citizen=None, visitor=nobody),
        replace(ahead, citizen=None, visitor=nobody, state=State.CANCELLED),
    ]
    assert await stage.waiting("reminder") == []
    assert await stage.desk.of(ANNA) == []


async def test_days_may_be_asked_beyond_what_is_bookable(stage: Scene) -> None:
    slots = await stage.desk.free(LIPKI, "passport", Days(date(2026, 1, 1), date(2027, 1, 1)))

    assert slots == await stage.desk.free(LIPKI, "passport")
    assert (slots[0], slots[-1]) == (slot("2026-11-24 14:00"), slot("2026-12-08 16:30"))


async def test_a_topic_that_vanished_does_not_keep_a_visit_from_being_moved(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    await stage.desk.book(VERA, wish(ELEVEN))
    del stage.topics["passport"]

    with pytest.raises(JustTaken):
        await stage.desk.move(ANNA, booking.id, ELEVEN)
    assert (await stage.desk.move(ANNA, booking.id, HALF_PAST_TEN)).starts_at == HALF_PAST_TEN


async def test_a_centre_that_vanished_does_not_keep_a_visit_from_being_cancelled(stage: Scene) -> None:
    booking = await stage.desk.book(ANNA, wish(TEN))
    stage.centre = None

    assert (await stage.desk.cancel(ANNA, booking.id)).state is State.CANCELLED


def test_a_code_has_no_vowels_and_no_signs_that_look_like_others() -> None:
    code = new_code()

    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    assert not re.search("[0158ABOI АВЕОУЗЧБ]", SIGNS)


@pytest.mark.parametrize(
    "typed", ["7КМ2", "7км2", " 7-км 2", "7KM2", "7km2", "7rv2", "7КM2.", "код 7км2", "Код визита: 7 км2"]
)
def test_a_code_is_read_from_either_case_and_keyboard(typed: str) -> None:
    assert read_code(typed) == "7КМ2"


@pytest.mark.parametrize(("typed", "code"), [("47HC", "47НС"), ("4rhc", "4КРС"), ("y[n6", "НХТ6"), ("479V", "479М")])
def test_letters_are_taken_for_what_they_look_like_unless_the_keyboard_was_the_other(typed: str, code: str) -> None:
    assert read_code(typed) == code


@pytest.mark.parametrize("typed", ["", "7КМ", "7КМ22", "7КМЯ", "7КМ0", "٧КМ2", "код", "3.4.26", "24:36"])
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert read_code(typed) is None


def test_times_that_touch_do_not_overlap() -> None:
    assert not Interval(TEN, HALF_PAST_TEN).overlaps(Interval(HALF_PAST_TEN, ELEVEN))
    assert Interval(TEN, ELEVEN).overlaps(Interval(HALF_PAST_TEN, HALF_PAST_ELEVEN))
