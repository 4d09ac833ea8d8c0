"""Ways to ask the sandbox that tests share."""

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, Update
from aiohttp import ClientSession

TOKEN = "42:TEST"
ANNA, BORIS, VERA, GLEB = 1001, 1002, 2001, 3001
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x03\x08\x02\x00\x00\x00"
YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="yes")]])


async def refusal(call: Awaitable[object]) -> str:
    """The words with which the Bot API refuses this call."""
    with pytest.raises(TelegramAPIError) as caught:
        await call
    return caught.value.message


async def news(bot: Bot) -> list[Update]:
    """Everything that waits for the bot, confirmed at once."""
    updates = await bot.get_updates()
    if updates:
        await bot.get_updates(offset=updates[-1].update_id + 1, timeout=0)
    return updates


def button(**action: object) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.model_validate({"inline_keyboard": [[{"text": "Кнопка", **action}]]})


@dataclass(frozen=True, slots=True)
class Raw:
    """Talks to the sandbox without aiogram: what other clients and broken ones send."""

    http: ClientSession
    url: str

    @classmethod
    @asynccontextmanager
    async def open(cls, url: str) -> AsyncIterator["Raw"]:
        async with ClientSession() as http:
            yield cls(http, url)

    async def call(self, method: str, **fields: object) -> dict[str, object]:
        """A call with a JSON body; gives the whole answer."""
        async with self.http.post(f"{self.url}/bot{TOKEN}/{method}", json=fields) as response:
            return dict(await response.json())
