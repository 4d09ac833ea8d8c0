import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.types import InaccessibleMessage, Message

from bot.sandbox.presses import Presses
from bot.sandbox.server import Sandbox
from tests.chat_seen import Answer
from tests.chat_visitor import ActionRefused, NoAnswer, Visitor
from tests.sandbox.asking import ANNA, YES, button, news, refusal

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def pressed(bot: Bot, anna: Visitor) -> str:
    await bot.send_message(ANNA, "верно?", reply_markup=YES)
    await anna.reply()
    return await anna.tap("Да")


async def test_a_press_reaches_the_bot_with_its_data_and_message(bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)

    update = (await news(bot))[-1]
    assert update.callback_query is not None
    assert (update.callback_query.id, update.callback_query.data) == (query, "yes")
    assert isinstance(update.callback_query.message, Message)
    assert update.callback_query.message.text == "верно?"


async def test_the_answer_to_a_press_is_shown(bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)

    await bot.answer_callback_query(query, "Записали", show_alert=True)

    assert await anna.answer(query) == Answer("Записали", alert=True)


async def test_a_double_tap_is_two_presses(bot: Bot, anna: Visitor) -> None:
    first = await pressed(bot, anna)

    second = await anna.tap("Да")

    updates = await news(bot)
    assert [update.callback_query.id for update in updates if update.callback_query] == [first, second]


async def test_press_waits_for_the_answer(bot: Bot, anna: Visitor) -> None:
    await bot.send_message(ANNA, "верно?", reply_markup=YES)
    await anna.reply()
    waiting = asyncio.create_task(anna.press("Да"))
    await asyncio.sleep(0.05)
    query = (await bot.get_updates(offset=-1, timeout=5))[0].callback_query
    assert query is not None

    await bot.answer_callback_query(query.id, "Хорошо")

    assert await waiting == Answer("Хорошо", alert=False)


async def test_a_press_that_nobody_answers_is_noticed(bot: Bot, anna: Visitor) -> None:
    await bot.send_message(ANNA, "верно?", reply_markup=YES)
    await anna.reply()

    with pytest.raises(NoAnswer, match="an answer to the press"):
        await anna.press("Да", patience=0.05)


async def test_a_press_can_be_answered_twice_but_not_thrice(bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)

    await bot.answer_callback_query(query)
    await bot.answer_callback_query(query)

    assert await refusal(bot.answer_callback_query(query)) == TOO_OLD


async def test_a_press_of_sixteen_minutes_ago_is_too_old(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)

    await sandbox.advance(timedelta(minutes=16))

    assert await refusal(bot.answer_callback_query(query)) == TOO_OLD


async def test_an_unknown_press_is_refused(bot: Bot) -> None:
    assert await refusal(bot.answer_callback_query("1")) == TOO_OLD


async def test_an_answer_longer_than_200_signs_is_refused(bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)

    assert await refusal(bot.answer_callback_query(query, "я" * 201)) == "Bad Request: MESSAGE_TOO_LONG"


async def test_an_answer_cannot_lead_anywhere_else(bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)

    words = await refusal(bot.answer_callback_query(query, url="https://example.org"))

    assert words == "Bad Request: URL_INVALID"


async def test_an_answer_may_lead_back_to_the_bot(bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)

    await bot.answer_callback_query(query, url="https://t.me/bibliogos_bot?start=c_1")

    assert (await anna.answer(query)).url == "https://t.me/bibliogos_bot?start=c_1"


async def test_a_forged_button_of_a_lost_message_reaches_the_bot(bot: Bot, anna: Visitor) -> None:
    await anna.do("press", message=77, data="\u202e١٢٣" * 30)

    query = (await news(bot))[-1].callback_query
    assert query is not None
    assert query.data == "\u202e١٢٣" * 30
    assert isinstance(query.message, InaccessibleMessage)


@pytest.mark.parametrize(("row", "column"), [(0, 1), (1, 0), (-1, 0), (0, -1)])
async def test_a_button_that_is_not_there_cannot_be_pressed(bot: Bot, anna: Visitor, row: int, column: int) -> None:
    await bot.send_message(ANNA, "верно?", reply_markup=YES)
    shown = await anna.reply()

    with pytest.raises(ActionRefused, match="Этой кнопки больше нет"):
        await anna.do("press", message=shown.id, row=row, column=column)


async def test_a_link_does_not_reach_the_bot(bot: Bot, anna: Visitor) -> None:
    await bot.send_message(ANNA, "сайт", reply_markup=button(url="https://a.ru"))
    await anna.reply()

    with pytest.raises(ActionRefused, match="ничего не сообщает"):
        await anna.tap("Кнопка")


async def test_presses_without_answer_are_still_waiting_after_a_reload(
    sandbox: Sandbox, bot: Bot, anna: Visitor
) -> None:
    query = await pressed(bot, anna)

    async with anna._http.ws_connect(f"{sandbox.url}/chat") as page:
        hello = await page.receive_json()

    assert [waiting["query"] for waiting in hello["chats"][0]["waiting"]] == [query]


def test_only_so_many_presses_are_remembered(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sandbox.presses.KEPT", 1)
    presses, now = Presses(), sandbox.state.clock.now()

    presses.begin(ANNA, ANNA, 1, (0, 0), now)
    second = presses.begin(ANNA, ANNA, 1, (0, 0), now)

    assert presses.waiting(now) == [second]


async def test_the_page_hears_that_a_press_was_never_answered(sandbox: Sandbox, bot: Bot, anna: Visitor) -> None:
    query = await pressed(bot, anna)
    async with anna._http.ws_connect(f"{sandbox.url}/chat") as page:
        await page.receive_json()

        await sandbox.advance(timedelta(minutes=16))

        assert await page.receive_json() == {"event": "expired", "chat": ANNA, "query": query}
