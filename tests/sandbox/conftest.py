from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot.clock import MovableClock
from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.sandbox.asking import TOKEN, Raw


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    yield Bot(TOKEN, session=session)
    if session._session:
        await session._session.close()  # aiogram's own close waits a quarter of a second for TLS


@pytest.fixture
async def raw(sandbox: Sandbox) -> AsyncIterator[Raw]:
    async with Raw.open(sandbox.url) as raw:
        yield raw


@pytest.fixture
async def stranger(sandbox: Sandbox) -> AsyncIterator[Visitor]:
    """Boris, who has never written to the bot."""
    async with Visitor.connect(sandbox.url, "boris") as boris:
        yield boris


@pytest.fixture
async def anna(sandbox: Sandbox) -> AsyncIterator[Visitor]:
    """Anna, who has pressed «Начать»."""
    async with Visitor.connect(sandbox.url, "anna") as anna:
        await anna.start()
        yield anna
