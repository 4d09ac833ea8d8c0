"""What librarians type and tap in: codes, names, reasons, guests at the door and on the phone."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.booking.booking import BookingId, BookingState, Visitor, Wish
from bot.screens.callback_data import pack
from bot.screens.librarian_day.actions import CallOff, NameVisitor
from bot.screens.librarian_day.entry_actions import GuestCame, PhoneAt
from bot.screens.time_codes import moment_code
from tests.handlers.librarian_day.day_stage import (
    PSKOV,
    THREE,
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


async def test_the_log_of_either_centre_is_two_taps_away(stage: StraightStage) -> None:
    await also_at(stage, "ostrov")

    await stage.say("vera", "/walkin")
    await stage.say("vera", "6")
    asked = stage.wire.inbox[IDS["vera"]][-1]

    assert "Островская" in asked.text
    assert {"3. Помогли по телефону", "4. За другой день", "5. Журнал дня"} <= set(asked.labels)


async def test_a_walk_in_takes_three_taps(stage: StraightStage) -> None:
    await stage.say("vera", "/walkin")

    taps = ["1. Человек пришёл", "3. Помощь со входом и паролем", "2. Восстановили доступ"]
    for label in taps:
        await stage.press("vera", label)

    assert "Итог: восстановили доступ." in await said(stage)
    assert len(taps) <= 4


async def test_a_phone_call_takes_four_taps(stage: StraightStage) -> None:
    await stage.say("vera", "/walkin")

    taps = ["2. Человек звонит", "3. Помощь со входом и паролем", "2. вторник, 24 ноября, 14:00", "Без имени"]
    for label in taps:
        await stage.press("vera", label)
    booking = await day_book(stage).booking.told_of(BookingId(1))

    assert (await said(stage)).endswith(f"Код визита: {booking.code if booking else ''}")
    assert booking is not None
    assert (booking.state, booking.visitor) == (BookingState.BOOKED, Visitor("Без имени"))
    assert len(taps) <= 4


async def test_the_loser_on_the_phone_hears_the_nearest_times(stage: StraightStage) -> None:
    await booked(stage)
    await day_book(stage).visits.phoned(VERA, Wish(PSKOV, "recovery", THREE, Visitor("Пётр")))

    hush(stage)
    await stage.press_data("vera", pack(PhoneAt("recovery", PSKOV, moment_code(THREE))))
    told = stage.wire.inbox[IDS["vera"]][0]

    assert told.text.startswith("Это время уже заняли.")
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
    assert (cancelled.state, cancelled.reason) == (BookingState.CANCELLED, "болею: грипп")


async def test_a_reason_typed_too_late_cancels_nothing(stage: StraightStage) -> None:
    booking = await booked(stage)
    stage.clock.advance(THREE - timedelta(minutes=30) - stage.clock.now())
    await pressed(stage, CallOff(booking.id, sure=False))
    stage.clock.advance(timedelta(minutes=30))

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


async def test_a_code_typed_in_the_middle_finds_its_visit_and_ends_the_question(stage: StraightStage) -> None:
    booking = await booked(stage)
    await pressed(stage, GuestCame("recovery", PSKOV))
    await pressed(stage, NameVisitor(2))

    await stage.say("vera", booking.code)
    found = await said(stage)
    await stage.say("vera", "Пётр")

    assert "Кто: Анна" in found
    assert stage.wire.inbox[IDS["vera"]][-1].text.startswith("Эти слова я никуда не записал.")
