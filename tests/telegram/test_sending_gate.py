"""Every message passes one gate: who is told to wait is held, alone, for answers and notices alike."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import (
    EditMessageText,
    SendContact,
    SendDocument,
    SendMessage,
    SendPhoto,
    SendVenue,
    TelegramMethod,
)

from bot.outbox.notice import ANSWERED_LATE, Notice
from bot.outbox.rate_limiter import RateLimiter
from bot.people import Address
from bot.telegram.sending_gate import SendingGate
from tests.hand_clock import HandClock
from tests.stage import IDS, StraightStage, straight_stage

WAIT = TelegramRetryAfter(SendMessage(chat_id=1, text="x"), "Too Many Requests", 20)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


def calls_to(stage: StraightStage, person: str) -> int:
    return sum(isinstance(call, SendMessage) and call.chat_id == IDS[person] for call in stage.wire.calls)


async def test_a_chat_told_to_wait_is_not_asked_again_and_the_others_are_answered(stage: StraightStage) -> None:
    stage.wire.refused[IDS["anna"]] = WAIT
    await stage.say("anna", "спасибо")
    del stage.wire.refused[IDS["anna"]]

    await stage.say("anna", "спасибо")
    await stage.say("boris", "спасибо")

    assert (calls_to(stage, "anna"), calls_to(stage, "boris")) == (0, 1)
    await stage.pass_time(timedelta(seconds=20))
    await stage.pass_time(timedelta(seconds=20))
    assert calls_to(stage, "anna") == 2


SENT = {
    "text": SendMessage(chat_id=1, text="x"),
    "edit": EditMessageText(chat_id=1, message_id=1, text="x"),
    "venue": SendVenue(chat_id=1, latitude=1, longitude=1, title="x", address="x"),
    "contact": SendContact(chat_id=1, phone_number="1", first_name="x"),
    "document": SendDocument(chat_id=1, document="x"),
    "picture": SendPhoto(chat_id=1, photo="x"),
}


@pytest.mark.parametrize("method", SENT.values(), ids=SENT.keys())
async def test_nothing_is_sent_to_a_chat_that_is_held(bot: Bot, method: TelegramMethod[Any]) -> None:
    limiter, asked = RateLimiter(HandClock()), list[object]()
    gate = SendingGate(limiter)

    async def request(_: Bot, method: TelegramMethod[Any]) -> Any:
        asked.append(method)

    await gate(request, bot, method)
    limiter.hold(Address("telegram", 1), timedelta(seconds=20))

    with pytest.raises(TelegramRetryAfter) as refused:
        await gate(request, bot, method)
    assert (refused.value.retry_after, asked) == (20, [method])


async def test_a_notice_waits_where_an_answer_was_told_to(stage: StraightStage) -> None:
    stage.wire.refused[IDS["anna"]] = WAIT
    await stage.say("anna", "спасибо")
    del stage.wire.refused[IDS["anna"]]
    news = Notice(Address("telegram", IDS["anna"]), ANSWERED_LATE, "news", stage.clock.now())
    await stage.app.stores.notices.promise([news])

    await stage.pass_time(timedelta(seconds=10))
    early = calls_to(stage, "anna")
    await stage.pass_time(timedelta(seconds=10))

    assert (early, calls_to(stage, "anna")) == (0, 2)


async def test_three_chats_told_to_wait_at_once_make_the_bot_wait(stage: StraightStage) -> None:
    stage.wire.refused |= dict.fromkeys(IDS.values(), WAIT)
    for person in ("anna", "vera", "gleb"):
        await stage.say(person, "спасибо")
    stage.wire.refused.clear()

    await stage.say("boris", "спасибо")
    while_held = calls_to(stage, "boris")
    await stage.pass_time(timedelta(seconds=21))

    assert (while_held, calls_to(stage, "boris")) == (0, 1)
