"""Twenty answers reviewed on two phones of 390×844 by two admins at once, each in the page of the sandbox."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copytree

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, ViewportSize, expect

from bot.centres.places.place_names import read_place_words
from bot.faq.live_faq import LiveFaq
from tests.browser.phone import Phone
from tests.over_http import HttpStage, http_stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

EACH = 10  # answers an admin confirms
PHONE = ViewportSize(width=390, height=844)
RIGHT = "✅ Верно"
THUMB = 40  # pixels
HEAD = re.compile(r"(?P<left>Сверка: осталось \d+ )из \d+\.( Спрашивали: \d+ раза?\.)?\s*(?P<title>[^\n]*)")
READ_ANEW = 30_000  # milliseconds: all answers are, after each that is confirmed


@pytest_asyncio.fixture(loop_scope="session")
async def stage(tmp_path: Path) -> AsyncIterator[HttpStage]:
    data = tmp_path / "data"
    copytree("data", data)
    faq = LiveFaq(data / "faq", read_place_words(data))
    async with http_stage(tmp_path, live_faq=faq, data_dir=data) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="session")
async def admins(context: BrowserContext, stage: HttpStage) -> AsyncIterator[tuple[Phone, Phone]]:
    pages = [await context.new_page(), await context.new_page()]
    yield await phone_of(pages[0], stage, "gleb", "Глеб"), await phone_of(pages[1], stage, "vera", "Вера")
    for page in pages:
        await page.close()


async def phone_of(page: Page, stage: HttpStage, key: str, name: str) -> Phone:
    await page.set_viewport_size(PHONE)
    await page.goto(stage.sandbox.url)
    await page.get_by_role("toolbar", name="Чьи телефоны показать").get_by_role("button", name=name).click()
    return Phone(page, key)


async def begin(admin: Phone) -> None:
    await admin.say("/review")
    await admin.sees("Что будем сверять?")
    await admin.root.get_by_role("button", name="Ответы", exact=True).last.click()
    await admin.sees("Сверка: осталось")


async def confirm(admin: Phone) -> None:
    """Presses «Верно» of the answer on the screen and waits for the next one."""
    await admin.sees("Сверка: осталось")
    shown = await admin.messages.last.text_content() or ""  # lines only where it is drawn: the page skips what is not
    head = HEAD.search(shown)
    assert head is not None, shown
    button = admin.root.get_by_role("button", name=RIGHT).last
    await button.scroll_into_view_if_needed()
    box = await button.bounding_box()
    assert box is not None
    assert box["height"] >= THUMB
    assert head["title"], "the message with the buttons names what they confirm"
    done = await admin.log.get_by_text("Записал: сверено сегодня.").count()
    await button.click()
    await expect(admin.log.get_by_text("Записал: сверено сегодня.")).to_have_count(done + 1, timeout=READ_ANEW)
    await expect(admin.messages.last).to_contain_text("Сверка: осталось", timeout=READ_ANEW)
    await expect(admin.messages.last).not_to_contain_text(head["left"], timeout=READ_ANEW)


async def test_two_admins_review_twenty_answers(admins: tuple[Phone, Phone], stage: HttpStage) -> None:
    gleb, vera = admins
    await begin(gleb)
    await begin(vera)
    before = [one.id for one in stage.app.services.files.live_faq.library.articles if one.checked]

    for _ in range(EACH):
        await confirm(gleb)
        await confirm(vera)

    checked = [one.id for one in stage.app.services.files.live_faq.library.articles if one.checked]
    assert len(checked) - len(before) == 2 * EACH  # nobody did the work of the other
