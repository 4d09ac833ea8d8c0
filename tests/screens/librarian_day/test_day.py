"""The librarian's screens: long days are turned, weeks are read at a glance, each state has its words and its ways."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.booking import refusals
from bot.booking.booking import BookingId, BookingState, Origin, OutcomeId, Visitor
from bot.centres.centre import CentreId
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.screens.action import Action
from bot.screens.librarian_day import choose_time, day_list, navigation, notices, taking, visit_card
from bot.screens.librarian_day.actions import DayCentres, MarkVisit, OpenVisit, ShowDay, ShowWeek
from bot.screens.librarian_day.day_list import DayListPart, DayPlace
from bot.screens.librarian_day.entry_actions import NewGuest
from bot.screens.librarian_day.visit import NO_NAME, DayVisit, line
from bot.screens.screen import Button, Screen
from bot.screens.time_codes import day_code
from tests.booking.reading_room import local, reading_room
from tests.booking.visiting import AT, a_booking
from tests.faq.telegrams_html import TelegramsHtml
from tests.screens.librarian_day.day_samples import CENTRE, OUTCOMES, TOPIC, a_visit, visits

DAY, YESTERDAY = AT.date(), AT.date() - timedelta(days=1)
PLACE = DayPlace(CENTRE, DAY, DAY)
BOLD = Visitor("<b>Анна & Ко")


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def actions(screen: Screen) -> list[Action]:
    return [button.action for row in screen.rows for button in row if isinstance(button, Button)]


def test_a_long_day_is_turned_page_by_page() -> None:
    first, last = day_list.day(PLACE, visits(10), 0), day_list.day(PLACE, visits(10), 99)

    assert first.choices == tuple(OpenVisit(number) for number in range(1, 9))
    assert last.choices == (OpenVisit(9), OpenVisit(10))
    assert "Дальше →" in labels(first)
    assert "← Назад" in labels(last)


def test_a_page_in_the_middle_leads_both_ways() -> None:
    middle = day_list.day(PLACE, visits(24), 2)

    turning = [action for action in actions(middle) if isinstance(action, ShowDay) and action.page]
    assert turning == [ShowDay(CENTRE.id, day_code(DAY), 1), ShowDay(CENTRE.id, day_code(DAY), 3)]


def test_a_day_says_how_many_are_not_marked_yet() -> None:
    some, all_ = visits(2), [a_visit(a_booking(state=BookingState.NO_SHOW))]
    some[0] = a_visit(a_booking(state=BookingState.ARRIVED))
    due = [some[0], replace(some[1], now=AT + timedelta(hours=1))]

    assert "В списке 2 человека, без отметки 1." in day_list.day(PLACE, due).text
    assert "В списке 2 человека.\n" in day_list.day(PLACE, some).text  # the hour of the second has not come
    assert "В списке 1 человек, все отмечены." in day_list.day(PLACE, all_).text


def test_another_day_leads_back_to_today() -> None:
    shown = day_list.day(DayPlace(CENTRE, DAY, YESTERDAY, others=True), visits(1))

    assert "Сегодня" in labels(shown)
    assert "Другой центр" in labels(shown)
    assert "Пришли без записи или звонят" not in labels(shown)


def test_a_busy_day_of_the_week_is_cut_short() -> None:
    shown = day_list.week(PLACE, visits(7))

    assert shown.text.endswith("12:00 Гость 5, код КМ47\nи ещё 2")
    assert shown.choices == (ShowDay(CENTRE.id, day_code(DAY)),)


def test_a_week_without_visits_says_so() -> None:
    shown = day_list.week(DayPlace(CENTRE, DAY, YESTERDAY), [])

    assert shown.text.endswith("На эти дни никто не записан.")
    assert [action for action in actions(shown) if isinstance(action, ShowWeek)] == [
        ShowWeek(CENTRE.id, day_code(DAY - timedelta(days=7)), 1),
        ShowWeek(CENTRE.id, day_code(DAY + timedelta(days=7)), 1),
    ]


def test_many_centres_are_turned_page_by_page() -> None:
    centres = [reading_room()] * 10

    shown = day_list.which_centre(centres, DayListPart.GUEST, AT, 2)

    assert shown.choices == (NewGuest(CENTRE.id),) * 2
    assert DayCentres(DayListPart.GUEST, 1) in actions(shown)


def test_people_with_one_code_are_told_apart() -> None:
    gone = a_visit(a_booking(id=BookingId(9)), centre=None)

    shown = day_list.found([a_visit(), gone])

    assert labels(shown)[:2] == ["1. Липки 10:00 Анна", "2.  10:00 Анна"]
    assert shown.choices == (OpenVisit(7), OpenVisit(9))


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (BookingState.DISPLACED, "Это время закрыли: человек выбирает другое."),
        (BookingState.CANCELLED, "Запись отменена."),
        (BookingState.OFFERED, "Место предложено человеку из очереди."),
        (BookingState.LAPSED, "Место предложено человеку из очереди."),
    ],
)
def test_a_visit_off_the_list_says_what_became_of_it(state: BookingState, words: str) -> None:
    late = AT + timedelta(hours=1)

    shown = visit_card.card(a_visit(a_booking(state=state), now=late))

    assert words in shown.text
    assert not any(isinstance(action, MarkVisit) for action in actions(shown))


def test_a_displaced_visit_may_be_moved_by_the_librarian() -> None:
    assert {"Перенести", "Отменить"} <= set(labels(visit_card.card(a_visit(a_booking(state=BookingState.DISPLACED)))))


def test_whoever_came_early_may_be_marked_but_not_missed() -> None:
    shown = visit_card.card(a_visit(now=AT - timedelta(minutes=30)))

    came = next(label for label in labels(shown) if label.endswith(". Пришёл"))
    assert came == f"{len(OUTCOMES) + 1}. Пришёл"
    assert not any("Не пришёл" in label for label in labels(shown))


def test_an_outcome_that_is_marked_is_not_offered_again() -> None:
    done = a_booking(state=BookingState.ARRIVED, outcome=OutcomeId("not_solved"))

    shown = visit_card.card(a_visit(done, now=AT + timedelta(hours=1)))

    assert [label for label in labels(shown) if "не решён" in label] == []
    assert "Итог: вопрос не решён." in shown.text


def test_a_name_may_be_added_to_a_call_but_the_call_is_not_struck_off() -> None:
    nameless = a_booking(origin=Origin.PHONE, citizen=None, visitor=Visitor(NO_NAME))

    shown = labels(visit_card.card(a_visit(nameless)))

    assert "Как зовут" in shown
    assert "Записано по ошибке" not in shown


def test_a_visit_at_a_centre_that_is_gone_still_opens() -> None:
    shown = visit_card.card(a_visit(centre=None, topic=None))

    assert "Этого центра в справочнике больше нет." in shown.text
    assert "Тема: passport" in shown.text
    assert "Весь день" not in labels(shown)


@pytest.mark.parametrize(
    "screen",
    [
        notices.made(a_visit(a_booking(visitor=BOLD), taken_by="<i>")),
        notices.moved(a_visit(a_booking(visitor=BOLD)), AT),
        notices.cancelled(a_visit(a_booking(visitor=BOLD, state=BookingState.CANCELLED, reason="<u>."))),
        notices.cancelled(a_visit(a_booking(state=BookingState.CANCELLED), centre=None)),
        visit_card.card(a_visit(a_booking(visitor=BOLD)), "Записал"),
        taking.taken(a_visit(a_booking(visitor=BOLD), taken_by="Вера")),
        taking.taken_before(a_visit(a_booking(visitor=BOLD), taken_by="<i>")),
        visit_card.call_off_first(a_visit(a_booking(visitor=BOLD))),
        visit_card.called_off(a_visit(a_booking(visitor=BOLD))),
        day_list.day(PLACE, [a_visit(a_booking(visitor=BOLD))]),
        day_list.week(PLACE, [a_visit(a_booking(visitor=BOLD))]),
        choose_time.nothing_free(choose_time.shifting(a_visit(a_booking(visitor=BOLD)), CENTRE)),
    ],
)
def test_what_people_are_called_breaks_no_markup(screen: Screen) -> None:
    read = TelegramsHtml(screen.text)

    assert read.wrong == []
    assert len(read.visible) < 4096


def test_a_notice_to_librarians_says_everything_once() -> None:
    shown = notices.made(a_visit(a_booking(visitor=Visitor("мама", for_other=True)), reachable=False))

    assert shown.text == (
        "<b>Новая запись</b>\nЛипки\n\nСреда, 25 ноября, 10:00\n\n"
        "Кто: мама\nТема: Паспорт\nКод визита: <b>КМ47</b>\nЗапись для другого человека.\n"
        "Бот до него не дойдёт: человек остановил бота.\n\n"
        "Библиотекарю нельзя: хранить пароль; входить без человека."
    )
    assert labels(shown) == ["Взять на себя", "Открыть", "Весь день"]


def test_nothing_free_is_said_with_a_way_back() -> None:
    choosing = choose_time.phoning(TOPIC, CENTRE)

    shown = [
        choose_time.soonest(choosing, []),
        choose_time.which_day(choosing, []),
        choose_time.which_time(choosing, [], DAY),
    ]

    assert {screen.text.split("\n\n")[1] for screen in shown} == {"Свободного времени в этом центре сейчас нет."}
    assert labels(shown[0])[0] == "Ближайшее время"


def test_typed_words_that_fit_several_days_show_the_days() -> None:
    slots = [visit.booking.slot for visit in visits(4)]
    later = [a_booking(starts_at=AT + timedelta(days=1), ends_at=AT + timedelta(days=1, minutes=30)).slot]
    choosing = choose_time.shifting(a_visit(), CENTRE)

    assert "1. среда, 25 ноября — 4 места" in labels(choose_time.fitting(choosing, slots + later, TimeWish()))
    none = choose_time.fitting(
        choosing, slots, TimeWish(since=local("2026-11-25 20:00").astimezone(CENTRE.zone).time())
    )
    assert none.text.startswith("В это время свободных мест нет. Вот что есть.")


@pytest.mark.parametrize("doubt", Doubt)
def test_words_that_are_no_time_are_answered_with_an_example(doubt: Doubt) -> None:
    shown = choose_time.not_a_time(choose_time.shifting(a_visit(), CENTRE), Unsure(doubt))

    assert shown.text.endswith("Напишите, например: «завтра утром» или «в четверг в 15:00».")


def test_refusals_lead_a_librarian_to_his_day_and_not_to_a_booking_of_his_own() -> None:
    shown = [
        navigation.refused(refusals.TopicGone("magic")),
        choose_time.not_then(choose_time.shifting(a_visit(), CENTRE), refusals.TooFar(DAY)),
    ]

    assert [labels(screen)[0] for screen in shown] == ["Сегодня", "Не переносить"]


def test_a_visit_nobody_is_named_for_has_a_neutral_word() -> None:
    visit: DayVisit = a_visit(a_booking(visitor=Visitor("")))

    assert line(visit).startswith("<b>10:00 Без имени</b>, код КМ47")
    assert CENTRE.id == CentreId("lipki-main")
