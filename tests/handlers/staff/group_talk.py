"""A group of librarians linked to a centre, and a visit booked there."""

from bot.sandbox.people import DESK_ID
from bot.screens.callback_data import pack
from bot.screens.closures.actions import LinkGroupChat
from tests.dialogue import DESK
from tests.stage import IDS, StraightStage

BOT = {"id": 42, "is_bot": True, "first_name": "БиблиоГос"}


LIBRARY = "pskov-pounb"


async def linked(stage: StraightStage) -> None:
    await stage.press_data(f"vera{DESK}", pack(LinkGroupChat(LIBRARY)))
    assert texts(stage, DESK_ID)[-1].startswith("Готово. Записи сюда")


def texts(stage: StraightStage, chat: int) -> list[str]:
    said = [shown.text for shown in stage.wire.inbox[chat]]
    stage.wire.inbox[chat].clear()
    return said


async def book(stage: StraightStage) -> None:
    for words in ("/book", "Паспорт", "1", "завтра 10:00", "Анна", "да"):
        await stage.say("anna", words)
    texts(stage, IDS["anna"])
