"""One bot a database; a file that goes under a running bot stops it before it promises anything more."""

import asyncio
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.e2e.process import STARTED, environment_of_tests, started


async def command(folder: Path, *words: str) -> tuple[int, str]:
    """The code and the words of a command typed beside the bot."""
    environment = environment_of_tests() | {
        "DATABASE": str(folder / "bot.sqlite3"),
        "DATA_DIR": "data",
        "BOT_TOKEN": "",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        *words,
        env=environment,
        stderr=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    said, told = await process.communicate()
    return process.returncode or 0, (said + told).decode()


async def test_a_second_bot_on_the_same_database_is_told_who_holds_it(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path
) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await anna.reply(60)
        async with started(tmp_path, BOT_API_URL=sandbox.url) as second:
            assert await second.ended() == 8
        await anna.say("спасибо")
        await anna.wait_for_text("Пожалуйста!", 30)
        assert await bot.stop() == 0

    assert f"С ней работает процесс {bot.pid} (python -m bot run), начал: " in second.log
    assert f"или kill {bot.pid}" in second.log


async def test_what_would_change_the_file_waits_for_the_bot_to_end(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path
) -> None:
    copy = str(tmp_path / "copy.sqlite3")
    async with started(tmp_path, BOT_API_URL=sandbox.url, ADMINS="3001") as bot:
        await anna.reply(60)
        assert (await command(tmp_path, "backup", copy))[0] == 0
        refusals = [await command(tmp_path, "restore", copy), await command(tmp_path, "migrate")]
        days = ("--from", "2026-01-01", "--to", "2026-01-31")
        readers = [await command(tmp_path, "stats", *days), await command(tmp_path, "slots", "pskov-pounb")]
        await anna.say("/ask")
        await anna.wait_for_text("Напишите вопрос библиотекарю")
        assert await bot.stop() == 0

    assert [code for code, _ in refusals] == [8, 8]
    assert all("Сначала остановите его" in words for _, words in refusals)
    assert [code for code, _ in readers] == [0, 0]
    assert (await command(tmp_path, "restore", copy))[0] == 0


def deleted(file: Path) -> None:
    file.unlink()


def moved(file: Path) -> None:
    file.rename(file.with_name("moved.sqlite3"))


def replaced(file: Path) -> None:
    copy = file.with_name("copy.sqlite3")
    shutil.copy(file, copy)
    copy.replace(file)


@pytest.mark.parametrize("lose", [deleted, moved, replaced])
async def test_without_its_file_the_bot_promises_nothing_tells_the_admin_and_stops(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    async with Visitor.connect(sandbox.url, "gleb") as gleb:
        await gleb.start()
        async with started(tmp_path, BOT_API_URL=sandbox.url, ADMINS="3001") as bot:
            await anna.reply(60)
            await gleb.reply(60)
            lose(tmp_path / "bot.sqlite3")
            await anna.say("/ask")
            said = await anna.reply()
            await gleb.wait_for_text("Я останавливаюсь: пропал файл базы", 15)
            assert await bot.ended(15) == 9

    assert "Напишите вопрос библиотекарю" not in said.text
    assert "переместили, удалили или подменили" in bot.log


async def test_it_does_not_begin_anew_with_an_empty_file(sandbox: Sandbox, tmp_path: Path) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await bot.logged(STARTED)
        assert await bot.stop() == 0
    moved(tmp_path / "bot.sqlite3")

    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        assert await bot.ended() == 9
    assert not (tmp_path / "bot.sqlite3").exists()
    assert "python -m bot restore" in bot.log

    assert (await command(tmp_path, "restore", str(tmp_path / "moved.sqlite3")))[0] == 0
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await bot.logged(STARTED)
