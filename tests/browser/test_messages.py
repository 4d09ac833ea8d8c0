import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, ForceReply, InputMediaDocument
from playwright.async_api import expect

from tests.browser.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
ANNA = 1001


async def test_a_hidden_word_is_opened_by_keyboard(anna: Phone, bot: Bot) -> None:
    await bot.send_message(ANNA, "Код: <tg-spoiler>7F3K</tg-spoiler>", parse_mode="HTML")
    hidden = anna.button("Скрытый текст, показать")

    await hidden.press("Enter")

    await expect(hidden).to_have_count(0)
    await anna.sees("7F3K")


async def test_a_long_quotation_is_folded_until_asked_for(anna: Phone, bot: Bot) -> None:
    await bot.send_message(ANNA, f"<blockquote expandable>{'очень долго ' * 40}</blockquote>", parse_mode="HTML")
    quotation = anna.messages.last.locator(".quote-long")
    folded = await quotation.evaluate("(node) => node.clientHeight")

    await anna.button("Показать целиком").click()

    assert await quotation.evaluate("(node) => node.clientHeight") > folded
    await expect(anna.button("Свернуть")).to_have_attribute("aria-expanded", "true")


async def test_a_venue_leads_to_the_map(anna: Phone, bot: Bot) -> None:
    await bot.send_venue(ANNA, 57.8192, 28.3318, "Библиотека", "Псков, Конная, 6")

    on_map = anna.messages.last.get_by_role("link", name="Библиотека Псков, Конная, 6")

    await expect(on_map).to_have_attribute("rel", "noopener noreferrer")
    assert "openstreetmap.org/?mlat=57.8192&mlon=28.3318" in (await on_map.get_attribute("href") or "")


async def test_an_album_stands_together(anna: Phone, bot: Bot) -> None:
    files = [InputMediaDocument(media=BufferedInputFile(b"x", f"{name}.txt")) for name in "абв"]

    await bot.send_media_group(ANNA, [*files])

    await anna.sees("в.txt")
    await expect(anna.log.locator(".item.album")).to_have_count(2)


async def test_typing_is_shown_until_the_bot_writes(anna: Phone, bot: Bot) -> None:
    tab = anna.root.get_by_role("tab")
    await bot.send_chat_action(ANNA, "typing")
    await expect(tab).to_contain_text("печатает…")

    await bot.send_message(ANNA, "вот")

    await expect(tab).not_to_contain_text("печатает…")


async def test_a_question_that_asks_for_a_reply_gets_one(anna: Phone, bot: Bot) -> None:
    await bot.send_message(ANNA, "Как вас зовут?", reply_markup=ForceReply(input_field_placeholder="Имя"))
    await expect(anna.field).to_have_attribute("placeholder", "Имя")

    await anna.say("Анна")

    await anna.sees("Вы сказали: Анна")
    await expect(anna.messages.nth(-2)).to_contain_text("БиблиоГосКак вас зовут?")


async def test_a_live_location_is_moved(anna: Phone) -> None:
    await anna.button("📍 Где я").click()
    dialog = anna.page.get_by_role("dialog")
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Отправить").click()
    await anna.sees("Вы здесь: 57.8192, 28.3318")

    await anna.choose(anna.messages.nth(-2), "Переместить")
    await dialog.get_by_label("Широта").fill("57.9")
    await dialog.get_by_role("button", name="Переместить").click()

    await anna.sees("Исправлено")
    await expect(anna.messages.nth(-3)).to_contain_text("57.90000, 28.33180")


async def test_what_cannot_be_sent_is_told_and_kept(anna: Phone) -> None:
    await anna.say("а" * 4097)

    await expect(anna.root.get_by_role("status")).to_contain_text("длиннее 4096")
    await expect(anna.field).to_have_value("а" * 4097)


async def test_a_turned_screen_still_shows_the_latest_words(anna: Phone, bot: Bot) -> None:
    await bot.send_message(ANNA, "строка " * 400)
    await bot.send_message(ANNA, "последнее")
    await anna.sees("последнее")

    await anna.page.set_viewport_size({"width": 700, "height": 600})
    await anna.page.set_viewport_size({"width": 390, "height": 700})

    await expect(anna.messages.last).to_be_in_viewport()


async def test_of_a_message_taller_than_the_screen_the_first_line_is_in_sight(anna: Phone, bot: Bot) -> None:
    await bot.send_message(ANNA, "раньше\n" * 10)
    await bot.send_message(ANNA, "Первая строка\n" + "и дальше\n" * 60)
    await anna.sees("Первая строка")

    top = await anna.messages.last.evaluate("(message) => message.getBoundingClientRect().top")
    box = await anna.log.bounding_box()
    assert box is not None
    assert box["y"] <= top < box["y"] + 40


async def test_the_wheel_leads_back_to_what_was_said(anna: Phone, bot: Bot) -> None:
    for number in range(40):
        await bot.send_message(ANNA, f"{number}. " + "слово " * 40)
    await anna.sees("39.")
    await anna.log.hover()

    await anna.page.mouse.wheel(0, -700)
    await expect(anna.button("К последним сообщениям")).to_be_visible()
    await anna.page.mouse.wheel(0, -700)

    await expect(anna.messages.last).not_to_be_in_viewport()


async def test_new_words_do_not_pull_a_reader_down(anna: Phone, bot: Bot) -> None:
    await bot.send_message(ANNA, "строка\n" * 90)
    await anna.sees("строка")
    await anna.log.evaluate("(log) => { log.scrollTop = 0; }")
    await expect(anna.button("К последним сообщениям")).to_be_visible()

    await bot.send_message(ANNA, "новое")

    await anna.button("К последним сообщениям: 1 новое").click()
    await expect(anna.messages.last).to_be_in_viewport()
    await expect(anna.field).to_be_focused()
