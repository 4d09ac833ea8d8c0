"""A Bot API to speak to, and a bot that hears through the real intake."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiohttp import web

from bot.storage.database import Database
from tests.stage import StraightStage, straight_stage
from tests.telegram.hearing import Hearing
from tests.telegram.small_api import Api, bot_at


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    api, app = Api(), web.Application()
    app.router.add_post("/bot{token}/{method}", api.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield api
    await runner.cleanup()


@pytest.fixture
async def bot(api: Api) -> AsyncIterator[Bot]:
    async with bot_at(api.url) as bot:
        yield bot


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with await Database.open(tmp_path / "bot.sqlite3") as database:
        yield database


@pytest.fixture
async def hearing(bot: Bot, database: Database) -> AsyncIterator[Hearing]:
    hearing = Hearing(bot, database)
    yield hearing
    await hearing.intake.inbox.close()
