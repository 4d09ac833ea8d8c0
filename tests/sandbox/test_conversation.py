import asyncio
import time
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, Message

from bot.sandbox.server import Sandbox
from tests.chat_seen import Answer
from tests.chat_visitor import Visitor
from tests.sandbox.asking import YES, Raw


async def greet(message: Message) -> None:
    await message.answer("Здравствуйте! Всё верно?", reply_markup=YES)


async def echo(message: Message) -> None:
    await message.answer(f"Вы сказали: {message.text}")


async def confirm(query: CallbackQuery) -> None:
    await query.answer("Записали")
    assert isinstance(query.message, Message)
    await query.message.edit_text("Вы записаны.")


@pytest.fixture
async def polite(bot: Bot) -> AsyncIterator[Dispatcher]:
    """A small bot made with aiogram alone, polling as bots do."""
    dispatcher = Dispatcher()
    dispatcher.message.register(greet, CommandStart())
    dispatcher.message.register(echo)
    dispatcher.callback_query.register(confirm)
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
    yield dispatcher
    await dispatcher.stop_polling()
    await polling


@pytest.mark.usefixtures("polite")
async def test_a_person_and_a_polling_bot_hold_a_conversation(stranger: Visitor) -> None:
    await stranger.start()
    assert (await stranger.reply()).labels == ["Да"]

    assert await stranger.press("Да") == Answer("Записали", alert=False)
    assert (await stranger.edited()).text == "Вы записаны."

    await stranger.say("спасибо")
    assert (await stranger.reply()).text == "Вы сказали: спасибо"


@pytest.mark.usefixtures("polite")
async def test_two_people_are_answered_each_in_their_own_chat(anna: Visitor, stranger: Visitor) -> None:
    await anna.reply()
    await asyncio.gather(anna.say("раз"), stranger.say("два"))

    assert (await anna.reply()).text == "Вы сказали: раз"
    assert (await stranger.reply()).text == "Вы сказали: два"


async def test_the_sandbox_ends_soon_while_a_bot_polls_and_pages_sleep(sandbox: Sandbox, bot: Bot, raw: Raw) -> None:
    chat = f"{sandbox.url}/chat"
    async with raw.http.ws_connect(chat) as first, raw.http.ws_connect(chat) as second:
        hellos = [await first.receive_json(), await second.receive_json()]
        polling = asyncio.create_task(bot.get_updates(timeout=30))
        await asyncio.sleep(0.05)
        before = time.monotonic()

        await sandbox.stop()

        assert time.monotonic() - before < 2
        assert await polling == []
        assert len(hellos) == 2
