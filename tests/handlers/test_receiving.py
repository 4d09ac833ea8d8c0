"""How updates come in over real HTTP: polling and webhook."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message
from aiogram.utils.backoff import BackoffConfig
from aiohttp import ClientSession

from bot.handlers.intake import Intake
from bot.handlers.polling import Polling, RevokedTokenError
from bot.handlers.webhook import SECRET_HEADER, Webhook
from tests.hand_clock import HandClock
from tests.handlers.small_api import Api, refusal


class NoSetAside:
    async def add(self, update_id: int, at: object, kind: str, reason: str) -> None:
        raise AssertionError((update_id, at, kind, reason))


class Hearing:
    """Polling whose handler takes as long as the test says."""

    def __init__(self, bot: Bot) -> None:
        self.heard: list[str] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.stop = asyncio.Event()
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(self._hear)
        self.intake = Intake(dispatcher, bot, NoSetAside(), HandClock())
        self.polling = Polling(bot, self.intake, BackoffConfig(min_delay=0.01, max_delay=0.02, factor=1.5, jitter=0))

    async def _hear(self, message: Message) -> None:
        await self.gate.wait()
        self.heard.append(message.text or "")

    async def until(self, ready: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not ready():  # noqa: ASYNC110 - what is waited for is not ours to signal
                await asyncio.sleep(0.01)


def update(number: int, chat: int = 5) -> dict[str, Any]:
    message = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "text": str(number)}
    return {"update_id": number, "message": message}


def batch(*numbers: int) -> tuple[int, object]:
    return 200, {"ok": True, "result": [update(number) for number in numbers]}


def offsets(api: Api) -> list[int]:
    return [fields.get("offset", 0) for method, fields in api.calls if method == "getUpdates"]


@asynccontextmanager
async def webhook_of(hearing: Hearing) -> AsyncIterator[str]:
    free = await asyncio.start_server(lambda _r, _w: None, "127.0.0.1", 0)
    port = free.sockets[0].getsockname()[1]
    free.close()
    await free.wait_closed()
    work = asyncio.create_task(Webhook(hearing.intake, "secret_1", "/hook").run("127.0.0.1", port, hearing.stop))
    await asyncio.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    hearing.stop.set()
    await work


async def test_an_update_is_confirmed_only_after_it_was_handled(api: Api, bot: Bot) -> None:
    hearing = Hearing(bot)
    hearing.gate.clear()
    api.will("getUpdates", batch(7, 8), batch(7, 8), batch(7, 8, 9))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))
    await hearing.until(lambda: len(offsets(api)) > 3)

    assert set(offsets(api)[1:]) == {7}, offsets(api)

    hearing.gate.set()
    await hearing.until(lambda: offsets(api)[-1] == 10)
    hearing.stop.set()
    await work
    assert hearing.heard == ["7", "8", "9"]


async def test_told_to_stop_it_ends_what_is_in_hand_and_confirms_it(api: Api, bot: Bot) -> None:
    hearing = Hearing(bot)
    hearing.gate.clear()
    api.will("getUpdates", batch(1, 2))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))
    await hearing.until(lambda: len(offsets(api)) > 1)

    hearing.stop.set()
    await asyncio.sleep(0.05)
    hearing.gate.set()
    await work

    assert hearing.heard == ["1", "2"]
    assert api.calls[-1] == ("getUpdates", api.calls[-1][1] | {"offset": 3, "limit": 1, "timeout": 0})


async def test_a_line_that_is_down_at_the_end_is_only_noted(api: Api, bot: Bot) -> None:
    hearing = Hearing(bot)
    api.will("getUpdates", batch(1))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))
    await hearing.until(lambda: hearing.heard == ["1"])

    hearing.stop.set()
    api.will("getUpdates", *[(502, "<html>")] * 3)
    await work


async def test_it_polls_on_after_every_kind_of_refusal(api: Api, bot: Bot) -> None:
    hearing = Hearing(bot)
    api.will("getUpdates", (502, "<html>"), refusal(409, "Conflict: terminated by other getUpdates request"))
    api.will("getUpdates", refusal(429, "Too Many Requests", retry_after=1), refusal(500, "oops"), batch(3))
    work = asyncio.create_task(hearing.polling.run(hearing.stop))

    await hearing.until(lambda: hearing.heard == ["3"])

    hearing.stop.set()
    await work


async def test_a_revoked_token_ends_the_work(api: Api, bot: Bot) -> None:
    api.will("getUpdates", refusal(401, "Unauthorized"), refusal(401, "Unauthorized"))

    with pytest.raises(RevokedTokenError):
        await Hearing(bot).polling.run(asyncio.Event())


async def test_a_webhook_says_ok_after_the_update_was_handled(bot: Bot) -> None:
    hearing = Hearing(bot)

    async with webhook_of(hearing) as url, ClientSession() as http:
        headers = {SECRET_HEADER: "secret_1"}
        async with http.post(f"{url}/hook", json=update(1), headers=headers) as answer:
            assert answer.status == 200
            assert hearing.heard == ["1"]


@pytest.mark.parametrize(("secret", "body", "status"), [("wrong", "{}", 401), ("", "{}", 401), ("секрет", "[]", 401)])
async def test_a_webhook_lets_nobody_in_without_the_secret(bot: Bot, secret: str, body: str, status: int) -> None:
    headers = {SECRET_HEADER: secret}

    async with webhook_of(Hearing(bot)) as url, ClientSession() as http:
        refused = await http.post(f"{url}/hook", data=body, headers=headers)

        assert refused.status == status


async def test_a_webhook_refuses_what_is_no_update_and_tells_its_health(bot: Bot) -> None:
    async with webhook_of(Hearing(bot)) as url, ClientSession() as http:
        headers = {SECRET_HEADER: "secret_1"}
        async with (
            http.post(f"{url}/hook", data=b"[1]", headers=headers) as refused,
            http.get(f"{url}/health") as health,
        ):
            assert (refused.status, health.status) == (400, 200)
