import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiogram import Bot
from aiohttp import web

from bot.sandbox.server import Sandbox
from tests.chat_visitor import Visitor
from tests.sandbox.asking import refusal


@dataclass
class Receiver:
    """The bot's own address: takes updates, or answers with the given codes first."""

    url: str = ""
    answers: list[int] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    came: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        status = self.answers.pop(0) if self.answers else 200
        if status == 200:
            update = await request.json()
            self.taken.append(update["message"]["text"])
            self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
            self.came.set()
        return web.Response(status=status)


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.add_routes([web.post("/hook", receiver.take)])
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    await runner.cleanup()


async def test_an_update_comes_to_the_address_with_the_secret(bot: Bot, receiver: Receiver, stranger: Visitor) -> None:
    await bot.set_webhook(receiver.url, secret_token="s3cret")

    await stranger.say("раз")

    await asyncio.wait_for(receiver.came.wait(), 2)
    assert (receiver.taken, receiver.secrets) == (["раз"], ["s3cret"])


async def test_an_update_that_was_not_taken_comes_again_before_the_next(
    sandbox: Sandbox, bot: Bot, receiver: Receiver, stranger: Visitor
) -> None:
    sandbox.state.webhook._first_pause = 0.01
    receiver.answers = [500, 404]
    await bot.set_webhook(receiver.url)

    await stranger.say("раз")
    await stranger.say("два")
    await asyncio.wait_for(receiver.came.wait(), 2)
    receiver.came.clear()
    await asyncio.wait_for(receiver.came.wait(), 2)

    described = await bot.get_webhook_info()
    assert receiver.taken == ["раз", "два"]
    assert receiver.secrets == [None, None]
    assert described.last_error_message == "Wrong response from the webhook: 404 Not Found"


async def test_what_cannot_be_delivered_waits_and_is_counted(sandbox: Sandbox, bot: Bot, stranger: Visitor) -> None:
    sandbox.state.webhook._first_pause = 0.01
    await bot.set_webhook("http://127.0.0.1:9/hook", allowed_updates=["message", "callback_query"])

    await stranger.say("раз")
    await asyncio.sleep(0.05)

    described = await bot.get_webhook_info()
    assert described.url == "http://127.0.0.1:9/hook"
    assert described.pending_update_count == 1
    assert described.allowed_updates == ["callback_query", "message"]
    assert described.last_error_message == "Connection failed: ClientConnectorError"


async def test_after_the_webhook_is_gone_what_waited_can_be_fetched(
    bot: Bot, receiver: Receiver, stranger: Visitor
) -> None:
    receiver.answers = [503] * 99
    await bot.set_webhook(receiver.url)
    await stranger.say("раз")
    await asyncio.sleep(0.02)

    await bot.delete_webhook()

    assert len(await bot.get_updates()) == 1
    assert (await bot.get_webhook_info()).url == ""


async def test_what_waits_can_be_dropped(bot: Bot, receiver: Receiver, stranger: Visitor) -> None:
    await stranger.say("раз")
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await stranger.say("два")
    await asyncio.wait_for(receiver.came.wait(), 2)

    await bot.delete_webhook(drop_pending_updates=True)

    assert receiver.taken == ["два"]
    assert await bot.get_updates() == []


async def test_a_repeated_update_comes_by_webhook_too(bot: Bot, receiver: Receiver, stranger: Visitor) -> None:
    await bot.set_webhook(receiver.url)
    await stranger.say("раз")
    await asyncio.wait_for(receiver.came.wait(), 2)
    receiver.came.clear()

    await stranger.do("replay")

    await asyncio.wait_for(receiver.came.wait(), 2)
    assert receiver.taken == ["раз", "раз"]


@pytest.mark.parametrize("address", ["https://example.org/hook", "ftp://127.0.0.1/", "http://192.168.0.1/"])
async def test_nothing_is_delivered_beyond_this_machine(bot: Bot, address: str) -> None:
    words = await refusal(bot.set_webhook(address))

    assert words == "Bad Request: bad webhook: the sandbox delivers to loopback addresses only"


async def test_an_empty_address_ends_the_webhook(bot: Bot, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url)

    await bot.set_webhook("")

    assert (await bot.get_webhook_info()).url == ""
    assert await bot.get_updates() == []


def test_pauses_grow_up_to_a_minute(sandbox: Sandbox) -> None:
    pauses = sandbox.state.webhook._pauses()

    assert [next(pauses) for _ in range(8)] == [1, 2, 4, 8, 16, 32, 60, 60]
