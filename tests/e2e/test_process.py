"""The whole program from outside: kill, stop, wrong tokens, broken files, a broken line."""

import signal
import socket
from contextlib import closing
from pathlib import Path

import pytest

from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.e2e.process import STARTED, started


async def test_killed_in_mid_conversation_nothing_is_forgotten(sandbox: Sandbox, anna: Visitor, tmp_path: Path) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url, ADMINS="2001") as bot:
        await anna.reply(60)
        await anna.say("как подтвердить")
        choice = await anna.reply()
        await anna.say("/ask")
        await anna.wait_for_text("Напишите вопрос библиотекарю")
        await bot.stop(signal.SIGKILL)

    async with started(tmp_path, BOT_API_URL=sandbox.url, ADMINS="2001"):
        await anna.say("Где взять СНИЛС ребёнку?")
        await anna.wait_for_text("Передать библиотекарю так?", 60)
        await anna.say("да")
        await anna.wait_for_text("Вопрос я записал", 60)
        await anna.press(choice.labels[0])
        assert (await anna.reply()).by_bot


async def test_messages_sent_while_the_bot_was_dead_are_answered(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path
) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await anna.reply(60)
        await bot.stop(signal.SIGKILL)
    await anna.say("спасибо")

    async with started(tmp_path, BOT_API_URL=sandbox.url):
        await anna.wait_for_text("Пожалуйста!", 60)


async def test_told_to_stop_it_ends_in_time_and_loses_no_update(
    sandbox: Sandbox, anna: Visitor, tmp_path: Path
) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await anna.reply(60)
        await anna.do("break", kind="slow", seconds=4, delay=1.0, methods=["sendMessage"])
        for number in range(12):
            await anna.say(f"спасибо{'!' * number}")
        assert await bot.stop() == 0
    await anna.do("mend")

    async with started(tmp_path, BOT_API_URL=sandbox.url):
        for _ in range(12):
            await anna.wait_for_text("Пожалуйста!", 60)
    assert '"bot.stopped"' in bot.log


async def test_answers_come_when_the_line_is_back(sandbox: Sandbox, anna: Visitor, tmp_path: Path) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await anna.reply(60)
        await anna.do("break", kind="html", seconds=3)
        await anna.say("спасибо")

        await anna.wait_for_text("Пожалуйста!", 30)

    assert "polling.line_is_down" in bot.log


async def test_it_waits_for_a_line_that_is_down_at_the_start(sandbox: Sandbox, anna: Visitor, tmp_path: Path) -> None:
    await anna.do("break", kind="refuse", seconds=600)

    async with started(tmp_path, BOT_API_URL=sandbox.url) as bot:
        await bot.logged("telegram.unreachable")
        await anna.do("mend")

        await anna.reply(60)

    assert STARTED in bot.log


async def test_updates_may_be_brought_by_webhook(sandbox: Sandbox, anna: Visitor, tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = str(free.getsockname()[1])
    url = f"http://127.0.0.1:{port}/hook"

    async with started(tmp_path, BOT_API_URL=sandbox.url, WEBHOOK_URL=url, WEBHOOK_PORT=port) as bot:
        await anna.wait_for_text("Здравствуйте! Я БиблиоГос", 60)
        await anna.say("спасибо")
        await anna.wait_for_text("Пожалуйста!", 30)
        assert await bot.stop() == 0


async def test_a_second_bot_on_the_same_token_is_told_of(sandbox: Sandbox, anna: Visitor, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    async with started(first, BOT_API_URL=sandbox.url) as one:
        await one.logged(STARTED)
        async with started(second, BOT_API_URL=sandbox.url) as other:
            await other.logged(STARTED)
            await one.logged("polling.second_bot")

        await anna.wait_for_text("Здравствуйте!", 60)


@pytest.mark.parametrize("token", ["43:wrong-token-of-nobody", "not a token"])
async def test_a_wrong_token_is_told_without_being_shown(sandbox: Sandbox, token: str, tmp_path: Path) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url, BOT_TOKEN=token) as bot:
        assert await bot.ended() == 3

    assert "Telegram не принимает BOT_TOKEN." in bot.log
    assert token not in bot.log


async def test_a_spoilt_database_is_told_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").write_bytes(b"this is no database at all" * 100)

    async with started(tmp_path) as bot:
        assert await bot.ended() == 4

    assert "python -m bot restore" in bot.log


async def test_a_missing_data_folder_is_told_where_a_bot_has_worked(tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").touch()

    async with started(tmp_path, new=False, DATA_DIR=str(tmp_path / "нет")) as bot:
        assert await bot.ended() == 5

    assert "проверьте DATA_DIR" in bot.log
    assert not (tmp_path / "нет").exists()


async def test_a_busy_port_is_told(tmp_path: Path) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as busy:
        port = str(busy.getsockname()[1])

        async with started(tmp_path, BOT_TOKEN="", SANDBOX_PORT=port) as bot:
            assert await bot.ended() == 7

    assert "SANDBOX_PORT" in bot.log


async def test_a_misspelt_setting_stops_the_start(tmp_path: Path) -> None:
    async with started(tmp_path, BOT_TOKN="x") as bot:
        assert await bot.ended() == 6

    assert "BOT_TOKN" in bot.log


@pytest.mark.parametrize("zone", ["MSK-3", "nonsense", "", ":/etc/localtime", "Europe/Moscow"])
async def test_whatever_zone_the_machine_is_in_it_starts(sandbox: Sandbox, zone: str, tmp_path: Path) -> None:
    async with started(tmp_path, BOT_API_URL=sandbox.url, TZ=zone) as bot:
        await bot.logged(STARTED)
        assert await bot.stop() == 0

    assert "Traceback" not in bot.log


async def test_a_zone_of_the_region_that_does_not_exist_is_told(tmp_path: Path) -> None:
    async with started(tmp_path, TIMEZONE="MSK-3") as bot:
        assert await bot.ended() == 6

    assert "часового пояса «MSK-3» нет" in bot.log


async def test_without_a_token_the_sandbox_opens(tmp_path: Path) -> None:
    async with started(tmp_path, BOT_TOKEN="", SANDBOX_PORT="0") as bot:
        await bot.logged(STARTED)
        url = next(word for word in bot.log.split() if word.startswith("http://127.0.0.1:"))

        async with Visitor.connect(url, "anna") as anna:
            await anna.start()
            await anna.wait_for_text("Здравствуйте! Я БиблиоГос")
            await anna.advance(60)
        async with Visitor.connect(url, "gleb") as gleb:
            await gleb.start()
            await gleb.wait_for_text("Здравствуйте! Вы администратор.")
            await gleb.say("/cancel")
            await gleb.wait_for_text("Отменять нечего.")
            assert "unanswered" in gleb.commands
        async with Visitor.connect(url, "vera") as vera:
            await vera.start()
            await vera.wait_for_text("Здравствуйте! Вы библиотекарь здесь:")
            await vera.say("/week")
            await vera.wait_for_text("Мария (пример)")

        assert await bot.stop() == 0
