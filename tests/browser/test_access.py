from typing import Literal

import pytest
from aiogram import Bot
from playwright.async_api import Page, expect

from tests.browser.contrast import WEAK_TEXTS
from tests.browser.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]
NAMED = {"button", "link", "textbox", "combobox", "spinbutton", "switch", "tab", "article", "log", "region", "toolbar"}


async def test_a_talk_needs_no_mouse(page: Page) -> None:
    anna, keys = Phone(page), page.keyboard
    await anna.button("Начать").focus()
    await keys.press("Enter")
    await expect(anna.field).to_be_focused()

    await keys.type("Меню")
    await keys.press("Enter")
    await anna.sees("Что нажать?")
    await anna.log.focus()
    await keys.press("ArrowUp")
    await expect(anna.messages.last).to_be_focused()
    await keys.press("Tab")
    await keys.press("Enter")

    await expect(page.get_by_role("alertdialog")).to_contain_text("Запись отменить нельзя")
    await keys.press("Enter")
    await expect(anna.button("Окно")).to_be_focused()
    await keys.press("Escape")
    await expect(anna.field).to_be_focused()


async def test_a_message_has_its_menu_under_enter(anna: Phone) -> None:
    keys = anna.page.keyboard
    await anna.log.focus()
    await keys.press("End")
    await keys.press("Enter")
    await expect(anna.page.get_by_role("menuitem", name="Ответить")).to_be_focused()

    await keys.press("ArrowUp")
    await expect(anna.page.get_by_role("menuitem", name="Удалить")).to_be_focused()
    await keys.press("Escape")

    await expect(anna.page.get_by_role("menu")).to_have_count(0)
    await expect(anna.messages.last).to_be_focused()


async def test_a_closed_window_gives_the_focus_back(anna: Phone) -> None:
    keys = anna.page.keyboard
    await anna.button("Приложить").focus()
    await keys.press("Enter")
    await keys.press("Enter")
    await expect(anna.page.get_by_label("Место")).to_be_focused()

    await keys.press("Escape")

    await expect(anna.button("Приложить")).to_be_focused()


async def test_shift_and_enter_begin_a_new_line(anna: Phone) -> None:
    await anna.field.fill("раз")
    await anna.field.press("Shift+Enter")
    await anna.page.keyboard.type("два")

    await anna.field.press("Enter")

    await anna.sees("Вы сказали: раз\nдва")


async def test_arrows_lead_from_person_to_person(anna: Phone) -> None:
    boris = anna.page.get_by_role("toolbar").get_by_role("button", name="Борис")
    await anna.page.get_by_role("toolbar").get_by_role("button", name="Анна").focus()

    await anna.page.keyboard.press("ArrowRight")
    await expect(boris).to_be_focused()
    await anna.field.press("Control+ArrowRight")

    await expect(Phone(anna.page, "boris").button("Начать")).to_be_focused()


async def test_everything_has_a_name_and_messages_tell_who_and_when(anna: Phone) -> None:
    await anna.ask_menu()
    await anna.page.get_by_role("button", name="Пульт").click()

    session = await anna.page.context.new_cdp_session(anna.page)
    nodes = (await session.send("Accessibility.getFullAXTree"))["nodes"]
    nameless = [node for node in nodes if node["role"]["value"] in NAMED and not node.get("name", {}).get("value")]

    assert nameless == []
    name = await anna.messages.last.get_attribute("aria-label") or ""
    assert name.startswith("БиблиоГос, ")
    assert name.endswith(": Что нажать?")


@pytest.mark.parametrize("width", [320, 360, 800])
async def test_nothing_sticks_out_sideways(page: Page, bot: Bot, width: int) -> None:
    await page.set_viewport_size({"width": width, "height": 740})
    anna = Phone(page)
    await anna.start()
    await anna.ask_menu()
    await bot.send_message(
        1001, f"<b>{'Ж' * 300}</b>\n<pre>{'=' * 200}</pre> https://{'a' * 60}.ru/{'b' * 200}", parse_mode="HTML"
    )
    await anna.sees("ЖЖЖ")
    await page.get_by_role("button", name="Пульт").click()

    sideways = await page.evaluate(
        """() => [...document.querySelectorAll("html, body, main, .log, .panel, .foot, .bubble")]
            .filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.className || node.tagName)"""
    )

    assert sideways == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_stands_out_from_its_ground(anna: Phone, scheme: Literal["light", "dark"]) -> None:
    await anna.page.emulate_media(color_scheme=scheme)
    await anna.ask_menu()
    await anna.button("Перелистнуть").focus()
    await anna.button("Файл").click()
    await anna.sees("Ваша запись")
    await anna.page.get_by_role("button", name="Пульт").click()

    assert await anna.page.evaluate(WEAK_TEXTS) == []


async def test_a_narrow_page_shows_one_person_and_switches(page: Page) -> None:
    await page.set_viewport_size({"width": 390, "height": 844})
    await expect(page.get_by_role("region", name="Борис")).to_be_hidden()

    await page.get_by_role("toolbar").get_by_role("button", name="Борис").click()

    await expect(page.get_by_role("region", name="Борис")).to_be_visible()
    await expect(page.get_by_role("region", name="Анна Петровна")).to_be_hidden()


async def test_those_who_want_no_motion_get_none(anna: Phone) -> None:
    await anna.page.emulate_media(reduced_motion="reduce")
    await anna.ask_menu()

    await anna.button("Молчать").click()

    await expect(anna.root.locator(".wait")).to_have_css("animation-name", "none")
