from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.database import Database
from tests.hand_clock import HandClock
from tests.storage.inbox_run import InboxRun


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bot.sqlite3"


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    async with await Database.open(file) as opened:
        yield opened


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def run(database: Database) -> AsyncIterator[InboxRun]:
    run = InboxRun(database)
    await run.begin()
    yield run
    run.running.cancel()
    await run.inbox.close()


@pytest.fixture
async def next_run(database: Database) -> AsyncIterator[InboxRun]:
    run = InboxRun(database)
    yield run
    run.running.cancel()
    await run.inbox.close()
