"""Calls over real HTTP: their form, and the patience with which they are made."""

import pytest
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter
from aiogram.types import BufferedInputFile

from bot.telegram.api_session import at_once_or_not
from tests.stage import TOKEN
from tests.telegram.small_api import MESSAGE, Api, bot_at, refusal


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
