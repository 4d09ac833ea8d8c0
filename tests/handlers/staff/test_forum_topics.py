"""A group with topics: each centre writes in its own, and nobody is taken for speaking to the bot."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import SendDocument, SendMessage

from bot.outbox.notice import ANSWER, Notice, Payload, answered_late
from bot.people import Address
from bot.sandbox.people import DESK_ID
from bot.screens.callback_data import pack
from bot.screens.closures.actions import LinkGroupChat
from bot.screens.librarian_day.actions import DaySheet, TakeOn
from bot.screens.screen import Screen
from bot.screens.stored_screen import dump_screen, load_screen
from bot.screens.time_codes import day_code
from tests.dialogue import DESK
from tests.stage import BOT, StraightStage, straight_stage

VERA = f"vera{DESK}"
GROUP = Address("telegram", DESK_ID)


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        await stage.open_booking()
        yield stage


async def link(stage: StraightStage, centre: str, topic: str) -> int:
    """The number of the topic in which the centre was linked."""
    await stage.enter_topic(VERA, topic)
    number = next(number for number, name in stage.wire.topics.items() if name == topic)
    stage.wire.places[DESK_ID, 1] = number
    await stage.press_data(VERA, pack(LinkGroupChat(centre)))
    assert "Готово. Записи в эту тему" in (await stage.next(VERA)).text
    return number


async def book(stage: StraightStage, words: str) -> None:
    """Анна books by a sentence and agrees to what is shown."""
    await stage.say("anna", words)
    await stage.say("anna", "да")


def sent(stage: StraightStage, kind: type[Any]) -> list[int | None]:
    """The topics of what was sent to the group, in its order."""
    calls = [call for call in stage.wire.calls if isinstance(call, kind) and call.chat_id == DESK_ID]
    return [call.message_thread_id for call in calls]


async def test_two_centres_of_one_group_have_each_its_topic(stage: StraightStage) -> None:
    pskov = await link(stage, "pskov-pounb", "Псков")
    ostrov = await link(stage, "ostrov", "Остров")
    stage.wire.calls.clear()

    await book(stage, "запишите меня завтра в 10 в Псков, паспорт")
    await book(stage, "запишите меня в пятницу в 11 в Остров, паспорт")

    assert sent(stage, SendMessage) == [pskov, ostrov]


async def test_a_sheet_asked_for_in_a_topic_comes_there(stage: StraightStage) -> None:
    topic = await link(stage, "pskov-pounb", "Записи")

    await stage.press_data(VERA, pack(DaySheet("pskov-pounb", day_code(stage.clock.now().date()))))

    assert set(sent(stage, SendDocument)) == {topic}


async def test_a_closed_topic_and_words_in_one_that_the_bot_has_opened_are_nobodys(stage: StraightStage) -> None:
    await link(stage, "pskov-pounb", "Записи")
    begun = stage.message(VERA, forum_topic_created={"name": "Записи", "icon_color": 1}) | {"from": BOT}

    await stage.feed(message=stage.message(VERA, forum_topic_closed={}, reply_to_message=begun))
    await stage.feed(message=stage.message(VERA, text="кто сегодня до шести?", reply_to_message=begun))

    await stage.silence()


async def test_an_answer_owed_to_a_topic_comes_there_later() -> None:
    screen = Screen("Список", forum_topic=7)

    assert load_screen(dump_screen(screen)) == screen


async def test_what_cannot_replace_a_notice_now_comes_into_its_topic_later(stage: StraightStage) -> None:
    topic = await link(stage, "pskov-pounb", "Записи")
    await book(stage, "запишите меня завтра в 10 в Псков, паспорт")
    stage.wire.calls.clear()
    stage.wire.failing_edit = TelegramNetworkError(SendMessage(chat_id=1, text="x"), "down")

    await stage.press_data(VERA, pack(TakeOn(1, over=False)))
    stage.wire.failing_edit = None
    await stage.pass_time(timedelta(minutes=1))

    assert sent(stage, SendMessage) == [topic]


async def test_a_general_topic_that_is_closed_too_is_the_group_lost(stage: StraightStage) -> None:
    topic = await link(stage, "pskov-pounb", "Записи")
    stage.wire.topic_refusals |= {topic: "TOPIC_CLOSED", 0: "TOPIC_CLOSED"}

    await book(stage, "запишите меня завтра в 10 в Псков, паспорт")

    assert stage.app.services.staff.group_chats.of_chat(GROUP) == ()


async def test_that_answers_come_too_late_is_said_in_the_topic_of_the_answer(stage: StraightStage) -> None:
    topic = await link(stage, "pskov-pounb", "Записи")
    owed: Payload = {"channel": "telegram", "chat": DESK_ID, "since": stage.clock.now().isoformat()}
    for number, place in enumerate((topic + 1, topic)):
        payload: Payload = owed | {"screen": dump_screen(Screen("Список", forum_topic=place))}
        await stage.app.stores.notices.promise([Notice(GROUP, ANSWER, f"{number}", stage.clock.now(), payload)])
    stage.wire.calls.clear()

    stage.clock.advance(timedelta(hours=7))
    for _ in range(4):  # answers to a chat go one after another
        await stage.pass_time(timedelta(minutes=1))

    assert sorted(filter(None, sent(stage, SendMessage))) == [topic, topic + 1]


async def test_that_old_updates_get_no_answer_is_said_where_the_centre_is_linked(stage: StraightStage) -> None:
    topic = await link(stage, "pskov-pounb", "Записи")
    stage.wire.calls.clear()

    await stage.app.stores.notices.promise([answered_late(GROUP, stage.clock.now())])
    await stage.pass_time(timedelta(minutes=1))

    assert sent(stage, SendMessage) == [topic]
