"""Pressing any button and writing any words, and what the bot said last."""

from bot.screens.action import Action
from bot.screens.callback_data import pack
from tests.dialogue import Shown
from tests.stage import IDS, StraightStage


async def pressed(stage: StraightStage, action: Action, person: str = "anna") -> Shown:
    stage.wire.inbox[IDS[person]].clear()
    await stage.press_data(person, pack(action))
    return stage.wire.inbox[IDS[person]][-1]


async def said(stage: StraightStage, text: str, person: str = "anna") -> Shown:
    stage.wire.inbox[IDS[person]].clear()
    await stage.say(person, text)
    return stage.wire.inbox[IDS[person]][-1]
