"""What was counted stays: all of it when the bot is told to stop, all but the last moment when it is killed."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.e2e.process import started

START, THANKS = 1, 5


async def thank(anna: Visitor, times: int) -> None:
    """Says thanks and waits for each answer."""
    for _ in range(times):
        await anna.say("спасибо")
        await anna.wait_for_text("Пожалуйста!", 30)


def counted(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "bot.sqlite3")) as db:
        (rows,) = db.execute("select count(*) from contact").fetchone()
        (sums,) = db.execute("select coalesce(sum(n), 0) from span_sum where length(span) = 10").fetchone()
        assert rows == sums
        return int(rows)


async def test_told_to_stop_right_after_an_answer_the_bot_has_counted_everything(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path
) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await anna.reply(60)
        await thank(anna, THANKS)
        await bot.stop()

    assert counted(tmp_path) == START + THANKS


async def test_killed_it_has_counted_everything_but_the_last_moment(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path
) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await anna.reply(60)
        await thank(anna, THANKS)
        await asyncio.sleep(1)
        await thank(anna, 1)
        await bot.stop(signal.SIGKILL)

    assert counted(tmp_path) in {START + THANKS, START + THANKS + 1}
