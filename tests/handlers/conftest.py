"""A stage on which three centres take bookings; a Bot API to speak to."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Bot
from aiohttp import web

from bot.storage.database import Database
from tests.stage import StraightStage, straight_stage
from tests.telegram.hearing import Hearing
from tests.telegram.small_api import Api, bot_at


@pytest.fixture(scope="session")
def bookable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files with consultation hours, written once: no test here changes them."""
    folder = tmp_path_factory.mktemp("bookable")
    asyncio.run(_open_booking(folder))
    return folder / "data"


async def _open_booking(folder: Path) -> None:
    async with straight_stage(folder) as stage:
        await stage.open_booking()


@pytest.fixture
async def stage(bookable: Path, tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, data_dir=bookable) as stage:
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
