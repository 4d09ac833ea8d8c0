"""`python -m tests.browser.picture`: docs/chat.png, a real talk with the real bot on two telephones."""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.over_http import HttpStage, http_stage

PICTURE = Path("docs/chat.png")


async def _talk(stage: HttpStage) -> None:
    """Both write as they can, and both are understood."""
    await stage.say("boris", "zabyl parol")
    await stage.next("boris")
    await stage.say("anna", "купила новый телефон и ни приходят смски")
    await stage.next("anna")


async def _picture(url: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = await browser.new_page(viewport={"width": 860, "height": 1500}, device_scale_factor=1)
        await page.goto(url)
        for name in await page.get_by_role("button", name="Клавиатура бота").all():
            await name.click()
        await page.mouse.move(0, 0)
        await page.wait_for_timeout(600)
        await page.screenshot(path=PICTURE)
        await browser.close()


async def main() -> None:
    if chromium() is None:
        sys.stderr.write(f"{PICTURE} осталась прежней: нет Chromium.\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        async with http_stage(Path(folder)) as stage:
            await _talk(stage)
            await _picture(stage.sandbox.url)


if __name__ == "__main__":
    asyncio.run(main())
