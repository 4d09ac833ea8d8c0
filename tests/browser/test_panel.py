from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

import pytest
from playwright.async_api import Page, expect

from bot.clock import MovableClock
from bot.sandbox.server import Sandbox
from bot.sandbox.state import Draft
from tests.browser.parrot import TOKEN
from tests.browser.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@asynccontextmanager
async def restarted(port: int) -> AsyncIterator[None]:
    again = Sandbox(token=TOKEN, clock=MovableClock())
    await again.start(port=port)
    try:
        yield
    finally:
        await again.stop()


async def test_time_is_wound_on_to_the_next_morning(page: Page) -> None:
    await page.get_by_role("button", name="Пульт").click()

    await page.get_by_role("button", name="до завтра, 9:00").click()

    await expect(page.locator("#time")).to_have_text("09:00")
    await page.get_by_role("button", name="+10 минут").click()
    await expect(page.locator("#time")).to_have_text("09:10")


async def test_the_own_value_winds_days_on(page: Page) -> None:
    await page.get_by_role("button", name="Пульт").click()
    before = await page.locator("#date").inner_text()

    await page.get_by_label("На сколько").fill("2")
    await page.get_by_role("button", name="Вперёд").click()

    await expect(page.locator("#date")).not_to_have_text(before)


async def test_a_broken_line_is_told_and_mended(page: Page) -> None:
    await page.get_by_role("button", name="Пульт").click()

    await page.get_by_role("button", name="Сломать связь").click()
    await expect(page.get_by_text("Связь бота сломана: соединение обрывается")).to_be_visible()
    await page.get_by_role("button", name="Починить").click()

    await expect(page.get_by_text("Связь бота сломана")).to_be_hidden()


async def test_limits_are_switched(page: Page, sandbox: Sandbox) -> None:
    await page.get_by_role("button", name="Пульт").click()

    await page.get_by_role("switch", name="Ограничения Telegram").check()

    await expect(page.get_by_text("Ограничения Telegram действуют.")).to_be_visible()
    assert sandbox.state.limits.on


async def test_the_last_update_is_delivered_again(anna: Phone) -> None:
    await anna.say("эхо")
    await anna.sees("Вы сказали: эхо")
    before = await anna.messages.count()
    await anna.page.get_by_role("button", name="Пульт").click()

    await anna.page.get_by_role("button", name="Повторить последнее обновление").click()

    await expect(anna.messages).to_have_count(before + 1)


async def test_a_deep_link_is_opened_with_its_payload(page: Page) -> None:
    await page.get_by_role("button", name="Пульт").click()
    await page.get_by_label("Кто открывает ссылку").select_option("Борис")

    await page.get_by_label("Метка ссылки").fill("c_pskov-1")
    await page.get_by_role("button", name="Открыть").click()

    await Phone(page, "boris").sees("Метка: c_pskov-1")


async def test_the_page_comes_back_by_itself_when_the_sandbox_restarts(page: Page, sandbox: Sandbox) -> None:
    port = int(sandbox.url.rpartition(":")[2])
    await sandbox.stop()
    await expect(page.get_by_text("Подключаюсь снова")).to_be_visible()

    async with restarted(port):
        await expect(page.get_by_text("Подключаюсь снова")).to_be_hidden()
        await Phone(page).start()


async def test_a_thousand_messages_are_no_burden(anna: Phone, sandbox: Sandbox) -> None:
    for number in range(1000):
        sandbox.state.post(sandbox.state.chats[1001], 42, Draft({"text": f"Сообщение {number}. {'слово ' * 20}"}))
    began = monotonic()

    await anna.page.reload()
    await anna.sees("Сообщение 999")
    await anna.say("вы ещё здесь?")
    await anna.sees("Вы сказали: вы ещё здесь?")

    assert monotonic() - began < 4
    await expect(anna.messages.last).to_be_in_viewport()
