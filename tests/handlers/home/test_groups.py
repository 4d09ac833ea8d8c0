"""In a group the bot speaks only when spoken to."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import StraightStage, straight_stage

GROUP = -1001
ME = {"id": 42, "is_bot": True, "first_name": "БиблиоГос", "username": "bibliogos_bot"}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


async def say(stage: StraightStage, text: str, **more: object) -> list[str]:
    stage.wire.last += 1
    message = stage.message("vera", text=text) | more | {"chat": {"id": GROUP, "type": "supergroup", "title": "Стол"}}
    await stage.feed(message=message)
    said = [shown.text for shown in stage.wire.inbox[GROUP]]
    stage.wire.inbox[GROUP].clear()
    return said


async def test_talk_among_people_is_left_alone(stage: StraightStage) -> None:
    assert await say(stage, "забыла пароль от госуслуг") == []


async def test_a_mention_is_answered_as_a_question(stage: StraightStage) -> None:
    (answer,) = await say(stage, "@BiblioGos_Bot, забыла пароль от госуслуг")

    assert answer.startswith("Нажмите «Забыли пароль?»")


async def test_a_reply_to_the_bot_is_answered(stage: StraightStage) -> None:
    mine = {"message_id": 5, "date": 1, "chat": {"id": GROUP, "type": "supergroup"}, "from": ME, "text": "…"}

    assert await say(stage, "спасибо", reply_to_message=mine) == ["Пожалуйста! Появится вопрос — пишите."]


async def test_a_reply_to_a_person_is_not(stage: StraightStage) -> None:
    hers = {"message_id": 5, "date": 1, "chat": {"id": GROUP, "type": "supergroup"}, "from": ME | {"username": "other"}}

    assert await say(stage, "спасибо", reply_to_message=hers | {"text": "…"}) == []


@pytest.mark.parametrize("command", ["/help", "/help@bibliogos_bot", "/HELP@BIBLIOGOS_BOT"])
async def test_a_command_for_the_bot_is_answered_without_the_menu(stage: StraightStage, command: str) -> None:
    (answer,) = await say(stage, command)

    assert answer.startswith("Как мной пользоваться")
    assert stage.wire.calls[-1].reply_markup is None  # type: ignore[attr-defined]  # - the last call sent a message


async def test_a_command_for_another_bot_is_left_alone(stage: StraightStage) -> None:
    assert await say(stage, "/help@other_bot") == []


async def test_what_telegram_itself_says_is_left_alone(stage: StraightStage) -> None:
    message = stage.message("vera", new_chat_title="Новое имя") | {"chat": {"id": GROUP, "type": "group", "title": "x"}}

    await stage.feed(message=message)

    await stage.silence()


async def test_another_bot_is_not_answered(stage: StraightStage) -> None:
    await stage.feed(message=stage.message("anna", text="спасибо") | {"from": ME})

    await stage.silence()


async def test_what_one_person_is_asked_another_does_not_answer(stage: StraightStage) -> None:
    await say(stage, "/ask")
    boris = {"id": 1002, "is_bot": False, "first_name": "Борис"}

    assert await say(stage, "@bibliogos_bot спасибо", **{"from": boris}) == ["Пожалуйста! Появится вопрос — пишите."]
