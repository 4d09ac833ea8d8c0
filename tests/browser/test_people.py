import pytest
from aiogram import Bot
from playwright.async_api import Page, expect

from bot.sandbox.people import DESK_ID
from tests.browser.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_two_people_talk_side_by_side(anna: Phone) -> None:
    boris = Phone(anna.page, "boris")
    await boris.start()

    await anna.say("я Анна")
    await boris.say("я Борис")

    await anna.sees("Вы сказали: я Анна")
    await boris.sees("Вы сказали: я Борис")
    await expect(anna.log).not_to_contain_text("Борис")


async def test_the_group_is_a_second_chat_that_counts_what_is_new(page: Page, bot: Bot) -> None:
    vera = Phone(page, "vera")
    await bot.send_message(DESK_ID, "Новый вопрос")
    tab = vera.root.get_by_role("tab", name="Стол библиотеки")
    await expect(tab).to_have_accessible_name("Стол библиотеки 2 человека 1 новое")

    await tab.click()
    await vera.say("беру")

    await vera.sees("Вы сказали: беру")
    gleb = Phone(page, "gleb")
    await gleb.root.get_by_role("tab", name="Стол библиотеки").click()
    await expect(gleb.messages.nth(1)).to_contain_text("Вераберу")


async def test_a_message_is_forwarded_to_the_other_chat(page: Page) -> None:
    vera = Phone(page, "vera")
    await vera.start()

    await vera.choose(vera.messages.last, "Переслать")
    await page.get_by_role("radio", name="Стол библиотеки").check()
    await page.get_by_role("button", name="Переслать").click()
    await vera.root.get_by_role("tab", name="Стол библиотеки").click()

    await expect(vera.messages.first).to_contain_text("Переслано: БиблиоГос")


async def test_a_phone_can_be_put_away_and_comes_back_as_it_was(anna: Phone) -> None:
    people = anna.page.get_by_role("toolbar")
    await people.get_by_role("button", name="Анна Петровна").click()
    await expect(anna.root).to_be_hidden()

    await people.get_by_role("button", name="Анна Петровна").click()

    await anna.sees("Здравствуйте!")


async def test_a_reload_keeps_the_talk_and_the_keyboard(anna: Phone) -> None:
    await anna.say("запомни меня")
    await anna.sees("Вы сказали: запомни меня")

    await anna.page.reload()

    await anna.sees("Вы сказали: запомни меня")
    await expect(anna.button("Файл")).to_be_visible()
