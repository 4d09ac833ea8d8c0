"""Work beside the event loop: waited for, its faults handed on, cut off at the end of the program."""

import subprocess
import sys
import time

import pytest

from bot.daemon_thread import in_daemon_thread

ENDLESS = """
import asyncio, time
from bot.daemon_thread import in_daemon_thread

async def main():
    work = asyncio.ensure_future(in_daemon_thread(lambda: time.sleep(600)))
    await asyncio.sleep(0.1)
    work.cancel()

asyncio.run(main())
"""


async def test_the_work_is_waited_for() -> None:
    done: list[str] = []

    await in_daemon_thread(lambda: done.append("done"))

    assert done == ["done"]


async def test_what_the_work_raises_is_raised() -> None:
    def fail() -> None:
        raise ValueError("no number")

    with pytest.raises(ValueError, match="no number"):
        await in_daemon_thread(fail)


def test_the_end_of_the_program_does_not_wait_for_it() -> None:
    began = time.monotonic()

    ended = subprocess.run([sys.executable, "-c", ENDLESS], check=True, timeout=60, capture_output=True)  # noqa: S603 - ours

    assert (ended.stderr, time.monotonic() - began < 30) == (b"", True)
