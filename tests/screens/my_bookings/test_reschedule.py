"""Another time for a visit: lists, typed words, refusals."""

from datetime import date, time

import pytest

from bot.booking.booking import BookingState
from bot.booking.refusals import Gone, JustTaken, Refusal, TooFar
from bot.people import Reminders
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import Days, Stretch, TimeWish
from bot.screens.my_bookings import reschedule as moving
from bot.screens.my_bookings.actions import CancelVisit, MoveToDay, MoveVisit, ProposeMove, ShowVisit
from tests.screens.booking.samples import actions, labels, slot, visit

WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)
SLOTS = [slot("2026-11-25 11:00"), slot("2026-11-25 15:00"), slot("2026-11-26 11:00"), slot("2026-11-27 11:00")]
ON_WEDNESDAY, ON_THURSDAY = Days((Stretch.of(WEDNESDAY),)), Days((Stretch.of(THURSDAY),))
FOR_GOOD = "Пока вы записаны как прежде: среда, 25 ноября, 10:00."


def test_the_days_lead_to_their_times_and_the_visit_stands_meanwhile() -> None:
    screen = moving.which_day(visit(), SLOTS)

    assert screen.choices[1:] == (MoveToDay(7, 20261125), MoveToDay(7, 20261126), MoveToDay(7, 20261127))
    assert (FOR_GOOD in screen.text, ShowVisit(7) in actions(screen)) == (True, True)


def test_a_displaced_visit_has_no_former_time_to_stand_at() -> None:
    assert "как прежде" not in moving.which_day(visit(BookingState.DISPLACED), SLOTS).text


def test_the_times_of_a_day_lead_back_to_the_days() -> None:
    screen = moving.which_time(visit(), SLOTS, WEDNESDAY)

    assert [type(one) for one in screen.choices] == [ProposeMove, ProposeMove]
    assert labels(screen) == ["1. 11:00", "2. 15:00", "Другой день", "Не переносить", "🏠 В начало"]
    assert MoveVisit(7, 1) in actions(screen)


@pytest.mark.parametrize("day", [None, date(2026, 11, 28)])
def test_a_day_without_times_any_more_is_answered_with_all_days(day: date | None) -> None:
    assert moving.which_time(visit(), SLOTS, day) == moving.which_day(visit(), SLOTS)


def test_nothing_free_leaves_the_visit_as_it_is() -> None:
    screen = moving.which_day(visit(), [])

    assert (FOR_GOOD in screen.text, CancelVisit(7, sure=False) in actions(screen)) == (True, True)


def test_a_centre_that_is_gone_moves_nothing() -> None:
    gone = visit(centre=None)

    assert moving.which_day(gone, SLOTS).text.startswith("Этого центра в справочнике больше нет")
    assert moving.fitting(gone, SLOTS, TimeWish(ON_WEDNESDAY)) == moving.which_day(gone, SLOTS)


@pytest.mark.parametrize(
    ("wanted", "offered"),
    [
        (TimeWish(ON_WEDNESDAY), ["1. 11:00", "2. 15:00"]),
        (TimeWish(ON_WEDNESDAY, since=time(12)), ["1. 15:00"]),
        (
            TimeWish(Days((Stretch(WEDNESDAY, THURSDAY),))),
            [
                "1. Ближайшее время: 25 ноября, 11:00",
                "2. среда, 25 ноября — 2 места",
                "3. четверг, 26 ноября — 1 место",
            ],
        ),
        (
            TimeWish(at=time(11)),
            ["1. среда, 25 ноября, 11:00", "2. четверг, 26 ноября, 11:00", "3. пятница, 27 ноября, 11:00"],
        ),
        (
            TimeWish(ON_THURSDAY, since=time(14)),
            ["1. среда, 25 ноября, 15:00", "2. четверг, 26 ноября, 11:00", "3. пятница, 27 ноября, 11:00"],
        ),
        (
            TimeWish(since=time(18)),
            ["1. среда, 25 ноября, 11:00", "2. среда, 25 ноября, 15:00", "3. четверг, 26 ноября, 11:00"],
        ),
    ],
)
def test_words_lead_to_what_is_free_then_or_near_it(wanted: TimeWish, offered: list[str]) -> None:
    assert labels(moving.fitting(visit(), SLOTS, wanted))[: len(offered)] == offered


@pytest.mark.parametrize("doubt", Doubt)
def test_words_that_are_no_time_are_answered_with_how_to_say_it(doubt: Doubt) -> None:
    screen = moving.not_a_time(visit(), Unsure(doubt))

    assert ("завтра утром" in screen.text, FOR_GOOD in screen.text) == (True, True)


@pytest.mark.parametrize("no", [JustTaken(nearest=(SLOTS[0],)), TooFar(THURSDAY)])
def test_a_refused_move_comforts_and_goes_on(no: Refusal) -> None:
    screen = moving.refused(visit(), no)

    assert screen.text.endswith(FOR_GOOD)
    assert MoveVisit(7, 1) in actions(screen)


def test_a_visit_that_is_gone_is_not_comforted() -> None:
    assert "как прежде" not in moving.refused(visit(), Gone()).text


def test_a_moved_visit_keeps_its_code_and_says_which_reminders_come() -> None:
    text = moving.moved(visit(revision=1), Reminders()).text

    assert ("Код остался прежним." in text, "Напомню сегодня в 19:00 и завтра в 8:00." in text) == (True, True)
    assert "Напомню" not in moving.moved(visit(centre=None), Reminders()).text
