"""The sandbox that real processes speak to, and Анна at its page."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.learned import keep_learned_in
from tests.stage import TOKEN


@pytest.fixture(autouse=True)
def uncovered_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Coverage would make each of some hundred starts several times as long; what they run is covered in-process."""
    for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def learned_before(tmp_path: Path) -> None:
    """What the first start beside a database would learn."""
    keep_learned_in(tmp_path)


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
