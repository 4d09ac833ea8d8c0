"""Commands of those who work here: at the start where they have a chat with the bot, else with their first word."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.app.application import Application, application
from bot.clock import MovableClock
from bot.sandbox.server import Sandbox
from bot.telegram.bot_profile import introduce
from tests.chat_visitor import Visitor
from tests.over_http import running
from tests.stage import IDS, TOKEN, settings, the_acts, the_faq

ADMINS = frozenset({IDS["gleb"]})


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@asynccontextmanager
async def introduced(folder: Path, sandbox: Sandbox) -> AsyncIterator[tuple[Application, list[str]]]:
    """The bot as it begins, and what it logged louder than as news."""
    chosen = settings(folder, bot_token=SecretStr(TOKEN), bot_api_url=sandbox.url, admins=ADMINS)
    async with application(chosen, MovableClock(), live_faq=the_faq(), live_acts=the_acts()) as app:
        with capture_logs() as logged:
            app.edge.late_menus.wait_for(await introduce(app.edge.bot, app.services.files.region.region, ADMINS))
        async with running(app):
            yield app, [entry["event"] for entry in logged if entry["log_level"] not in ("debug", "info")]


@pytest.mark.parametrize("payload", ["", "c_pskov-pounb", "q_nothing", "x"])
async def test_an_admin_who_comes_later_has_his_commands_then(tmp_path: Path, sandbox: Sandbox, payload: str) -> None:
    async with introduced(tmp_path, sandbox) as (_, alarming), Visitor.connect(sandbox.url, "gleb") as gleb:
        assert "status" not in gleb.commands

        await gleb.start(payload)
        await gleb.reply(20)
        await gleb.has_command("status", 10)

    assert alarming == []


async def test_one_who_has_been_here_has_them_at_once(tmp_path: Path, sandbox: Sandbox) -> None:
    async with Visitor.connect(sandbox.url, "gleb") as gleb:
        await gleb.start()
        async with introduced(tmp_path, sandbox):
            await gleb.has_command("status", 10)


async def test_one_who_came_back_after_stopping_the_bot_has_them_again(tmp_path: Path, sandbox: Sandbox) -> None:
    async with Visitor.connect(sandbox.url, "gleb") as gleb:
        await gleb.start()
        await gleb.do("block")
        async with introduced(tmp_path, sandbox) as (_, alarming):
            await gleb.do("unblock")
            await gleb.say("спасибо")
            await gleb.wait_for_text("Пожалуйста", 20)
            await gleb.has_command("status", 10)

    assert alarming == []


async def test_a_citizen_gets_no_commands_of_an_admin(tmp_path: Path, sandbox: Sandbox) -> None:
    async with introduced(tmp_path, sandbox), Visitor.connect(sandbox.url, "anna") as anna:
        await anna.start()
        await anna.reply(20)

        assert "status" not in anna.commands
