"""The bot as an operator starts it: a process of its own, reached through the environment alone."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.learned import keep_learned_in
from tests.stage import TOKEN

STARTED = '"bot.started"'
# Coverage would make each of some hundred starts several times as long; what they run is mostly covered in-process.
_NOT_HANDED_ON = ("BOT_", "WEBHOOK_", "COVERAGE_")


class Process:
    """One run of `python -m bot run`; its log is kept."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = process.pid
        self.log = ""
        self._grown = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        assert self._process.stderr
        async for line in self._process.stderr:
            self.log += line.decode()
            self._grown.set()
            self._grown = asyncio.Event()

    async def logged(self, words: str, seconds: float = 60.0) -> None:
        try:
            async with asyncio.timeout(seconds):
                while words not in self.log:
                    await self._grown.wait()
        except TimeoutError:
            pytest.fail(f"in {seconds} seconds the process logged no {words}, but:\n{self.log}")

    async def ended(self, seconds: float = 60.0) -> int:
        async with asyncio.timeout(seconds):
            code = await self._process.wait()
            await self._reading
        return code

    async def stop(self, number: signal.Signals = signal.SIGTERM, seconds: float = 10.0) -> int:
        if self._process.returncode is None:
            self._process.send_signal(number)
        return await self.ended(seconds)


def environment_of_tests() -> dict[str, str]:
    """What a process of the bot is handed on from the tests' own environment."""
    return {name: value for name, value in os.environ.items() if not name.startswith(_NOT_HANDED_ON)}


@asynccontextmanager
async def started(folder: Path, *, new: bool = True, **given: str) -> AsyncIterator[Process]:
    environment = environment_of_tests() | {
        "DATABASE": str(folder / "bot.sqlite3"),
        "BOT_TOKEN": TOKEN,
        "STATISTICS_KEY": "k",
        "DATA_DIR": "data",
    }
    keep_learned_in(folder)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        *(["--new"] if new else []),
        env=environment | given,
        stderr=asyncio.subprocess.PIPE,
    )
    run = Process(process)
    try:
        yield run
    finally:
        await run.stop(signal.SIGKILL)
