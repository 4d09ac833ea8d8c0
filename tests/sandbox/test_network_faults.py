import asyncio
import time
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from bot.sandbox.people import DESK_ID
from bot.sandbox.rate_limits import RateLimits
from bot.sandbox.refusal import ApiRefusal
from bot.sandbox.server import Sandbox
from tests.chat_visitor import ActionRefused, Visitor
from tests.sandbox.asking import ANNA


async def test_a_refused_line_gives_no_answer_and_does_nothing(bot: Bot, anna: Visitor) -> None:
    await anna.do("break", kind="refuse")

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ANNA, "да")
    await anna.silence(0.02)


async def test_a_broken_gateway_answers_with_a_page(bot: Bot, anna: Visitor) -> None:
    await anna.do("break", kind="html")

    with pytest.raises(ClientDecodeError):
        await bot.send_message(ANNA, "да")
    await anna.silence(0.02)


async def test_a_server_fault_is_told_in_json(bot: Bot, anna: Visitor) -> None:
    await anna.do("break", kind="error")

    with pytest.raises(TelegramServerError, match="Internal Server Error"):
        await bot.send_message(ANNA, "да")
    await anna.silence(0.02)


async def test_a_lost_answer_hides_that_the_message_was_sent(bot: Bot, anna: Visitor) -> None:
    await anna.do("break", kind="lost", methods=["sendMessage"])

    with pytest.raises(TelegramNetworkError):
        await bot.send_message(ANNA, "да")
    assert (await anna.reply()).text == "да"


async def test_a_slow_line_answers_late(bot: Bot, anna: Visitor) -> None:
    await anna.do("break", kind="slow", delay=0.05)
    before = time.monotonic()

    await bot.send_message(ANNA, "да")

    assert time.monotonic() - before >= 0.05
    assert (await anna.reply()).text == "да"


async def test_only_the_named_methods_are_broken(bot: Bot, anna: Visitor) -> None:
    await anna.do("break", kind="error", methods=["getMe"])

    await bot.send_message(ANNA, "да")

    with pytest.raises(TelegramServerError):
        await bot.get_me()


async def test_a_break_ends_by_itself_or_is_mended(bot: Bot, anna: Visitor) -> None:
    await anna.do("break", kind="error", seconds=0.02)
    await asyncio.sleep(0.03)
    assert (await bot.get_me()).is_bot

    await anna.do("break", kind="error")
    await anna.do("mend")
    assert (await bot.get_me()).is_bot


async def test_a_reload_shows_how_the_line_is_broken(sandbox: Sandbox, anna: Visitor) -> None:
    await anna.do("break", kind="html", seconds=30)

    async with anna._http.ws_connect(f"{sandbox.url}/chat") as page:
        hello = await page.receive_json()

    assert hello["fault"] == {"kind": "html", "seconds": 30}


async def test_an_unknown_break_is_refused(anna: Visitor) -> None:
    with pytest.raises(ActionRefused, match="Действие описано неверно: kind"):
        await anna.do("break", kind="explode")


async def test_limits_are_off_until_they_are_switched_on(bot: Bot, anna: Visitor) -> None:
    for _ in range(5):
        await bot.send_message(ANNA, "да")
    await anna.do("limits", on=True)
    for _ in range(3):
        await bot.send_message(ANNA, "да")

    with pytest.raises(TelegramRetryAfter) as caught:
        await bot.send_message(ANNA, "да")
    assert caught.value.retry_after == 1
    assert caught.value.message.endswith("Too Many Requests: retry after 1")


async def test_after_the_wait_the_message_goes(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    await anna.do("limits", on=True)
    for _ in range(3):
        await bot.send_message(ANNA, "да")

    await sandbox.advance(timedelta(seconds=1))

    assert (await bot.send_message(ANNA, "да")).text == "да"


def filled(sandbox: Sandbox, chats: range | list[int]) -> RateLimits:
    limits = RateLimits()
    limits.switch(on=True)
    for chat in chats:
        limits.pass_one(chat, sandbox.state.clock.now())
    return limits


def test_a_group_takes_twenty_a_minute(sandbox: Sandbox) -> None:
    limits = filled(sandbox, [DESK_ID] * 20)

    with pytest.raises(ApiRefusal) as refused:
        limits.pass_one(DESK_ID, sandbox.state.clock.now())
    assert refused.value.retry_after == 3


def test_all_chats_together_take_thirty_a_second(sandbox: Sandbox) -> None:
    limits = filled(sandbox, range(1, 31))

    with pytest.raises(ApiRefusal, match="Too Many Requests: retry after 1"):
        limits.pass_one(31, sandbox.state.clock.now())


def test_only_so_many_chats_are_remembered(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sandbox.rate_limits.KEPT_CHATS", 2)

    limits = filled(sandbox, [1, 2, 3])

    assert list(limits._chats) == [2, 3]
