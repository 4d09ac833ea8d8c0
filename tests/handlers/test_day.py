"""The librarian's day at each press: rights, groups, papers, codes; old and forged buttons write nothing."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.booking.booking import Booking, BookingId, State, Visitor, Wish
from bot.booking.desk import BookingDesk
from bot.centres.centre import CentreId
from bot.conversation import Awaited, Conversation, Wait
from bot.handlers.day_book import DayBook
from bot.people import Address
from bot.screens.action import Action
from bot.screens.day_actions import (
    CallOff,
    DayCentres,
    DaySheet,
    DayTable,
    GuestCame,
    MarkVisit,
    NameVisitor,
    NewGuest,
    OpenVisit,
    PhoneAt,
    PhoneTimes,
    ShiftTimes,
    ShiftTo,
    ShowDay,
    ShowWeek,
    TakeOn,
)
from bot.screens.moments import day_code, moment_code
from bot.screens.packing import pack
from bot.settings import ServiceMode
from tests.telegram import IDS, StraightStage, straight_stage

PSKOV = CentreId("pskov-pounb")
TODAY = datetime(2026, 11, 24, tzinfo=UTC).date()
ON = day_code(TODAY)
THREE = datetime(2026, 11, 24, 12, tzinfo=UTC)  # of the afternoon there
ANNA, BORIS, VERA = (Address("telegram", IDS[name]) for name in ("anna", "boris", "vera"))
GROUP = {"id": -1001, "type": "supergroup", "title": "Стол"}
OUTDATED = "Эта кнопка устарела."
NOT_YOURS = "Это могут только библиотекари этого центра."


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    """Вера works at the library; Глеб is an admin."""
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.open_booking()
        hush(stage)
        yield stage


def hush(stage: StraightStage) -> None:
    stage.wire.inbox.clear()
    stage.wire.changes.clear()


def day_book(stage: StraightStage) -> DayBook:
    book = stage.app.dispatcher.workflow_data["day_book"]
    assert isinstance(book, DayBook)
    return book


async def booked(stage: StraightStage, called: str = "Анна", at: datetime = THREE) -> Booking:
    desk: BookingDesk = day_book(stage).booking
    return await desk.book(ANNA, Wish(PSKOV, "recovery", at, Visitor(called)))


async def said(stage: StraightStage, person: str = "vera") -> str:
    return "\n".join([shown.text for shown in stage.wire.inbox.pop(IDS[person], ())])


async def pressed(stage: StraightStage, action: Action, person: str = "vera") -> str:
    hush(stage)
    await stage.press_data(person, pack(action))
    return await said(stage, person)


async def state_of(stage: StraightStage, booking: Booking) -> Booking | None:
    return await day_book(stage).booking.told_of(booking.id)


@pytest.mark.parametrize(
    "action",
    [
        OpenVisit(1),
        TakeOn(1, over=True),
        MarkVisit(1, "arrived"),
        CallOff(1, sure=True),
        ShiftTo(1, moment_code(THREE)),
        NameVisitor(1),
        ShowDay(PSKOV, ON),
        ShowWeek(PSKOV, ON),
        DaySheet(PSKOV, ON),
        NewGuest(PSKOV),
        GuestCame("recovery", PSKOV),
        PhoneAt("recovery", PSKOV, moment_code(THREE)),
    ],
    ids=lambda action: type(action).__name__,
)
async def test_whoever_does_not_work_here_is_told_so_and_changes_nothing(stage: StraightStage, action: Action) -> None:
    booking = await booked(stage)

    told = await pressed(stage, action, "boris")

    assert told == NOT_YOURS
    assert await state_of(stage, booking) == booking


async def test_a_librarian_removed_meanwhile_is_told_in_the_middle_of_what_she_types(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, CallOff(booking.id, sure=False))
    roster = day_book(stage).roster
    await roster.remove(roster.members[0].id)
    hush(stage)

    await stage.say("vera", "болею")
    told = await said(stage)
    await stage.say("vera", "/today")

    assert NOT_YOURS in told
    assert (await said(stage)).startswith("Эта команда для библиотекарей.")
    assert await state_of(stage, booking) == booking


@pytest.mark.parametrize(
    "action",
    [
        ShowDay(PSKOV, day_code(datetime(2030, 1, 1, tzinfo=UTC).date())),
        ShowWeek(PSKOV, "____"),
        DaySheet(PSKOV, "zzz"),
        ShiftTimes(1, "zzz"),
        ShiftTo(1, "zzz"),
        PhoneTimes("recovery", PSKOV, "zzz"),
        PhoneAt("recovery", PSKOV, "zzz"),
        MarkVisit(1, "flew-away"),
        DayCentres("nowhere"),
    ],
    ids=str,
)
async def test_a_button_of_another_time_is_outdated(stage: StraightStage, action: Action) -> None:
    await booked(stage)

    assert (await pressed(stage, action)).startswith(OUTDATED)


@pytest.mark.parametrize("action", [OpenVisit(2**53), TakeOn(2**53, over=False), MarkVisit(2**53, "missed")], ids=str)
async def test_a_visit_there_is_not_is_gone(stage: StraightStage, action: Action) -> None:
    assert (await pressed(stage, action)).startswith("С этой записью так уже не сделать")


async def test_a_centre_without_hours_for_booking_says_how_to_set_them(stage: StraightStage) -> None:
    assert "/hours" in await pressed(stage, ShowDay("porkhov", ON))


async def test_a_topic_that_is_gone_is_said_on_the_phone_and_at_the_door(stage: StraightStage) -> None:
    told = [
        await pressed(stage, GuestCame("magic", PSKOV)),
        await pressed(stage, PhoneAt("magic", PSKOV, moment_code(THREE))),
    ]

    assert told == ["Такой темы больше нет: список обновили. Выберите тему заново."] * 2


async def test_before_its_hour_a_visit_cannot_be_marked(stage: StraightStage) -> None:
    booking = await booked(stage)

    told = await pressed(stage, MarkVisit(booking.id, "not_solved"))

    assert told.startswith("Приём ещё не начался")


async def test_a_visit_that_has_begun_is_neither_moved_nor_cancelled(stage: StraightStage) -> None:
    booking = await booked(stage)
    stage.clock.advance(THREE - stage.clock.now())

    shown = [
        await pressed(stage, CallOff(booking.id, sure=True)),
        await pressed(stage, ShiftTimes(booking.id, day_code(TODAY))),
        await pressed(stage, ShiftTo(booking.id, moment_code(THREE.replace(hour=13)))),
    ]

    assert "Чем закончилось?" in shown[0]
    assert shown[2].startswith("Это время уже наступило.")
    assert await state_of(stage, booking) == booking


async def test_the_code_a_visitor_says_finds_him(stage: StraightStage) -> None:
    booking = await booked(stage)
    hush(stage)

    await stage.say("vera", f"{booking.code[:2].lower()} {booking.code[2:]}")

    assert f"Код визита: {booking.code}" in await said(stage)


async def test_an_admin_finds_a_code_at_any_centre(stage: StraightStage) -> None:
    booking = await booked(stage)
    hush(stage)

    await stage.say("gleb", booking.code)

    assert "Кто: Анна" in await said(stage, "gleb")


async def test_a_code_nobody_has_is_said_to_be_unknown(stage: StraightStage) -> None:
    await stage.say("vera", "2222")

    assert (await said(stage)).startswith("Записи с кодом 2222 нет")


async def test_four_signs_of_a_citizen_are_a_question(stage: StraightStage) -> None:
    booking = await booked(stage)
    hush(stage)

    await stage.say("boris", booking.code)

    assert "Анна" not in await said(stage, "boris")


async def test_a_person_who_stopped_the_bot_is_marked_on_the_list(stage: StraightStage) -> None:
    booking = await booked(stage)
    await stage.app.dispatcher.workflow_data["people"].set_reachable(ANNA, since=stage.clock.now())

    shown = await pressed(stage, ShowDay(PSKOV, ON))
    cancelling = await pressed(stage, CallOff(booking.id, sure=False))

    assert "Бот до него не дойдёт: человек остановил бота." in shown
    assert "предупредите его сами" in cancelling


async def test_whoever_said_that_he_will_come_is_marked_on_the_list(stage: StraightStage) -> None:
    booking = await booked(stage)
    await day_book(stage).booking.confirm(ANNA, booking.id)

    assert "Подтверждено: придёт." in await pressed(stage, ShowDay(PSKOV, ON))


async def test_the_day_is_printed_and_tabled(stage: StraightStage) -> None:
    await booked(stage)

    papers = [await pressed(stage, DaySheet(PSKOV, ON)), await pressed(stage, DayTable(PSKOV, ON))]

    assert [paper.split("\n")[0] for paper in papers] == ["[файл] день-2026-11-24.pdf", "[файл] день-2026-11-24.xlsx"]


async def press_in_group(stage: StraightStage, person: str, action: Action) -> list[str]:
    hush(stage)
    message = {"message_id": 5, "date": 1, "chat": GROUP, "text": "…"}
    query = {"id": "7", "from": stage._user(person), "chat_instance": "1", "data": pack(action), "message": message}
    await stage.feed(callback_query=query)
    return [shown.text for shown in stage.wire.inbox.pop(-1001, ())]


async def test_in_a_group_the_one_who_pressed_is_judged(stage: StraightStage) -> None:
    booking = await booked(stage)

    assert await press_in_group(stage, "boris", TakeOn(booking.id, over=False)) == [NOT_YOURS]
    (taken,) = await press_in_group(stage, "vera", TakeOn(booking.id, over=False))
    assert taken.startswith("Записал. Этого посетителя принимает Вера.")
    assert (await state_of(stage, booking)) != booking


async def test_a_notice_that_is_no_longer_true_is_not_sent(stage: StraightStage) -> None:
    booking = await booked(stage)
    await day_book(stage).booking.cancel(ANNA, booking.id)

    await stage.app.courier.deliver_due()

    assert (await said(stage)).startswith("Запись отменена")


async def test_a_librarian_of_two_centres_chooses(stage: StraightStage) -> None:
    await also_at(stage, "ostrov")

    await stage.say("vera", "/today")
    asked = await said(stage)
    await stage.say("vera", "2")
    day = await said(stage)
    await stage.say("vera", "/week")
    await stage.say("vera", "1")

    assert asked == "Какой центр? Нажмите или напишите номер."
    assert day.startswith("Сегодня, вторник, 24 ноября\nОстровская")
    assert "Неделя: вторник, 24 ноября" in await said(stage)


async def test_one_tap_says_the_centre_and_the_phone(stage: StraightStage) -> None:
    await also_at(stage, "ostrov")

    await stage.say("vera", "/walkin")
    asked = stage.wire.inbox[IDS["vera"]][-1]
    await stage.say("vera", "4")

    assert asked.labels[:4] == (
        "1. Пришли: Областная библиотека им. Курбатова (ПОУНБ)",
        "2. Звонят: Областная библиотека им. Курбатова (ПОУНБ)",
        "3. Пришли: Островская центральная библиотека",
        "4. Звонят: Островская центральная библиотека",
    )
    assert "Запись по телефону\nОстровская" in await said(stage)


async def test_an_admin_may_look_at_any_centre_and_at_another(stage: StraightStage) -> None:
    shown = await pressed(stage, ShowDay("pechory", ON), "gleb")
    labels = list(stage.wire.buttons[IDS["gleb"]])
    await stage.press("gleb", "Другой центр")

    assert shown.startswith("Сегодня, вторник, 24 ноября\nПечорская")
    assert "Другой центр" in labels
    assert (await stage.next_change("gleb")).text == "Какой центр? Нажмите или напишите номер."


async def test_a_librarian_of_a_centre_without_hours_is_told_how_to_set_them(stage: StraightStage) -> None:
    roster = day_book(stage).roster
    await roster.remove(roster.members[0].id)
    await also_at(stage, "porkhov")

    await stage.say("vera", "/today")

    assert "/hours" in await said(stage)


async def test_where_no_consultations_are_offered_there_is_no_day(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode=ServiceMode.INFORMATION) as stage:
        await stage.say("vera", "/today")

        assert (await said(stage)).startswith("Записи на консультации в этом боте нет")


async def test_a_walk_in_takes_three_taps(stage: StraightStage) -> None:
    await stage.say("vera", "/walkin")

    taps = ["1. Человек пришёл", "3. Вход и забытый пароль", "2. Восстановили доступ"]
    for label in taps:
        await stage.press("vera", label)

    assert "Итог: восстановили доступ." in await said(stage)
    assert len(taps) <= 4


async def test_a_phone_call_takes_four_taps(stage: StraightStage) -> None:
    await stage.say("vera", "/walkin")

    taps = ["2. Человек звонит", "3. Вход и забытый пароль", "2. вторник, 24 ноября, 14:00", "Без имени"]
    for label in taps:
        await stage.press("vera", label)
    booking = await day_book(stage).booking.told_of(BookingId(1))

    assert (await said(stage)).endswith(f"Код визита: {booking.code if booking else ''}")
    assert booking is not None
    assert (booking.state, booking.visitor) == (State.BOOKED, Visitor("Без имени"))
    assert len(taps) <= 4


async def test_the_loser_on_the_phone_hears_the_nearest_times(stage: StraightStage) -> None:
    await booked(stage)
    await day_book(stage).visits.phoned(VERA, Wish(PSKOV, "recovery", THREE, Visitor("Пётр")))

    hush(stage)
    await stage.press_data("vera", pack(PhoneAt("recovery", PSKOV, moment_code(THREE))))
    told = stage.wire.inbox[IDS["vera"]][0]

    assert told.text.startswith("Это время только что заняли.")
    assert told.labels[:4] == (
        "1. вторник, 24 ноября, 14:30",
        "2. вторник, 24 ноября, 15:30",
        "3. вторник, 24 ноября, 16:00",
        "Ближайшее время",
    )


async def test_a_visitor_without_a_readable_name_is_asked_again(stage: StraightStage) -> None:
    await pressed(stage, GuestCame("recovery", PSKOV))
    await pressed(stage, NameVisitor(1))

    await stage.say("vera", "…")
    again = await said(stage)
    await stage.say("vera", "Пётр")

    assert again == "Не получилось прочитать имя. Напишите его буквами, например «Анна»."
    assert "Кто: Пётр" in await said(stage)


async def test_a_typed_reason_goes_along_with_the_press(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, CallOff(booking.id, sure=False))

    await stage.say("vera", "болею: грипп")
    await stage.press("vera", "Да, отменить")
    cancelled = await state_of(stage, booking)

    assert cancelled is not None
    assert (cancelled.state, cancelled.reason) == (State.CANCELLED, "болею: грипп")


async def test_a_reason_typed_too_late_cancels_nothing(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, CallOff(booking.id, sure=False))
    stage.clock.advance(THREE - stage.clock.now())

    await stage.say("vera", "болею")

    assert "Чем закончилось?" in await said(stage)
    assert await state_of(stage, booking) == booking


async def test_a_reason_for_another_visit_is_not_taken(stage: StraightStage) -> None:
    first, second = await booked(stage), await booked(stage, "мама", THREE.replace(hour=13))
    await pressed(stage, CallOff(first.id, sure=False))
    await stage.say("vera", "болею")

    await pressed(stage, CallOff(second.id, sure=True))
    cancelled = await state_of(stage, second)

    assert cancelled is not None
    assert cancelled.reason is None


async def test_a_code_typed_in_the_middle_finds_its_visit(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, GuestCame("recovery", PSKOV))
    await pressed(stage, NameVisitor(2))

    await stage.say("vera", booking.code)
    found = await said(stage)
    await stage.say("vera", "Пётр")

    assert "Кто: Анна" in found
    assert "Кто: Пётр" in await said(stage)


async def test_words_asked_for_by_another_version_are_not_lost_in_silence(stage: StraightStage) -> None:
    conversation = Conversation("telegram", IDS["vera"], IDS["vera"])
    await stage.app.dispatcher.workflow_data["awaited"].put(conversation, Awaited(Wait.DESK, "dance"))

    await stage.say("vera", "вальс")

    assert (await said(stage)).startswith(OUTDATED)


async def also_at(stage: StraightStage, centre: str) -> None:
    invitations = stage.app.invitations
    token, _ = await invitations.make(CentreId(centre), Address("telegram", IDS["gleb"]))
    await invitations.accept(token, VERA, "Вера")
    await stage.app.courier.deliver_due()
    hush(stage)
