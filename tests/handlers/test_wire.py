"""The edge over real HTTP: calls, patience, polling, webhook."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import BufferedInputFile, Message
from aiogram.utils.backoff import BackoffConfig
from aiohttp import ClientSession, web

from bot.handlers.intake import Intake
from bot.handlers.polling import Polling, RevokedTokenError
from bot.handlers.session import JsonSession, Patience, at_once_or_not
from bot.handlers.webhook import SECRET_HEADER, Webhook
from tests.hand_clock import HandClock
from tests.telegram import TOKEN

Answer = Callable[[web.Request, str], Awaitable[web.Response]]
OK = {"ok": True, "result": True}


class Api:
    """A Bot API of a few lines: answers from a list, remembers what was asked."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.kinds: list[str] = []
        self.answers: dict[str, list[tuple[int, object]]] = {}
        self.url = ""
        self.delay = 0.0

    def will(self, method: str, *answers: tuple[int, object]) -> None:
        self.answers.setdefault(method, []).extend(answers)

    async def handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.kinds.append(request.content_type)
        fields = await request.json() if request.content_type == "application/json" else dict(await request.post())
        self.calls.append((method, fields))
        empty_poll = method == "getUpdates" and not self.answers.get(method)
        await asyncio.sleep(0.02 if empty_poll else self.delay)
        status, body = self.answers.get(method, []).pop(0) if self.answers.get(method) else (200, _default(method))
        return web.Response(status=status, text=body if isinstance(body, str) else json.dumps(body))


def _default(method: str) -> object:
    return {"ok": True, "result": []} if method == "getUpdates" else OK


def refusal(code: int, words: str, **parameters: int) -> tuple[int, object]:
    body: dict[str, object] = {"ok": False, "error_code": code, "description": words}
    return code, body | ({"parameters": parameters} if parameters else {})


@pytest.fixture
async def api() -> AsyncIterator[Api]:
    api, app = Api(), web.Application()
    app.router.add_post("/bot{token}/{method}", api.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield api
    await runner.cleanup()


@asynccontextmanager
async def bot_at(url: str, *, patience: float | None = None) -> AsyncIterator[Bot]:
    session = JsonSession(api=TelegramAPIServer.from_base(url), timeout=2)
    if patience is not None:
        session.middleware(Patience(patience, 0.01))
    yield Bot(TOKEN, session=session)
    if session._session:
        await session._session.close()


@pytest.fixture
async def bot(api: Api) -> AsyncIterator[Bot]:
    async with bot_at(api.url) as bot:
        yield bot


MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}


async def test_a_call_without_files_goes_as_json_without_empty_fields(api: Api, bot: Bot) -> None:
    api.will("sendMessage", (200, {"ok": True, "result": MESSAGE}))

    await bot.send_message(5, "привет")

    assert api.kinds == ["application/json"]
    assert api.calls == [("sendMessage", {"chat_id": 5, "text": "привет"})]


async def test_a_call_with_a_file_goes_as_a_form(api: Api, bot: Bot) -> None:
    api.will("sendDocument", (200, {"ok": True, "result": MESSAGE}))

    await bot.send_document(5, BufferedInputFile(b"x", "a.txt"))

    assert api.kinds == ["multipart/form-data"]


async def test_a_broken_line_names_no_address() -> None:
    async with bot_at("http://127.0.0.1:1") as bot:
        with pytest.raises(TelegramNetworkError) as error:
            await bot.get_me()

    assert TOKEN not in str(error.value)


async def test_a_slow_answer_is_a_broken_line(api: Api, bot: Bot) -> None:
    api.delay = 1.5

    with pytest.raises(TelegramNetworkError, match="timeout"):
        await bot.get_me(request_timeout=1)


async def test_patience_makes_the_call_again_until_the_server_is_back(api: Api) -> None:
    api.will("sendMessage", (502, "<html>Bad Gateway</html>"), refusal(500, "Internal Server Error"))
    api.will("sendMessage", refusal(429, "Too Many Requests", retry_after=1), (200, {"ok": True, "result": MESSAGE}))

    async with bot_at(api.url, patience=5) as bot:
        await bot.send_message(5, "привет")

    assert len(api.calls) == 4


async def test_patience_ends(api: Api) -> None:
    api.will("sendMessage", *[(502, "<html>")] * 9)
    api.will("deleteWebhook", refusal(429, "Too Many Requests", retry_after=60))

    async with bot_at(api.url, patience=0.05) as bot:
        with pytest.raises(ClientDecodeError):
            await bot.send_message(5, "привет")
        with pytest.raises(TelegramRetryAfter):
            await bot.delete_webhook()


async def test_an_answer_to_a_press_is_tried_once(api: Api) -> None:
    api.will("answerCallbackQuery", (502, "<html>"))

    async with bot_at(api.url, patience=5) as bot:
        with pytest.raises(ClientDecodeError):
            await bot.answer_callback_query("1")


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


async def test_the_first_call_of_a_hurried_caller_fails_at_once_and_those_after_it_are_waited_for(api: Api) -> None:
    api.will("sendMessage", refusal(429, "Too Many Requests", retry_after=1))
    api.will("sendMessage", (200, {"ok": True, "result": MESSAGE}))
    api.will("sendMessage", (502, "<html>"), (200, {"ok": True, "result": MESSAGE}))

    async with bot_at(api.url, patience=5) as bot:
        with at_once_or_not(), pytest.raises(TelegramRetryAfter):
            await bot.send_message(5, "раз")
        with at_once_or_not():
            await bot.send_message(5, "раз")
            await bot.send_message(5, "два")

    assert [fields["text"] for _, fields in api.calls] == ["раз", "раз", "два", "два"]
