"""The librarian's day at each press: rights, groups, papers; old and forged buttons write nothing."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.centres.editing import Editor
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.closures.actions import CloseWhat, LinkGroupChat
from bot.screens.librarian_day.actions import (
    CallOff,
    DayCentres,
    DaySheet,
    DayTable,
    GiveBack,
    MarkVisit,
    NameVisitor,
    OpenVisit,
    ShiftTimes,
    ShiftTo,
    ShowDay,
    ShowWeek,
    TakeOn,
)
from bot.screens.librarian_day.entry_actions import GuestCame, GuestTopics, NewGuest, PhoneAt, PhoneTimes
from bot.screens.time_codes import day_code, moment_code
from bot.settings import ServiceMode
from tests.handlers.librarian_day.day_stage import (
    ANNA,
    GROUP,
    NOT_YOURS,
    ON,
    OUTDATED,
    PSKOV,
    THREE,
    TODAY,
    VERA,
    also_at,
    booked,
    day_book,
    hush,
    pressed,
    said,
    state_of,
)
from tests.stage import IDS, StraightStage, straight_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    """Вера works at the library; Глеб is an admin."""
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.open_booking()
        hush(stage)
        yield stage


@pytest.mark.parametrize(
    "action",
    [
        OpenVisit(1),
        TakeOn(1, over=True),
        GiveBack(1),
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
    await roster.remove(roster.members[0].id, VERA)
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


@pytest.mark.parametrize(
    "action", [OpenVisit(2**53), TakeOn(2**53, over=False), GiveBack(2**53), MarkVisit(2**53, "missed")], ids=str
)
async def test_a_visit_there_is_not_is_gone(stage: StraightStage, action: Action) -> None:
    assert (await pressed(stage, action)).startswith("С этой записью так уже не сделать")


async def test_a_centre_without_hours_for_booking_says_how_to_set_them(stage: StraightStage) -> None:
    assert "/hours" in await pressed(stage, GuestTopics("porkhov", phone=True))
    assert await pressed(stage, NewGuest("porkhov")) == NOT_YOURS


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


async def test_a_person_who_stopped_the_bot_is_marked_on_the_list(stage: StraightStage) -> None:
    booking = await booked(stage)
    await stage.app.edge.dispatcher.workflow_data["people"].set_reachable(ANNA, since=stage.clock.now())

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


async def toast_in_group(stage: StraightStage, person: str, action: Action) -> str:
    """What stands over the button for whoever pressed it there; the group itself gets nothing new."""
    assert await press_in_group(stage, person, action) == []
    return stage.wire.toast


async def test_in_a_group_the_one_who_pressed_is_judged(stage: StraightStage) -> None:
    booking = await booked(stage)
    await press_in_group(stage, "vera", LinkGroupChat(PSKOV))

    assert await toast_in_group(stage, "boris", TakeOn(booking.id, over=False)) == NOT_YOURS
    taken = await toast_in_group(stage, "vera", TakeOn(booking.id, over=False))
    assert taken.startswith("Записал. Этого посетителя принимает Вера.")
    assert (await state_of(stage, booking)) != booking


@pytest.mark.parametrize("action", [ShowDay(PSKOV, ON), OpenVisit(1), DayTable(PSKOV, ON), CloseWhat(PSKOV)])
async def test_among_strangers_no_visitor_is_named(stage: StraightStage, action: Action) -> None:
    await booked(stage)

    answer = await toast_in_group(stage, "vera", action)

    assert answer.startswith("Записи людей я показываю только лично")


async def test_a_notice_that_is_no_longer_true_is_not_sent(stage: StraightStage) -> None:
    booking = await booked(stage)
    await day_book(stage).booking.cancel(ANNA, booking.id)

    await stage.app.edge.delivery_worker.deliver_due()

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


async def test_an_admin_may_look_at_any_centre_and_at_another(stage: StraightStage) -> None:
    shown = await pressed(stage, ShowDay("pechory", ON), "gleb")
    labels = list(stage.wire.buttons[IDS["gleb"]])
    await stage.press("gleb", "Другой центр")

    assert shown.startswith("Сегодня, вторник, 24 ноября\nПечорская")
    assert "Другой центр" in labels
    assert (await stage.next_change("gleb")).text == "Какой центр? Нажмите или напишите номер."


async def test_a_librarian_of_a_centre_without_hours_is_told_how_to_set_them(stage: StraightStage) -> None:
    roster = day_book(stage).roster
    await roster.remove(roster.members[0].id, VERA)
    await also_at(stage, "porkhov")

    await stage.say("vera", "/today")

    assert "/hours" in await said(stage)


async def test_where_no_consultations_are_offered_there_is_no_day(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode=ServiceMode.INFORMATION) as stage:
        await stage.say("vera", "/today")

        assert (await said(stage)).startswith("Записи на консультации в этом боте нет")


async def test_a_centre_that_stops_booking_still_shows_who_was_booked(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.open_booking()
        booking = await booked(stage)
        zone = ZoneInfo("Europe/Moscow")
        Editor(tmp_path / "data", zone).change_centre(PSKOV, {"consultations": None}, stage.clock.now())
        await stage.app.services.files.directory.refresh()

        shown = [await told(stage, text) for text in ("/today", booking.code)]

        assert [f"код {booking.code}" in shown[0], f"Код визита: {booking.code}" in shown[1]] == [True, True]


async def told(stage: StraightStage, text: str) -> str:
    hush(stage)
    await stage.say("vera", text)
    return await said(stage)
