"""A person's own visits in words: all of them, one, and what is to be done with it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.booking.booking import BookingState, Visitor
from bot.booking.refusals import Gone, NotYours, OfferOver, Refusal, TooLate
from bot.centres.centre import Announcement
from bot.centres.phones import PhoneNumber
from bot.centres.places.geo import Point
from bot.people import Reminders
from bot.screens.my_bookings import bookings_list, cancel, notices, own_visit
from bot.screens.my_bookings.actions import CancelVisit, MoveVisit, ShowVisit, ShowWaitlistPlace, WayThere
from bot.screens.screen import Pin
from tests.faq.telegrams_html import TelegramsHtml
from tests.hand_clock import NOON
from tests.screens.booking.samples import CENTRE, HALF_PAST_TEN, PASSPORT, TEN, actions, labels, visit, waiting

CLOSED = Announcement("Ремонт <крыши>.", date(2026, 11, 30), closed=True)
WEDNESDAY, THURSDAY = date(2026, 11, 25), date(2026, 11, 26)


def test_the_list_begins_with_the_soonest_and_each_line_opens() -> None:
    later = visit(starts_at=TEN + timedelta(days=2), visitor=Visitor("мама", for_other=True))

    screen = bookings_list.all_ahead([visit(), later], [waiting(THURSDAY, 2)])

    assert TelegramsHtml(screen.text).visible.split("\n\n")[1:-1] == [
        "1. среда, 25 ноября, 10:00\nЛипки\nПаспорт\nКод визита: КМ47",
        "2. Очередь на день: четверг, 26 ноября\nЛипки\nПеред вами 2 человека",
        "3. пятница, 27 ноября, 10:00\nЛипки\nПаспорт\nПридёт: мама\nКод визита: КМ47",
    ]
    assert screen.choices == (ShowVisit(7), ShowWaitlistPlace(3), ShowVisit(7))
    assert labels(screen)[:3] == [
        "1. среда, 25 ноября, 10:00",
        "2. Очередь: четверг, 26 ноября",
        "3. пятница, 27 ноября, 10:00",
    ]


def test_the_list_says_what_waits_for_an_answer() -> None:
    offered = visit(BookingState.OFFERED, expires_at=NOON + timedelta(minutes=30))

    screen = bookings_list.all_ahead([offered, visit(BookingState.DISPLACED)], [])

    assert "Освободилось место, ждёт вас до 12:30" in screen.text
    assert "Библиотека отменила приём на это время: выберите другое" in screen.text


def test_a_centre_and_a_topic_that_are_gone_leave_no_holes() -> None:
    bare = replace(visit(centre=None), topic=None)

    screen = bookings_list.all_ahead([bare], [waiting(WEDNESDAY, centre=None)])
    one = bookings_list.one(bare)

    assert "1. <b>среда, 25 ноября, 10:00</b>\nКод визита: КМ47" in screen.text
    assert "Очередь на день: среда, 25 ноября</b>\nВы первый в очереди" in screen.text
    assert "Этого центра в справочнике больше нет. Прежде чем ехать, уточните, ждут ли вас." in one.text
    assert (WayThere(7) in actions(one), "Напомню" in one.text, "Возьмите" in one.text) == (False, False, False)


def test_where_nobody_books_the_empty_list_does_not_send_there() -> None:
    assert labels(bookings_list.nothing_ahead(can_book=True))[0] == "📅 Прийти в библиотеку за помощью"
    assert labels(bookings_list.nothing_ahead(can_book=False)) == ["📍 Ближайший центр", "🏠 В начало"]


def test_one_visit_says_when_where_and_with_what() -> None:
    screen = bookings_list.one(visit(confirmed=True))

    assert TelegramsHtml(screen.text).visible.split("\n\n") == [
        "Завтра, среда, 25 ноября, 10:00",
        "Где: Липки, Липки, ул. Лесная, 1\nТема: Паспорт\nКод визита: КМ47. Назовите его библиотекарю.",
        "Возьмите с собой:\n• паспорт\n• СНИЛС <зелёный>",
        "Вы подтвердили, что придёте.",
        "Напомню сегодня в 19:00 и завтра в 8:00.",
    ]
    assert actions(screen)[:2] == [MoveVisit(7), CancelVisit(7, sure=False)]


@pytest.mark.parametrize(
    ("wish", "now", "said"),
    [
        (Reminders(), NOON, "Напомню сегодня в 19:00 и завтра в 8:00."),
        (Reminders(soon=False), NOON, "Напомню сегодня в 19:00."),
        (Reminders(eve=False), NOON, "Напомню завтра в 8:00."),
        (Reminders(eve=False, soon=False), NOON, "Напоминать не буду: вы выключили напоминания. Включить: /settings"),
        (Reminders(), TEN - timedelta(hours=12), "Напомню завтра в 8:00."),
        (Reminders(), TEN - timedelta(hours=1), "Время уже близко, поэтому отдельного напоминания не будет."),
        (
            Reminders(soon=False),
            TEN - timedelta(hours=12),
            "Время уже близко, поэтому отдельного напоминания не будет.",
        ),
    ],
)
def test_only_reminders_that_are_ahead_and_wanted_are_promised(wish: Reminders, now: datetime, said: str) -> None:
    assert own_visit.reminders_said(visit().booking, CENTRE, wish, now) == said


@pytest.mark.parametrize(
    ("phones", "said"),
    [
        ((), "Уточните, прежде чем ехать."),
        ((PhoneNumber("8 (81131) 2-11-22"),), "Уточните по телефону: 8 (81131) 2-11-22."),
    ],
)
def test_a_centre_that_is_announced_closed_on_the_day_is_said_to_be(phones: tuple[PhoneNumber, ...], said: str) -> None:
    centre = replace(CENTRE, announcement=CLOSED, phones=phones)

    reminded = notices.reminder(visit(centre=centre), with_things=True)
    after_it = bookings_list.one(visit(centre=replace(centre, announcement=replace(CLOSED, until=date(2026, 11, 24)))))
    open_ = bookings_list.one(visit(centre=replace(centre, announcement=replace(CLOSED, closed=False))))

    assert f"Внимание: центр объявил, что закрыт. «Ремонт &lt;крыши&gt;.» {said}" in reminded.text
    assert ("закрыт" in after_it.text, "закрыт" in open_.text) == (False, False)


@pytest.mark.parametrize(
    ("state", "now", "said"),
    [
        (BookingState.CANCELLED, NOON, "Эта запись отменена: среда, 25 ноября, 10:00."),
        (BookingState.BOOKED, TEN, "Это время уже наступило или прошло: среда, 25 ноября, 10:00."),
        (BookingState.ARRIVED, HALF_PAST_TEN, "Это время уже наступило или прошло"),
        (BookingState.NO_SHOW, HALF_PAST_TEN, "Это время уже наступило или прошло"),
        (BookingState.LAPSED, NOON, "Это место вас больше не ждёт"),
        (BookingState.OFFERED, HALF_PAST_TEN, "Это место вас больше не ждёт"),
        (BookingState.DISPLACED, NOON, "Библиотека отменила приём на ваше время"),
        (BookingState.OFFERED, NOON, "Для вас освободилось место"),
    ],
)
def test_an_old_button_shows_what_became_of_the_visit(state: BookingState, now: datetime, said: str) -> None:
    screen = bookings_list.one(visit(state, now=now, expires_at=TEN))

    assert said in screen.text
    assert labels(screen)[-1] == "🏠 В начало"


@pytest.mark.parametrize(
    ("no", "said"),
    [
        (Gone(), "Этой записи больше нет"),
        (NotYours(), "Эта запись не ваша"),
        (TooLate(TEN), "Это время уже наступило"),
        (OfferOver(), "Это место вас больше не ждёт"),
    ],
)
def test_every_no_has_words_and_a_way_on(no: Refusal, said: str) -> None:
    screen = bookings_list.refused(no)

    assert (screen.text.startswith(said), labels(screen)[-1]) == (True, "🏠 В начало")


def test_the_way_there_is_the_card_with_the_point_where_it_is_known() -> None:
    on_map = bookings_list.way_there(visit(centre=replace(CENTRE, point=Point(57.8, 28.3))))
    unknown = bookings_list.way_there(visit())

    assert on_map.attached == Pin(57.8, 28.3, "Липки", "Липки, ул. Лесная, 1")
    assert (unknown.attached, unknown.text.startswith("<b>Липки</b>")) == (None, True)
    assert bookings_list.way_there(visit(centre=None)).text.startswith("Этого центра в справочнике больше нет")


def test_the_calendar_gets_only_what_is_ahead() -> None:
    assert bookings_list.for_calendar(visit()).attached is not None
    assert bookings_list.for_calendar(visit(now=TEN)).attached is None
    assert bookings_list.for_calendar(visit(centre=None)).attached is None


def test_giving_up_is_asked_once_more_and_there_is_nothing_to_keep_of_a_displaced_visit() -> None:
    assert labels(cancel.sure(visit())) == ["Да, отменить", "Нет, оставить", "Перенести", "🏠 В начало"]
    assert "Нет, оставить" not in labels(cancel.sure(visit(BookingState.DISPLACED)))


def test_nothing_to_bring_is_not_a_heading_without_a_list() -> None:
    bare = replace(visit(), topic=replace(PASSPORT, bring=()))

    assert own_visit.what_to_bring(bare) == ""
