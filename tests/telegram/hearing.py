"""A polling bot whose handler takes as long as the test says, over a real database."""

import asyncio
from collections.abc import Callable
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.types import Message

from bot.backoff import Backoff
from bot.inbox.update import UpdateKey
from bot.storage.database import Database
from bot.storage.tables.inbox import InboxStore
from bot.telegram.intake import Intake
from bot.telegram.polling import Polling
from tests.hand_clock import HandClock
from tests.telegram.small_api import Api


class NoSetAside:
    async def add(self, key: UpdateKey, at: object, kind: str, size: int, reason: str) -> None:
        raise AssertionError((key, at, kind, size, reason))


class Hearing:
    """Polling whose handler takes as long as the test says."""

    def __init__(self, bot: Bot, database: Database) -> None:
        self.database = database
        self.heard: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.stop = asyncio.Event()
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(self._hear)
        self.intake = Intake(dispatcher, bot, NoSetAside(), HandClock(), InboxStore(database))
        self.polling = Polling(bot, self.intake, Backoff(first=0.01, longest=0.02))

    async def _hear(self, message: Message) -> None:
        await self.gate.wait()
        self.heard.append(message.text or "")

    async def until(self, ready: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not ready():  # noqa: ASYNC110 - what is waited for is not ours to signal
                await asyncio.sleep(0.01)


async def stored(database: Database) -> list[str]:
    """The keys of those that wait in the table."""
    sql = "select key from inbox where handled_at is null order by number"
    return [key for (key,) in await database.read(lambda db: db.execute(sql).fetchall())]


def update(number: int, chat: int = 5) -> dict[str, Any]:
    message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": str(number)}
    return {"update_id": number, "message": message}


def batch(*numbers: int) -> tuple[int, object]:
    return 200, {"ok": True, "result": [update(number) for number in numbers]}


def offsets(api: Api) -> list[int]:
    return [fields.get("offset", 0) for method, fields in api.calls if method == "getUpdates"]
