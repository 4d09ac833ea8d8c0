"""Screens of booking that no dialogue reaches: pages, the edge of what is known."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from bot.booking.booking import Slot
from bot.booking.draft import BookingDraft, BookingStep
from bot.people import Reminders
from bot.region.topics import Topic
from bot.screens.booking import join_waitlist, time_list, when, where, who
from bot.screens.my_bookings.actions import MoveTo, MoveVisit
from bot.screens.my_bookings.calendar_file import calendar_file
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.paging import Page
from bot.screens.screen import Button, Screen
from tests.booking.reading_room import local, reading_room
from tests.booking.visiting import a_booking

CENTRE = reading_room()
TOPIC = Topic("passport", "Паспорт", 30, (), ())
PLACED = when.Placed(BookingDraft(TOPIC.id, CENTRE.id), TOPIC, CENTRE)
MORNING = local("2026-11-25 10:00")


def slots(count: int, step: timedelta) -> list[Slot]:
    starts = [MORNING + number * step for number in range(count)]
    return [Slot(start, start + timedelta(minutes=30), CENTRE.id) for start in starts]


def ways() -> time_list.TimeButtons:
    return time_list.TimeButtons(lambda at: MoveTo(7, int(at.timestamp()) // 60), lambda page: MoveVisit(7, page + 1))


def labels(screen: Screen) -> list[str]:
    return [button.label for button in chain(*screen.rows) if isinstance(button, Button)]


def test_days_are_told_in_full_with_how_many_times_are_free() -> None:
    screen = time_list.days("Когда?", slots(3, timedelta(hours=12)), CENTRE, ways())

    assert labels(screen) == ["1. среда, 25 ноября — 2 места", "2. четверг, 26 ноября — 1 место", "🏠 В начало"]
    assert screen.choices == (
        MoveTo(7, int(MORNING.timestamp()) // 60),
        MoveTo(7, int(MORNING.timestamp()) // 60 + 1440),
    )


def test_days_go_by_five_and_a_page_too_far_is_the_last() -> None:
    many = slots(9, timedelta(days=1))

    first, last, too_far = (time_list.days("Когда?", many, CENTRE, ways(), page) for page in (0, 1, 9))

    assert labels(first)[5:] == ["Позже →", "🏠 В начало"]
    assert labels(last)[3:5] == ["4. четверг, 3 декабря — 1 место", "← Раньше"]
    assert "Страница 2 из 2." in last.text
    assert too_far == last


def test_no_days_and_no_times_leave_a_way_out() -> None:
    for_days, for_times = (show("Когда?", [], CENTRE, ways()) for show in (time_list.days, time_list.times))

    assert (labels(for_days), labels(for_times)) == (["🏠 В начало"], ["🏠 В начало"])


def test_times_go_by_eight_so_that_nine_typed_is_an_hour() -> None:
    screen = time_list.times("Когда?", slots(10, timedelta(minutes=30)), CENTRE, ways())

    assert len(screen.choices) == 8
    assert labels(screen)[:2] == ["1. 10:00", "2. 10:30"]
    assert "например «13:30»" in screen.text


def test_days_to_wait_for_go_by_pages_too() -> None:
    full = [date(2026, 12, 1) + timedelta(days=number) for number in range(9)]

    first, last = (when.FullDayChoice(PLACED, tuple(full), page).draw() for page in (0, 1))

    assert labels(first)[5:] == ["Позже →", "← Назад", "🏠 В начало"]
    assert labels(last)[4] == "← Раньше"
    assert (first.text == last.text, "Страница 2 из 2." in last.text) == (False, True)


def test_nothing_free_at_all_is_said_with_another_centre() -> None:
    screen = when.FullDayChoice(PLACED, ()).draw()

    assert "Свободного времени здесь сейчас нет." in screen.text
    assert labels(screen) == ["← Назад", "🏠 В начало"]


def test_a_full_day_without_other_times_only_waits() -> None:
    screen = when.FullDay(PLACED, date(2026, 11, 25), []).draw()

    assert labels(screen) == ["Ждать место в этот день", "← Все дни", "🏠 В начало"]
    assert "ближайшее" not in screen.text


def test_a_centre_without_free_time_says_so() -> None:
    offer = where.Offer(CENTRE, None, None)

    screen = where.CentreChoice(BookingDraft(), TOPIC, [offer], Page(1, 5, 0), 0, MORNING).draw()

    assert "Свободного времени пока нет" in screen.text


def test_a_topic_without_lists_is_booked_all_the_same() -> None:
    now = local("2026-11-24 12:00")
    booking = a_booking()
    visit = BookingView(booking, CENTRE, TOPIC, CENTRE.zone, now)

    paper = calendar_file(booking, CENTRE, TOPIC, now)

    screen = who.booked(visit, Reminders(), paper)
    unknown = who.booked(replace(visit, topic=None), Reminders(), paper)

    assert (screen.text, unknown.text, len(screen.before)) == ("Ждём вас.", "Ждём вас.", 1)


def test_who_waits_for_as_many_days_as_he_may_is_told_how_to_leave_one() -> None:
    assert join_waitlist.too_many_lines(3).text.startswith("Вы уже ждёте место на 3 дня.")


def test_every_step_says_what_it_did_not_understand() -> None:
    said = {who.not_understood(step) for step in BookingStep}

    assert len(said) == 4
