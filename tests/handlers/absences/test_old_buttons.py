"""Buttons of absences in messages that the days have outlived."""

import pytest

from bot.screens.absences.actions import EndAbsence
from bot.screens.callback_data import pack
from tests.stage import StraightStage

OF_OLD = 1  # the first absence of the database


@pytest.fixture
async def longer(stage: StraightStage) -> StraightStage:
    """Vera is absent from today; since the first button was shown the days became more."""
    await stage.open_booking()
    for said in ("болею до пятницы", "да", "болею до воскресенья", "да"):
        await stage.say("vera", said)
        await stage.next("vera")
    return stage


async def test_an_old_button_names_what_stands_and_takes_nothing_off(longer: StraightStage) -> None:
    await longer.press_data("vera", pack(EndAbsence(OF_OLD)))

    shown = await longer.next("vera")
    assert "Отмечено, что вас не будет: вторник, 24 ноября — воскресенье, 29 ноября" in shown.text
    assert "вы на месте" not in shown.text
    assert "Я на месте: снять отсутствие" in shown.labels
