"""What goes over the line and what is read of the answer, byte for byte."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import ClientDecodeError, TelegramBadRequest
from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from aiohttp import web

from bot.app.application import application
from bot.telegram.api_session import JsonSession
from tests.hand_clock import HandClock
from tests.stage import TOKEN, settings, the_acts, the_faq

MESSAGE = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}}
YES = '{"ok": true, "result": true}'


@asynccontextmanager
async def line(answer: str, status: int = 200) -> AsyncIterator[tuple[Bot, list[dict[str, Any]]]]:
    """A bot at a server that always answers the same, and the fields it was called with."""
    calls: list[dict[str, Any]] = []
    app = web.Application()
    app.router.add_post("/{path:.*}", _answering(answer, status, calls))
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    session = JsonSession(api=TelegramAPIServer.from_base(f"http://{host}:{port}"), timeout=2)
    try:
        yield Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML")), calls
    finally:
        await session.close()
        await runner.cleanup()


def _answering(
    answer: str, status: int, calls: list[dict[str, Any]]
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        json_sent = request.content_type == "application/json"
        calls.append(await request.json() if json_sent else dict(await request.post()))
        return web.Response(status=status, text=answer)

    return handle


async def test_buttons_and_defaults_go_along_and_what_is_empty_stays_away() -> None:
    buttons = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Да", callback_data="h")]])

    async with line(json.dumps({"ok": True, "result": MESSAGE})) as (bot, calls):
        await bot.send_message(5, "ё", reply_markup=buttons, reply_parameters=ReplyParameters(message_id=3))

    assert calls == [
        {
            "chat_id": 5,
            "text": "ё",
            "parse_mode": "HTML",
            "reply_markup": {"inline_keyboard": [[{"text": "Да", "callback_data": "h"}]]},
            "reply_parameters": {"message_id": 3, "quote_parse_mode": "HTML"},
        }
    ]


async def test_each_keyboard_goes_as_its_own_though_it_is_dumped_once() -> None:
    first, second = (
        InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=text, url="https://x.ru")]]) for text in "аб"
    )

    async with line(json.dumps({"ok": True, "result": MESSAGE})) as (bot, calls):
        for keyboard in (first, second, first):
            await bot.send_message(5, "x", reply_markup=keyboard)

    assert [call["reply_markup"]["inline_keyboard"][0][0]["text"] for call in calls] == ["а", "б", "а"]


async def test_a_field_that_aiogram_does_not_know_yet_goes_along() -> None:
    async with line(json.dumps({"ok": True, "result": MESSAGE})) as (bot, calls):
        await bot(SendMessage(chat_id=5, text="x", news_of_2027=7))

    assert calls[0]["news_of_2027"] == 7


async def test_a_moment_in_time_goes_the_way_aiogram_sends_it() -> None:
    async with line(YES) as (bot, calls):
        await bot.ban_chat_member(5, 6, until_date=timedelta(days=1))

    assert int(calls[0]["until_date"]) > 1_700_000_000


@pytest.mark.parametrize("answer", ["<html>", "", '{"ok": true, "result": {"message_id": "x"}}', "[1]", "{}"])
async def test_an_answer_that_is_none_is_said_to_be_undecodable(answer: str) -> None:
    async with line(answer) as (bot, _):
        with pytest.raises(ClientDecodeError):
            await bot.send_message(5, "x")


async def test_a_refusal_keeps_its_words() -> None:
    refusal = json.dumps({"ok": False, "error_code": 400, "description": "Bad Request: chat not found"})

    async with line(refusal, 400) as (bot, _):
        with pytest.raises(TelegramBadRequest, match="chat not found"):
            await bot.send_message(5, "x")


async def test_the_message_that_comes_back_knows_its_bot() -> None:
    async with line(json.dumps({"ok": True, "result": MESSAGE})) as (bot, _):
        message = await bot.send_message(5, "x")

    assert message.bot is bot


async def test_previews_of_links_are_switched_off_as_documented(tmp_path: Path) -> None:
    async with (
        line(json.dumps({"ok": True, "result": MESSAGE})) as (bot, calls),
        application(settings(tmp_path), HandClock(), bot.session, the_faq(), live_acts=the_acts()) as app,
    ):
        await app.edge.bot.send_message(5, "x")
        await app.edge.bot.edit_message_text("x", chat_id=5, message_id=1)

    assert [call["link_preview_options"] for call in calls] == [{"is_disabled": True}] * 2
    assert all("disable_web_page_preview" not in call for call in calls)
