"""What 0.1.0 and 0.1.1 had asked, and every button of theirs, goes on after an upgrade."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.dialog_state import Conversation
from bot.people import Address
from bot.screens.action import Action
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookAt,
    BookDays,
    BookForOther,
    BookNear,
    BookTime,
    BookTimes,
    ConfirmAsMe,
    ConfirmCalled,
    FullDays,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.prompts import BookingPrompt, VisitorPrompt, WhenPrompt, WherePrompt
from bot.screens.callback_data import pack
from bot.screens.time_codes import day_code, moment_code
from tests.booking.reading_room import local
from tests.handlers.test_last_question import store
from tests.stage import IDS, StraightStage, straight_stage
from tests.telegram.pressing import pressed, said

ANNA = Conversation("telegram", IDS["anna"], IDS["anna"])
HERE = "doctor", "ostrov"
FRIDAY = moment_code(local("2026-11-27 10:00"))
SUNDAY = day_code(local("2026-11-29 12:00").date())
ASKED: list[tuple[BookingPrompt, str, str]] = [
    (WherePrompt(BookVisit()), "к врачу", "Помощь с записью к врачу\n\nКуда вам удобно прийти?"),
    (WherePrompt(BookAt("ostrov")), "к врачу", "Помощь с записью к врачу\nОстровская"),
    (WherePrompt(BookVisit("doctor")), "Остров", "Помощь с записью к врачу\nОстровская"),
    (WherePrompt(BookNear("doctor", 7)), "Остров", "Помощь с записью к врачу\nОстровская"),
    (WhenPrompt(BookDays(*HERE)), "в пятницу", "Пятница, 27 ноября\nОстровская"),
    (WhenPrompt(BookTimes(*HERE, FRIDAY)), "10:30", "Проверьте, всё ли верно"),
    (VisitorPrompt(BookTime(*HERE, FRIDAY)), "Аня", "Проверьте, всё ли верно"),
    (VisitorPrompt(BookForOther(*HERE, FRIDAY)), "Пётр", "Проверьте, всё ли верно"),
    (VisitorPrompt(ConfirmAsMe(*HERE, FRIDAY)), "да", "Возьмите с собой"),
    (VisitorPrompt(ConfirmCalled(*HERE, FRIDAY), "Аня"), "да", "Возьмите с собой"),
    (VisitorPrompt(ConfirmCalled(*HERE, FRIDAY), "Пётр", for_other=True), "да", "Пусть Пётр возьмёт с собой"),
    (VisitorPrompt(WaitForDay(*HERE, SUNDAY)), "Аня", "В этот день приёма нет"),
    (VisitorPrompt(WaitForOther(*HERE, SUNDAY)), "Пётр", "В этот день приёма нет"),
]
PRESSED: list[tuple[Action, str]] = [
    (BookVisit(), "Запись на консультацию"),
    (BookVisit("doctor"), "Помощь с записью к врачу\n\nКуда"),
    (BookAt("ostrov"), "Запись на консультацию\n\nЦентр: Островская"),
    (BookNear("doctor"), "Помощь с записью к врачу\n\nКуда"),
    (BookDays(*HERE), "Помощь с записью к врачу\nОстровская"),
    (FullDays(*HERE), "Помощь с записью к врачу\nОстровская"),
    (BookTimes(*HERE, FRIDAY), "Пятница, 27 ноября\n"),
    (BookTime(*HERE, FRIDAY), "Пятница, 27 ноября, 10:00"),
    (BookForOther(*HERE, FRIDAY), "Кто придёт?"),
    (BookAsMe(*HERE, FRIDAY), "Проверьте, всё ли верно"),
    (BookAsCalled(*HERE, FRIDAY), "Напишите, пожалуйста, имя ещё раз."),
    (ConfirmAsMe(*HERE, FRIDAY), "Возьмите с собой"),
    (ConfirmCalled(*HERE, FRIDAY), "Напишите, пожалуйста, имя ещё раз."),
    (WaitForDay(*HERE, SUNDAY), "Ждать место: воскресенье"),
    (WaitForOther(*HERE, SUNDAY), "Кто придёт?"),
]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as built:
        await built.open_booking()
        yield built


@pytest.mark.parametrize(("asked", "words", "answer"), ASKED)
async def test_a_step_asked_before_the_upgrade_hears_its_answer(
    stage: StraightStage, asked: BookingPrompt, words: str, answer: str
) -> None:
    await store(stage).put(ANNA, asked)

    shown = await said(stage, words)

    assert shown.text.startswith(answer)


@pytest.mark.parametrize(("action", "answer"), PRESSED, ids=lambda one: pack(one) if isinstance(one, Action) else "")
async def test_a_button_of_an_old_message_works(stage: StraightStage, action: Action, answer: str) -> None:
    assert (await pressed(stage, action)).text.startswith(answer)


async def test_the_name_that_was_typed_before_the_upgrade_is_kept_for_another_time(stage: StraightStage) -> None:
    await store(stage).put(ANNA, VisitorPrompt(ConfirmCalled(*HERE, FRIDAY), "Пётр", for_other=True))

    await pressed(stage, BookDays(*HERE))
    shown = await said(stage, "в пятницу в 11")

    assert "Когда: пятница, 27 ноября, 11:00\nКто придёт: Пётр" in shown.text


async def test_a_new_booking_keeps_nothing_of_the_one_before(stage: StraightStage) -> None:
    await store(stage).put(ANNA, VisitorPrompt(ConfirmCalled(*HERE, FRIDAY), "Пётр", for_other=True))

    await pressed(stage, BookVisit("pension"))
    await said(stage, "Остров")
    shown = await said(stage, "в пятницу в 10")

    assert "Когда: пятница, 27 ноября, 10:00\nКак к вам обращаться: Анна Петровна" in shown.text


async def test_a_forged_button_in_a_group_books_nothing(stage: StraightStage) -> None:
    group = {"id": -100500, "type": "supergroup", "title": "Стол"}
    message = {"message_id": 5, "date": 1, "chat": group, "text": "…"}
    user = {"id": IDS["anna"], "is_bot": False, "first_name": "Анна"}
    data = pack(ConfirmAsMe(*HERE, FRIDAY))

    await stage.feed(callback_query={"id": "1", "from": user, "chat_instance": "1", "data": data, "message": message})

    assert stage.wire.toast.startswith("Об этом лучше лично")  # to whoever pressed, not to the group
    assert await stage.app.services.visits.booking.bookings_of(Address("telegram", IDS["anna"])) == []
