"""The wheel on a pressed button stops: at once with a toast, within a second when the answer takes long."""

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import AnswerCallbackQuery, SendMessage
from aiogram.types import CallbackQuery, Chat, Message, TelegramObject, Update, User

from bot.telegram.acknowledging import Acknowledger, Acknowledging
from tests.hand_clock import NOON
from tests.stage import IDS, StraightStage
from tests.telegram.small_api import Api, bot_at, refusal

SOON = 0.05  # seconds of patience in these tests
DENSE = 60  # presses


def acknowledged(stage: StraightStage) -> list[str]:
    return [call.text or "" for call in stage.wire.calls if isinstance(call, AnswerCallbackQuery)]


def press() -> Update:
    anna = User(id=1001, is_bot=False, first_name="Анна")
    message = Message(message_id=1, date=NOON, chat=Chat(id=1001, type="private"), text="…")
    query = CallbackQuery(id="7", from_user=anna, chat_instance="1", data="h", message=message)
    return Update(update_id=1, callback_query=query)


async def test_every_press_of_a_flood_is_acknowledged_and_the_dropped_ones_say_wait(stage: StraightStage) -> None:
    for _ in range(DENSE):
        await stage.press_data("anna", "h")

    toasts = acknowledged(stage)
    assert len(toasts) == DENSE
    assert set(toasts[:20]) == {""}
    assert set(toasts[20:]) == {"Подождите немного и нажмите ещё раз."}


async def test_a_press_is_acknowledged_while_its_answer_is_still_being_sent(stage: StraightStage) -> None:
    stage.wire.slow = 2.5

    pressing = asyncio.create_task(stage.press_data("anna", "h"))
    await asyncio.sleep(1.6)

    assert (acknowledged(stage), pressing.done()) == ([""], False)
    await pressing
    assert acknowledged(stage) == [""]


async def test_a_toast_that_comes_too_late_is_said(stage: StraightStage, monkeypatch: pytest.MonkeyPatch) -> None:
    await stage.press_data("anna", "r:login-forgot:1")
    await stage.press_data("anna", "r:login-forgot:1")
    stage.wire.inbox[IDS["anna"]].clear()
    write = stage.app.database.write

    async def slowly(work: Any) -> Any:
        await asyncio.sleep(1.2)
        return await write(work)

    monkeypatch.setattr(stage.app.database, "write", slowly)
    await stage.press_data("anna", "r:login-forgot:1")

    assert (await stage.next("anna")).text == "Ваш ответ уже записан. Спасибо!"


async def test_a_toast_that_is_refused_is_said(stage: StraightStage) -> None:
    await stage.press_data("anna", "r:login-forgot:1")
    await stage.press_data("anna", "r:login-forgot:1")
    stage.wire.inbox[IDS["anna"]].clear()
    stage.wire.too_late = True

    await stage.press_data("anna", "r:login-forgot:1")

    assert (await stage.next("anna")).text == "Ваш ответ уже записан. Спасибо!"


@pytest.mark.parametrize(
    "about",
    [
        {"inline_message_id": "i"},
        {"message": {"message_id": 1, "date": 0, "chat": {"id": 1001, "type": "private"}}},
    ],
    ids=["inline", "inaccessible"],
)
async def test_presses_of_messages_that_cannot_be_seen_are_acknowledged(
    stage: StraightStage, about: dict[str, Any]
) -> None:
    anna = {"id": 1001, "is_bot": False, "first_name": "Анна"}

    await stage.feed(callback_query={"id": "9", "from": anna, "chat_instance": "1", "data": "h", **about})

    assert acknowledged(stage) == [""]


async def test_a_press_whose_turn_is_far_is_acknowledged_when_it_has_come(api: Api, bot: Bot) -> None:
    acknowledger = Acknowledger(bot, SOON)

    acknowledger.arrived({"update_id": 1, "callback_query": {"id": "7"}})
    await asyncio.sleep(SOON * 6)

    assert api.calls == [("answerCallbackQuery", {"callback_query_id": "7"})]
    assert await acknowledger.end("7", "поздно") is False
    assert len(api.calls) == 1
    await acknowledger.close()


@pytest.mark.parametrize("raw", [{}, {"callback_query": None}, {"callback_query": {"id": 7}}, {"message": {}}])
async def test_other_updates_are_no_presses(api: Api, bot: Bot, raw: dict[str, Any]) -> None:
    acknowledger = Acknowledger(bot, SOON)

    acknowledger.arrived(raw)
    await asyncio.sleep(SOON * 3)

    assert api.calls == []


async def _answer_in_vain(bot: Bot) -> None:
    with pytest.raises(TelegramRetryAfter):
        await bot(SendMessage(chat_id=1001, text="ответ"))


async def test_a_chat_that_is_told_to_wait_holds_no_acknowledgement_back(api: Api) -> None:
    api.will("sendMessage", *[refusal(429, "Too Many Requests", retry_after=1)] * 9)

    async with bot_at(api.url, patience=1.5) as bot:

        async def handler(_: TelegramObject, __: dict[str, Any]) -> None:
            await _answer_in_vain(bot)

        await Acknowledging(Acknowledger(bot, SOON))(handler, press(), {})

    assert _order(api.calls) == ["sendMessage", "answerCallbackQuery", "sendMessage"]


@pytest.mark.parametrize(
    ("refused", "taken"),
    [
        ([(502, "<html>")], [2, True]),
        ([refusal(429, "Too Many Requests", retry_after=1)], [2, True]),
        ([refusal(429, "Too Many Requests", retry_after=60)], [1, False]),
        ([refusal(400, "Bad Request: query is too old and response timeout expired")], [1, False]),
    ],
    ids=["broken line", "wait", "wait too long", "too old"],
)
async def test_an_acknowledgement_is_tried_again_where_it_may_help(
    api: Api, bot: Bot, refused: Sequence[tuple[int, object]], taken: Sequence[object]
) -> None:
    api.will("answerCallbackQuery", *refused)
    acknowledger = Acknowledger(bot, 2.0)

    acknowledger.begin("7")
    is_taken = await acknowledger.end("7", "готово")

    assert [len(api.calls), is_taken] == taken
    assert all(call == ("answerCallbackQuery", {"callback_query_id": "7", "text": "готово"}) for call in api.calls)


async def test_a_silent_line_holds_nobody_longer_than_a_moment(api: Api, bot: Bot) -> None:
    api.delay = 1.5
    acknowledger = Acknowledger(bot, SOON)
    acknowledger.begin("7")
    began = asyncio.get_running_loop().time()

    await acknowledger.end("7", None)

    assert asyncio.get_running_loop().time() - began < 1.2
    await acknowledger.close()


def _order(calls: Sequence[tuple[str, object]]) -> list[str]:
    return [method for method, _ in calls]
