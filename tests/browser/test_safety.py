import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from playwright.async_api import BrowserContext, Page, expect

from bot.clock import MovableClock
from bot.sandbox.people import Person
from bot.sandbox.server import Sandbox
from tests.browser.parrot import TOKEN
from tests.browser.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
ATTACK = "<img src=x onerror=\"document.title='попались'\">"
TITLE = "БиблиоГос · песочница"


async def test_what_people_and_the_bot_write_is_never_run(anna: Phone, bot: Bot) -> None:
    button = InlineKeyboardButton(text=ATTACK, callback_data="silence")
    await bot.send_message(1001, ATTACK, reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]))
    await bot.send_document(1001, BufferedInputFile(b"x", f"{ATTACK}.txt"), caption=ATTACK)

    await anna.say(ATTACK)

    await anna.sees(f"Вы сказали: {ATTACK}")
    await expect(anna.log.locator("img")).to_have_count(0)
    assert await anna.page.title() == TITLE


async def test_a_name_is_never_run(context: BrowserContext) -> None:
    sandbox = Sandbox(token=TOKEN, clock=MovableClock(), people=[Person(1, "eve", ATTACK)], bot_name=ATTACK[:60])
    await sandbox.start(port=0)
    page = await context.new_page()
    await page.goto(sandbox.url)

    await expect(page.get_by_role("heading", level=2)).to_have_text(ATTACK)

    await page.get_by_role("button", name="Ещё").click()
    await expect(page.locator("img")).to_have_count(0)
    assert await page.title() == TITLE
    await page.close()
    await sandbox.stop()


async def test_nothing_is_asked_of_anybody_else(anna: Phone, outside: list[str]) -> None:
    await anna.ask_menu()
    await anna.button("📍 Где я").click()
    await anna.page.get_by_role("dialog").get_by_role("button", name="Отправить").click()
    await anna.sees("Вы здесь")

    assert outside == []


async def test_the_page_itself_forbids_anything_from_elsewhere(page: Page) -> None:
    blocked = await page.evaluate(
        """() => new Promise((resolve) => {
            document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
            document.body.append(Object.assign(new Image(), { src: "http://127.0.0.2/x.png" }));
        })"""
    )

    assert blocked == "img-src"
    own_policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert own_policy.startswith("default-src 'none'")
    assert "http" not in own_policy
