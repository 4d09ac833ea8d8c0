"""What a citizen is told without having asked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.booking.booking import BookingState, Visitor
from bot.centres.phones import PhoneNumber
from bot.people import Reminders
from bot.screens.my_bookings import bookings_list, notices, waitlist
from bot.screens.my_bookings.actions import CancelVisit, MoveTo, MoveVisit, RateVisit, WayThere, WillCome
from bot.screens.time_codes import minute_of
from tests.booking.reading_room import local
from tests.faq.telegrams_html import TelegramsHtml
from tests.hand_clock import NOON
from tests.screens.booking.samples import CENTRE, TEN, actions, labels, visit, waiting


def test_things_to_bring_are_told_the_evening_before_when_there_is_time_to_look_for_them() -> None:
    evening = notices.reminder(visit(), with_things=True)
    soon = notices.reminder(visit(now=TEN - timedelta(hours=2)), with_things=False)

    assert ("Завтра, среда, 25 ноября, 10:00" in evening.text, "Возьмите с собой" in evening.text) == (True, True)
    assert ("Сегодня, среда, 25 ноября, 10:00" in soon.text, "Возьмите с собой" in soon.text) == (True, False)
    assert actions(soon)[:4] == [WillCome(7), MoveVisit(7), CancelVisit(7, sure=False), WayThere(7)]


def test_a_reminder_of_a_visit_to_a_centre_that_is_gone_says_so_and_shows_no_way() -> None:
    screen = notices.reminder(visit(centre=None), with_things=True)

    assert "Прежде чем ехать, уточните, ждут ли вас." in screen.text
    assert WayThere(7) not in actions(screen)


def test_who_is_displaced_chooses_among_the_times_or_others_or_gives_up() -> None:
    proposed = [local("2026-11-26 10:00"), local("2026-11-26 10:30")]

    screen = notices.displaced(visit(BookingState.DISPLACED), proposed, "ремонт <крыши>.")

    assert labels(screen)[:4] == [
        "1. Четверг, 26 ноября, 10:00",
        "2. Четверг, 26 ноября, 10:30",
        "Другое время",
        "Не приду",
    ]
    assert actions(screen)[:4] == [
        MoveTo(7, minute_of(proposed[0])),
        MoveTo(7, minute_of(proposed[1])),
        MoveVisit(7),
        CancelVisit(7, sure=False),
    ]
    assert screen.choices == tuple(actions(screen)[:2])
    assert ("Какое время вам подойдёт?" in screen.text, "Код визита" in screen.text) == (True, False)
    assert "Причина: ремонт &lt;крыши&gt;.\n" in screen.text
    assert "Причина" not in notices.displaced(visit(BookingState.DISPLACED), proposed).text


def test_nobody_promises_a_call_to_who_is_displaced_but_the_telephone_of_the_centre_is_told() -> None:
    centre = replace(CENTRE, phones=(PhoneNumber("8 (81131) 2-11-22"),))

    known = notices.displaced(visit(BookingState.DISPLACED, centre=centre), ()).text

    assert "вашего телефона у нас нет. Если ничего не подходит, позвоните в центр: 8 (81131) 2-11-22." in known
    assert "позвоните в центр" not in notices.displaced(visit(BookingState.DISPLACED), ()).text


def test_a_visit_moved_by_the_library_says_what_was_and_what_is() -> None:
    text = TelegramsHtml(notices.moved_by_library(visit(), local("2026-11-24 15:00")).text).visible

    assert "Было: вторник, 24 ноября, 15:00.\n\nТеперь: завтра, среда, 25 ноября, 10:00." in text


def test_a_visit_called_off_says_why_and_where_to_call() -> None:
    centre = replace(CENTRE, phones=(PhoneNumber("8 (81131) 2-11-22"),))

    full = notices.called_off(visit(BookingState.CANCELLED, centre=centre, reason="болеет <всё>."))
    bare = notices.called_off(visit(BookingState.CANCELLED, centre=None))

    assert "Причина: болеет &lt;всё&gt;.\n\nЦентр: Липки.\nТелефон центра: 8 (81131) 2-11-22." in full.text
    assert ("Причина" in bare.text, "Центр" in bare.text, "Приходить в это время не нужно" in bare.text) == (
        False,
        False,
        True,
    )


def test_whether_it_helped_is_asked_in_words_from_one_to_five() -> None:
    screen = notices.did_it_help(visit(BookingState.ARRIVED))

    assert actions(screen)[:5] == [RateVisit(7, stars) for stars in (1, 2, 3, 4, 5)]
    assert screen.choices == tuple(actions(screen)[:5])
    assert (labels(screen)[0], labels(screen)[4]) == ("1 — не помогли", "5 — очень помогли")
    assert "(Липки)" not in notices.did_it_help(visit(BookingState.ARRIVED, centre=None)).text


@pytest.mark.parametrize(("stars", "offered"), [(1, True), (2, True), (3, False), (5, False)])
def test_who_was_not_helped_is_offered_a_person(stars: int, offered: bool) -> None:  # noqa: FBT001 - a column of the table
    screen = notices.thanks(stars)

    assert notices.STARS[stars] in screen.text
    assert ("💬 Спросить библиотекаря" in labels(screen)) == offered


def test_an_offer_says_until_when_it_waits() -> None:
    today = visit(
        BookingState.OFFERED, expires_at=NOON + timedelta(minutes=30), visitor=Visitor("мама", for_other=True)
    )
    morning = visit(BookingState.OFFERED, expires_at=local("2026-11-25 08:30"))

    assert "Это место ждёт вас до 12:30. Потом я предложу его следующему." in waitlist.offer(today).text
    assert "Это место ждёт вас до 8:30 (среда, 25 ноября)." in waitlist.offer(morning).text
    assert "Кто придёт: мама" in waitlist.offer(today).text


def test_an_offer_taken_is_a_visit_with_its_code_and_reminders() -> None:
    screen = waitlist.accepted(visit(), Reminders())

    assert ("Код визита: <b>КМ47</b>" in screen.text, "Напомню сегодня в 19:00" in screen.text) == (True, True)
    assert "Напомню" not in waitlist.accepted(visit(centre=None), Reminders()).text


@pytest.mark.parametrize(
    ("ahead", "said"), [(0, "Вы первый в очереди."), (1, "Перед вами 1 человек."), (5, "Перед вами 5 человек.")]
)
def test_a_place_in_line_says_how_many_are_before(ahead: int, said: str) -> None:
    day = local("2026-11-26 12:00").date()

    assert said in waitlist.place(waiting(day, ahead)).text
    assert "Где:" not in waitlist.place(waiting(day, ahead, centre=None)).text


def test_waiting_for_somebody_else_is_said_so() -> None:
    one = waiting(local("2026-11-26 12:00").date())
    for_other = replace(one, place=replace(one.place, visitor=Visitor("мама", for_other=True)))

    assert "Кто придёт: мама" in waitlist.place(for_other).text
    assert "Липки\nПридёт: мама\nВы первый" in bookings_list.all_ahead([], [for_other]).text
