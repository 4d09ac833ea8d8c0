"""How the steps of booking stand in the chat: pressed in place, typed anew, read aloud one below the other."""

from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path

import pytest

from bot.people import Address
from bot.screens.booking.actions import BookDays
from bot.screens.callback_data import pack
from tests.dialogue import Shown
from tests.stage import IDS, StraightStage, straight_stage
from tests.telegram.pressing import said

CHAT = IDS["anna"]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as built:
        await built.open_booking()
        yield built


async def press(stage: StraightStage, beginning: str) -> Shown:
    """Presses the button that begins so; the step as it stands after that, new or changed."""
    stage.wire.inbox[CHAT].clear()
    label = next(one for one in reversed(stage.wire.buttons[CHAT]) if one.startswith(beginning))
    await stage.press("anna", label)
    return stage.wire.inbox[CHAT][-1] if stage.wire.inbox[CHAT] else stage.wire.changes[CHAT][-1]


async def test_from_start_to_a_booked_visit_it_takes_five_presses_at_most(stage: StraightStage) -> None:
    await said(stage, "/start")
    await said(stage, "📅 Прийти за помощью")  # the first press: a button of the main menu
    for beginning in ("3. Помощь со входом", "1. Областная библиотека", "1. Ближайшее время"):
        await press(stage, beginning)
    await press(stage, "Да, записать")

    booked = await stage.app.services.visits.booking.bookings_of(Address("telegram", CHAT))
    assert [(one.centre, one.topic) for one in booked] == [("pskov-pounb", "recovery")]


async def test_a_pressed_step_takes_the_place_of_the_one_before(stage: StraightStage) -> None:
    await said(stage, "/book")
    written = stage.wire.last

    for beginning in ("3. Помощь", "1. Областная", "2. ", "1. 1"):
        await press(stage, beginning)

    assert stage.wire.last == written
    steps = [shown.text.rstrip(".").split("\n")[-1] for shown in stage.wire.changes[CHAT]][:3]
    assert [before < after for before, after in pairwise(steps)] == [True, True]
    assert steps == ["Шаг 2 из 4", "Шаг 3 из 4", "Шаг 4 из 4"]


async def test_a_typed_step_is_new_and_the_one_before_loses_its_buttons(stage: StraightStage) -> None:
    await said(stage, "/book")
    first = stage.wire.last

    shown = await said(stage, "пароль")

    assert shown.text.startswith("Помощь со входом и паролем")
    assert stage.wire.bare == {(CHAT, first)}
    assert not stage.wire.changes[CHAT]


async def test_a_button_of_an_older_step_shows_its_step_anew(stage: StraightStage) -> None:
    await said(stage, "/book")
    old = stage.wire.last
    await said(stage, "пароль")
    stage.wire.inbox[CHAT].clear()

    await stage.press_data("anna", pack(BookDays("recovery", "ostrov")), old)

    assert stage.wire.inbox[CHAT][-1].text.startswith("Помощь со входом и паролем\nОстровская")


async def test_read_aloud_every_step_is_new(stage: StraightStage) -> None:
    await stage.app.stores.people.set_reading_aloud(Address("telegram", CHAT), on=True)
    await said(stage, "/book")

    shown = await press(stage, "3. Помощь")

    assert shown.text.startswith("Помощь со входом и паролем")
    assert not stage.wire.changes[CHAT]


async def test_the_confirmation_comes_before_its_file_and_brings_the_main_menu_back(stage: StraightStage) -> None:
    await said(stage, "запишите меня на завтра в 10 в областную, паспорт")
    stage.wire.inbox[CHAT].clear()

    await stage.say("anna", "да")

    confirmed, file, things = stage.wire.inbox[CHAT]
    assert confirmed.text.startswith("Вы записаны")
    assert "📍 Ближайший центр" in confirmed.menu
    assert (file.text, bool(things.labels)) == ("[файл] запись-25-11-2026-10-00.ics", True)
