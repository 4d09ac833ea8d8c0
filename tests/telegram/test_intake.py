import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.types import Message

from bot.inbox.lane import HeldUpdate
from bot.storage.database import Database
from bot.storage.tables.inbox import InboxStore
from bot.storage.tables.unparsed_updates import UnparsedUpdateTable
from bot.telegram.intake import Intake, read
from tests.hand_clock import HandClock
from tests.stage import IDS, StraightStage, straight_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


class Slow:
    """A dispatcher with one handler that waits to be let go, chat by chat."""

    def __init__(self, stage: StraightStage, database: Database) -> None:
        self.gates: dict[int, asyncio.Event] = {}
        self.heard: list[str] = []
        dispatcher = Dispatcher(disable_fsm=True)
        dispatcher.message.register(self._hear)
        self.arrived: list[Mapping[str, Any]] = []
        table = InboxStore(database)
        self.intake = Intake(
            dispatcher, stage.app.edge.bot, UnparsedUpdateTable(database), HandClock(), table, self.arrived.append
        )
        self._stage = stage
        self._number = 0

    async def _hear(self, message: Message) -> None:
        await self.gates.setdefault(message.chat.id, asyncio.Event()).wait()
        self.heard.append(message.text or "")

    def take(self, person: str, text: str) -> HeldUpdate:
        self._number += 1
        return self.intake.accept({"update_id": self._number, "message": self._stage.message(person, text=text)})

    def let_go(self, person: str) -> None:
        self.gates.setdefault(IDS[person], asyncio.Event()).set()


@pytest.fixture
async def slow(stage: StraightStage) -> Slow:
    return Slow(stage, stage.app.database)


async def test_messages_of_one_chat_are_answered_in_order(slow: Slow) -> None:
    tasks = [slow.take("anna", "первое"), slow.take("anna", "второе"), slow.take("anna", "третье")]

    slow.let_go("anna")
    await asyncio.gather(*tasks)

    assert slow.heard == ["первое", "второе", "третье"]


async def test_a_slow_chat_keeps_no_other_chat_waiting(slow: Slow) -> None:
    waiting = slow.take("anna", "долгое")
    slow.let_go("boris")

    await slow.take("boris", "быстрое")

    assert slow.heard == ["быстрое"]
    slow.let_go("anna")
    await waiting


async def test_that_an_update_came_is_told_before_its_turn(slow: Slow) -> None:
    first, second = slow.take("anna", "долгое"), slow.take("anna", "за ним")

    arrived = [update["message"]["text"] for update in slow.arrived]

    assert (arrived, slow.heard) == (["долгое", "за ним"], [])
    slow.let_go("anna")
    await asyncio.gather(first, second)


UNREADABLE: list[dict[str, Any]] = [
    {"message": {"message_id": 1, "chat": {"id": 1001, "type": "private"}, "text": "без даты"}},
    {"message": "строка вместо сообщения"},
    {"callback_query": {"id": "1", "data": "h"}},
]


@pytest.mark.parametrize("body", UNREADABLE)
async def test_an_update_that_cannot_be_parsed_is_set_aside_without_its_words(
    stage: StraightStage, body: dict[str, Any]
) -> None:
    await stage.feed(**body)
    await stage.say("anna", "спасибо")

    kept = await stage.app.database.read(
        lambda db: db.execute("select key, kind, size, reason from set_aside").fetchall()
    )
    size = len(json.dumps({"update_id": 1, **body}))
    assert kept == [("42:1", next(iter(body)), size, "ValidationError")]
    assert (await stage.next("anna")).text.startswith("Пожалуйста")


async def test_an_update_of_an_unknown_kind_is_passed_over(stage: StraightStage) -> None:
    await stage.feed(something_new={"a": 1})
    await stage.feed(poll={"id": "1"})
    await stage.feed()

    await stage.silence()


async def test_a_store_that_fails_stops_no_update_behind_the_unreadable_one(stage: StraightStage) -> None:
    await stage.app.database.write(lambda db: db.execute("drop table set_aside"))

    await stage.feed(message={"broken": True})
    await stage.say("anna", "спасибо")

    assert (await stage.next("anna")).text.startswith("Пожалуйста")


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"update_id": "1"}', b"\xff", b"{" * 10])
def test_a_webhook_body_that_is_no_update_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read(body)


@pytest.mark.parametrize("jump", [timedelta(days=400), timedelta(hours=8), -timedelta(hours=8), -timedelta(days=400)])
async def test_a_wall_clock_that_is_set_silences_nobody(stage: StraightStage, jump: timedelta) -> None:
    written = stage.message("anna", text="спасибо")
    stage.clock.advance(jump)

    await stage.feed(message=written)
    await stage.press_data("boris", "h")

    assert (await stage.next("anna")).text.startswith("Пожалуйста")
    assert (await stage.next("boris")).text


async def test_what_telegram_has_kept_for_hours_is_not_answered_and_told_once(stage: StraightStage) -> None:
    written = stage.message("anna", text="спасибо")
    await stage.close()
    stage.clock.advance(timedelta(hours=7))
    await stage.open()

    await stage.feed(message=written)
    await stage.feed(message=written)
    await stage.say("boris", "спасибо")

    assert (await stage.next("anna")).text.startswith("Связь долго не работала")
    assert (await stage.next("boris")).text.startswith("Пожалуйста")
    await stage.silence()


async def test_that_somebody_has_stopped_the_bot_is_never_too_old(stage: StraightStage) -> None:
    await stage.close()
    stage.clock.advance(timedelta(hours=7))
    await stage.open()

    await stage.block("anna", on=True)

    gone = "select count(*) from person where unreachable_since is not null"
    assert await stage.app.database.read(lambda db: db.execute(gone).fetchone()) == (1,)
