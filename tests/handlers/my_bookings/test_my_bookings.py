"""A citizen's own visits under odd presses: forged, old, somebody else's, in a group."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.booking.refusals import NotBookable
from bot.centres.centre import CentreKind
from bot.centres.places.place_question import DirectoryQuestion, Want
from bot.screens.action import Action
from bot.screens.librarian_day.actions import ShiftTo
from bot.screens.librarian_day.entry_actions import GuestCame
from bot.screens.my_bookings.actions import (
    AcceptOffer,
    CancelVisit,
    DeclineOffer,
    InTime,
    MoveTo,
    MoveToDay,
    MoveVisit,
    ProposeMove,
    RateVisit,
    SayLate,
    SayWhy,
    ShowVisit,
    VisitCalendar,
    WayThere,
    WillCome,
    WillNotSay,
)
from bot.screens.time_codes import minute_of, moment_code
from bot.settings import ServiceMode
from tests.handlers.my_bookings.visiting import (
    ANNA,
    ANYTHING,
    FRIDAY_NOON,
    OSTROV,
    Nowhere,
    booked,
    desk,
    own,
    press,
    visited,
)
from tests.stage import DATA, StraightStage, straight_stage

GROUP = {"id": -1001, "type": "supergroup", "title": "Стол"}
ON_A_VISIT: list[Action] = [
    ShowVisit(ANYTHING),
    MoveVisit(ANYTHING),
    MoveVisit(ANYTHING, 5),
    MoveToDay(ANYTHING, 20261127),
    MoveTo(ANYTHING, minute_of(FRIDAY_NOON)),
    CancelVisit(ANYTHING, sure=True),
    SayWhy(ANYTHING, "ill"),
    WillCome(ANYTHING),
    WillNotSay(ANYTHING),
    ProposeMove(ANYTHING, minute_of(FRIDAY_NOON)),
    SayLate(ANYTHING, 10),
    InTime(ANYTHING),
    WayThere(ANYTHING),
    VisitCalendar(ANYTHING),
    RateVisit(ANYTHING, 5),
    AcceptOffer(ANYTHING),
    DeclineOffer(ANYTHING),
]


async def test_a_button_of_no_visit_is_answered_with_the_way_to_the_list(stage: StraightStage) -> None:
    said = [await press(stage, "anna", action) for action in ON_A_VISIT]

    assert [text for text in said if not text.startswith("Этой записи больше нет")] == []


async def test_somebody_elses_visit_is_neither_shown_nor_changed(stage: StraightStage) -> None:
    booking = await booked(stage)
    pressed = [replace(action, booking=booking.id) for action in ON_A_VISIT]  # type: ignore[call-arg]  # - each of them is about a booking

    said = [await press(stage, "boris", action) for action in pressed]

    assert [text for text in said if not text.startswith("Эта запись не ваша")] == []
    assert await desk(stage).own(ANNA, booking.id) == booking


async def test_a_visit_to_a_centre_that_is_gone_is_told_in_the_zone_of_the_region(stage: StraightStage) -> None:
    visit = replace(own(stage), centre_lookup=Nowhere(own(stage).centre_lookup)).seen(await booked(stage))  # type: ignore[arg-type]  # - as above

    assert (visit.centre, visit.starts.isoformat()) == (None, "2026-11-27T12:00:00+03:00")


async def test_in_a_group_the_list_is_not_shown(stage: StraightStage) -> None:
    await booked(stage)

    await stage.feed(message=stage.message("anna", text="/my") | {"chat": GROUP})

    (shown,) = stage.wire.inbox[GROUP["id"]]  # type: ignore[index]  # - a number
    assert shown.text.startswith("Об этом лучше лично")


async def test_where_only_information_is_given_nobody_is_sent_to_book(bookable: Path, tmp_path: Path) -> None:
    async with straight_stage(tmp_path, data_dir=bookable, service_mode=ServiceMode.INFORMATION) as stage:
        await stage.say("anna", "/my")
        listed = await stage.next("anna")
        await stage.say("anna", "/settings")

        assert (
            "📅 Прийти в библиотеку за помощью" in listed.labels,
            "напоминаю" in (await stage.next("anna")).text,
        ) == (False, False)


async def test_where_only_information_is_given_no_hours_of_booking_are_promised(bookable: Path, tmp_path: Path) -> None:
    async with straight_stage(tmp_path, data_dir=bookable, service_mode=ServiceMode.INFORMATION) as stage:
        guide = stage.app.services.files.centre_lookup
        centre = next(one for one in guide.directory.now.centres if one.consultations)
        match = guide.place(str(centre.settlement))
        question = DirectoryQuestion(match, (Want.HOURS,), CentreKind.LIBRARY)

        told = guide.about_place(question).text
        poster = guide.poster(centre.id, "some_bot").text

    assert centre.short_name in told
    assert "по записи" not in told
    assert "Часов записи нет" in poster


async def test_a_moment_that_is_none_is_an_outdated_button(stage: StraightStage) -> None:
    said = [await press(stage, "anna", MoveTo(1, minute)) for minute in (0, ANYTHING)]

    assert [text for text in said if not text.startswith("Эта кнопка устарела")] == []


async def test_a_day_that_is_none_or_has_no_times_is_answered_with_all_days(stage: StraightStage) -> None:
    booking = await booked(stage)
    days = (0, 20260230, ANYTHING, 20261128, 20991231)

    said = [await press(stage, "anna", MoveToDay(booking.id, day)) for day in days]

    assert [text for text in said if not text.startswith("Перенести запись")] == []


async def test_a_move_to_a_time_nobody_offers_is_answered_with_the_nearest(stage: StraightStage) -> None:
    booking = await booked(stage)

    said = await press(stage, "anna", MoveTo(booking.id, minute_of(FRIDAY_NOON + timedelta(minutes=7))))

    assert said.startswith("На это время записи нет.")
    assert "Пока вы записаны как прежде: пятница, 27 ноября, 12:00." in said


async def test_at_a_centre_that_no_longer_takes_bookings_the_visit_stands(stage: StraightStage) -> None:
    booking = await booked(stage)
    stage._settings = stage._settings.model_copy(update={"data_dir": DATA})
    await stage.restart()
    pressed = (MoveVisit(booking.id), MoveTo(booking.id, minute_of(FRIDAY_NOON + timedelta(hours=1))))

    said = [await press(stage, "anna", action) for action in pressed]

    assert (len(set(said)), said[0].startswith("Другого свободного времени в этом центре сейчас нет.")) == (1, True)
    assert said[0].endswith("Пока вы записаны как прежде: пятница, 27 ноября, 12:00.")
    assert await desk(stage).own(ANNA, booking.id) == booking


async def test_what_cannot_be_changed_any_more_says_what_became_of_it(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    pressed = (MoveVisit(booking.id), MoveTo(booking.id, minute_of(FRIDAY_NOON)), WillCome(booking.id))

    said = [await press(stage, "anna", action) for action in pressed]

    assert set(said) == {"Эта запись отменена: пятница, 27 ноября, 12:00.\n\nМожно записаться снова."}


async def test_who_does_not_say_why_is_not_asked_again(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    said = [await press(stage, "anna", SayWhy(booking.id, why)) for why in ("nothing", "no-such-reason")]

    assert [text for text in said if not text.startswith("Главное меню")] == []
    assert (await desk(stage).own(ANNA, booking.id)).reason is None


async def test_the_reason_is_kept_for_the_library_as_it_was_chosen(stage: StraightStage) -> None:
    booking = await booked(stage)
    await desk(stage).cancel(ANNA, booking.id)

    await press(stage, "anna", SayWhy(booking.id, "ill"))

    assert (await desk(stage).own(ANNA, booking.id)).reason == "Болезнь"


async def test_the_visit_is_rated_by_the_last_word_and_only_from_one_to_five(stage: StraightStage) -> None:
    booking = await visited(stage)

    await press(stage, "anna", RateVisit(booking.id, 2))
    await press(stage, "anna", RateVisit(booking.id, 4))
    said = await press(stage, "anna", RateVisit(booking.id, 6))

    assert (said.startswith("Этой записи больше нет"), (await desk(stage).own(ANNA, booking.id)).rating) == (True, 4)


async def test_where_only_information_is_given_no_old_button_books_or_moves(bookable: Path, tmp_path: Path) -> None:
    async with straight_stage(tmp_path, data_dir=bookable) as full:
        booking = await booked(full)
    async with straight_stage(tmp_path, data_dir=bookable, service_mode=ServiceMode.INFORMATION) as stage:
        hour_later = minute_of(FRIDAY_NOON + timedelta(hours=1))

        await press(stage, "anna", MoveTo(booking.id, hour_later))
        await press(stage, "vera", GuestCame("other", "pskov-pounb"))
        await press(stage, "vera", ShiftTo(booking.id, moment_code(FRIDAY_NOON + timedelta(hours=1))))

        assert await own(stage).booking.bookings_of(ANNA) == [booking]
        with pytest.raises(NotBookable):
            await own(stage).booking.free(OSTROV, "doctor")
