"""The sandbox that real processes speak to, and Анна at its page."""

from collections.abc import AsyncIterator

import pytest

from bot.clock import MovableClock
from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.stage import TOKEN


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()
    assert sandbox.state.undocumented == set()


@pytest.fixture
async def anna(sandbox: Sandbox) -> AsyncIterator[Visitor]:
    async with Visitor.connect(sandbox.url, "anna") as anna:
        await anna.start()
        yield anna
