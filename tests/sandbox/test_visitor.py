import pytest
from aiogram import Bot

from tests.chat_visitor import NoAnswer, Visitor
from tests.sandbox.asking import ANNA, YES


async def test_the_visitor_says_what_it_saw_instead(bot: Bot, anna: Visitor) -> None:
    await bot.send_message(ANNA, "не то", reply_markup=YES)

    with pytest.raises(NoAnswer, match=r"waited 0.05 s for «то самое».*не то.*Да"):
        await anna.wait_for_text("то самое", timeout=0.05)
    with pytest.raises(NoAnswer, match="no button «Нет»"):
        await anna.press("Нет")
    with pytest.raises(NoAnswer, match="no button «Нет»"):
        await anna.tap("Нет")


async def test_the_visitor_waits_for_words_new_or_changed(bot: Bot, anna: Visitor) -> None:
    await bot.send_message(ANNA, "раз")
    sent = await bot.send_message(ANNA, "два")
    assert (await anna.wait_for_text("два")).id == sent.message_id

    await bot.edit_message_text("три", chat_id=ANNA, message_id=sent.message_id)
    assert (await anna.wait_for_text("три")).id == sent.message_id

    await bot.send_message(ANNA, "четыре")
    with pytest.raises(AssertionError, match="not silent"):
        await anna.silence(1)
    anna.forget()
    await anna.silence(0.02)


async def test_the_visitor_knows_that_the_bot_has_not_spoken(stranger: Visitor) -> None:
    with pytest.raises(NoAnswer, match="has not written yet"):
        _ = stranger.screen
