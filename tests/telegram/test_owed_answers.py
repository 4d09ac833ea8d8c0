"""An answer that cannot be said is owed: everybody is told in the end, in order, the truth, and once."""

import asyncio
import tracemalloc
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import SendMessage

from bot.backoff import Backoff
from tests.stage import IDS, StraightStage, straight_stage

CALL = SendMessage(chat_id=1, text="x")
MINUTE = timedelta(minutes=1)
FAILURES = {
    "no line": TelegramNetworkError(CALL, "down"),
    "server error": TelegramServerError(CALL, "oops"),
    "a page for JSON": ClientDecodeError("not JSON", ValueError(), "<html>"),
    "told to wait": TelegramRetryAfter(CALL, "Too Many Requests", 20),
}


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


async def line_is_back(stage: StraightStage, after: timedelta = MINUTE) -> None:
    stage.wire.failing = None
    stage.clock.advance(after)
    while await stage.app.edge.delivery_worker.deliver_due():
        pass


async def rows(stage: StraightStage, sql: str) -> list[tuple[Any, ...]]:
    return await stage.app.database.read(lambda db: db.execute(sql).fetchall())


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES.keys())
async def test_what_could_not_be_said_is_said_when_the_line_is_back_in_order(
    stage: StraightStage, failure: Exception
) -> None:
    stage.wire.failing = failure
    await stage.say("anna", "спасибо")
    await stage.say("anna", "забыла пароль от госуслуг")
    await stage.silence()
    stage.wire.failing = None
    await stage.say("anna", "/cancel")  # the first two come before its answer

    await line_is_back(stage)

    assert (await stage.next("anna")).text.startswith("Пожалуйста")
    shown = await stage.next("anna")
    assert shown.text.startswith("Нажмите «Забыли пароль?»")
    assert "👍 Помогло" in shown.labels
    assert (await stage.next("anna")).text.startswith("Отменять нечего.")
    await stage.silence()


async def test_a_question_that_was_owed_is_answered_by_typing_as_if_it_had_come_at_once(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.next("anna")
    stage.wire.failing = FAILURES["no line"]
    await stage.say("anna", "Когда придёт моя справка из архива?")
    await line_is_back(stage)
    assert (await stage.next("anna")).text.startswith("Передать библиотекарю так?")

    await stage.say("anna", "да")

    assert not (await stage.next("anna")).text.startswith("Я не понял, на какой из двух вопросов")


async def test_others_are_answered_at_once_meanwhile(stage: StraightStage) -> None:
    stage.wire.refused[IDS["anna"]] = FAILURES["told to wait"]
    await stage.say("anna", "спасибо")

    await stage.say("boris", "спасибо")

    assert (await stage.next("boris")).text.startswith("Пожалуйста")
    await stage.silence()


async def test_a_restart_keeps_what_is_owed_and_its_order(stage: StraightStage) -> None:
    stage.wire.failing = FAILURES["no line"]
    await stage.say("anna", "спасибо")
    await stage.restart()
    stage.wire.failing = None
    await stage.say("anna", "/cancel")
    await stage.silence()

    await line_is_back(stage)

    assert (await stage.next("anna")).text.startswith("Пожалуйста")
    assert (await stage.next("anna")).text.startswith("Отменять нечего.")


async def test_when_all_that_was_owed_is_said_answers_come_at_once_again(stage: StraightStage) -> None:
    stage.wire.failing = FAILURES["no line"]
    await stage.say("anna", "спасибо")
    await line_is_back(stage)
    await stage.next("anna")

    await stage.say("anna", "спасибо")

    assert (await stage.next("anna")).text.startswith("Пожалуйста")


async def test_a_page_that_cannot_be_turned_comes_as_a_new_message(stage: StraightStage) -> None:
    stage.wire.failing_edit = TelegramNetworkError(CALL, "down")
    await stage.press_data("anna", "b:1")
    await stage.silence()

    await line_is_back(stage)

    assert (await stage.next("anna")).text.endswith("Страница 2 из 2.")


async def test_a_page_turned_while_an_answer_is_owed_comes_behind_it(stage: StraightStage) -> None:
    stage.wire.failing = FAILURES["no line"]
    await stage.say("anna", "спасибо")
    stage.wire.failing = None

    await stage.press_data("anna", "b:1")
    await stage.silence()
    await line_is_back(stage)

    assert (await stage.next("anna")).text.startswith("Пожалуйста")
    assert (await stage.next("anna")).text.endswith("Страница 2 из 2.")


async def test_a_poster_that_could_not_be_sent_comes_later_with_its_words(stage: StraightStage) -> None:
    stage.wire.failing = FAILURES["no line"]  # for words: the file itself has gone through
    await stage.press_data("anna", "z:pskov-sbs")

    await line_is_back(stage)

    assert (await stage.next("anna")).text == "[файл] плакат-pskov-sbs.pdf"
    assert (await stage.next("anna")).text.startswith("Плакат готов: лист А4.")
    await stage.silence()


async def test_what_is_owed_for_hours_is_not_said_and_the_person_is_told_once(stage: StraightStage) -> None:
    stage.wire.failing = FAILURES["no line"]
    await stage.say("anna", "спасибо")
    await stage.say("anna", "забыла пароль от госуслуг")

    await line_is_back(stage, timedelta(hours=7))

    assert (await stage.next("anna")).text.startswith("Связь долго не работала, и я не ответил вам вовремя.")
    await stage.silence()


async def test_the_words_of_an_owed_answer_are_erased_when_they_are_said(stage: StraightStage) -> None:
    stage.wire.failing = FAILURES["no line"]
    await stage.say("anna", "спасибо")

    await line_is_back(stage)

    assert await rows(stage, "select kind, state, payload from outbox") == [("answer", "sent", "{}")]


async def test_forgetting_erases_what_is_owed(stage: StraightStage) -> None:
    stage.wire.failing = FAILURES["no line"]
    await stage.say("anna", "спасибо")
    await stage.say("boris", "спасибо")

    await stage.press_data("anna", "f:1")

    owed = await rows(stage, "select recipient, count(*) from outbox where kind = 'answer' group by 1")
    assert owed == [(IDS["anna"], 1), (IDS["boris"], 1)]  # to her only that all is erased


async def test_what_can_be_neither_said_nor_owed_is_handled_again(
    stage: StraightStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.inbox.inbox.BACKOFF", Backoff(first=0.01, longest=60))
    stage.wire.failing = FAILURES["no line"]
    await stage.app.database.write(lambda db: db.execute("alter table outbox rename to full_disk"))
    taken = stage.app.edge.intake.accept({"update_id": 900, "message": stage.message("anna", text="спасибо")})
    await asyncio.sleep(0.2)
    handled_too_early = taken.ended.done()

    stage.wire.failing = None
    await taken

    assert not handled_too_early
    assert (await stage.next("anna")).text.startswith("Пожалуйста")
    await stage.silence()


async def test_an_hour_without_a_line_leaves_memory_flat_and_everybody_is_told(stage: StraightStage) -> None:
    people, before = range(5_001, 5_061), 0
    for minute in range(60):
        stage.wire.failing = TelegramNetworkError(CALL, "down")  # a new one: it remembers where it was raised
        if minute == 10:
            tracemalloc.start()
        if minute == 30:
            before, _ = tracemalloc.get_traced_memory()
        for person in people[minute % 10 :: 10]:
            who = {"id": person, "is_bot": False, "first_name": "Анна"}
            date = int(stage.clock.now().timestamp())
            chat = {"id": person, "type": "private"}
            await stage.feed(message={"message_id": 1, "date": date, "chat": chat, "from": who, "text": "спасибо"})
        stage.wire.calls.clear()
        await stage.pass_time(MINUTE)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    await line_is_back(stage)
    for _ in range(5):
        await line_is_back(stage)

    assert after - before < 500_000
    assert [len(stage.wire.inbox[person]) for person in people] == [6] * 60
