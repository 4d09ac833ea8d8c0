"""Told to stop while the Bot API takes connections and never answers: the promised ten seconds hold."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web

from tests.e2e.process import Process, started

ME = {"id": 42, "is_bot": True, "first_name": "Б", "username": "b_bot"}
PROMISED = 10.0


class Silent:
    """Answers nothing to the named methods, «true» to all others."""

    def __init__(self) -> None:
        self.silent: set[str] = set()
        self.url = ""
        self.held: set[str] = set()
        self.updates: list[object] = []

    async def handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method in self.silent:
            self.held.add(method)
            await asyncio.sleep(600)
        result: object = {"getMe": ME, "getUpdates": self.updates}.get(method, True)
        if method == "getUpdates" and not self.updates:
            await asyncio.sleep(0.2)
        return web.Response(text=json.dumps({"ok": True, "result": result}))

    async def until_held(self, method: str) -> None:
        async with asyncio.timeout(60):
            while method not in self.held:  # noqa: ASYNC110 - what is waited for is not ours to signal
                await asyncio.sleep(0.05)


@pytest.fixture
async def api() -> AsyncIterator[Silent]:
    api, app = Silent(), web.Application()
    app.router.add_post("/bot{token}/{method}", api.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield api
    await runner.cleanup()


async def seconds_to_stop(bot: Process) -> float:
    before = time.monotonic()
    assert await bot.stop(seconds=60) == 0
    return time.monotonic() - before


def message(number: int) -> dict[str, object]:
    person = {"id": 100 + number, "is_bot": False, "first_name": "А"}
    chat = {"id": 100 + number, "type": "private"}
    body = {"message_id": number, "date": 1, "chat": chat, "from": person, "text": "спасибо"}
    return {"update_id": number, "message": body}


@pytest.mark.parametrize("method", ["getMe", "setMyCommands", "deleteWebhook", "getUpdates"])
async def test_a_silent_method_does_not_delay_the_end(api: Silent, tmp_path: Path, method: str) -> None:
    api.silent = {method}

    async with started(tmp_path, BOT_API_URL=api.url) as bot:
        await api.until_held(method)
        seconds = await seconds_to_stop(bot)

    assert seconds < PROMISED


async def test_answers_that_nobody_takes_do_not_delay_the_end(api: Silent, tmp_path: Path) -> None:
    api.silent, api.updates = {"sendMessage"}, [message(number) for number in range(1, 6)]

    async with started(tmp_path, BOT_API_URL=api.url) as bot:
        await api.until_held("sendMessage")
        api.silent |= {"getUpdates"}
        await api.until_held("getUpdates")
        seconds = await seconds_to_stop(bot)

    assert seconds < PROMISED


async def test_setting_the_webhook_does_not_delay_the_end(api: Silent, tmp_path: Path) -> None:
    api.silent = {"setWebhook"}

    async with started(tmp_path, BOT_API_URL=api.url, WEBHOOK_URL="https://b.example/hook", WEBHOOK_PORT="8443") as bot:
        await api.until_held("setWebhook")
        seconds = await seconds_to_stop(bot)

    assert seconds < PROMISED
