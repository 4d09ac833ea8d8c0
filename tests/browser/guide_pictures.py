"""`python -m tests.browser.guide_pictures`: the pictures of docs/librarian.md, real talks on real telephones.

Each file of tests/browser/guide is a dialogue; «Снимок (Вере): today» keeps her telephone as docs/pictures/today.png.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.dialogue import DATIVE, PEOPLE, Line, Player, read
from tests.over_http import HttpStage, http_stage

STORIES = sorted(Path("tests/browser/guide").glob("*.txt"))
PICTURES = Path("docs/pictures")
SIZE = (1560, 1000)  # four telephones side by side, each as tall as a real one


class Photographer:
    """Plays a dialogue and takes a picture where it asks for one."""

    def __init__(self, stage: HttpStage, page: Page) -> None:
        self._player = Player(stage)
        self._page = page

    async def play(self, lines: list[Line]) -> None:
        for line in lines:
            match line.head.split():
                case ["Снимок", whose]:
                    await self._keep(PEOPLE[DATIVE[whose.strip("()")]], line.text)
                case _:
                    await self._player.play([line])

    async def _keep(self, key: str, name: str) -> None:
        await self._page.wait_for_timeout(700)  # until the last message has slid in
        await self._page.locator(f"#phone-{key}").screenshot(path=PICTURES / f"{name}.png")


async def main() -> None:
    if chromium() is None:
        sys.stderr.write(f"{PICTURES}: снимки остались прежними, нет Chromium.\n")
        return
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for story in STORIES:
            with tempfile.TemporaryDirectory() as folder:
                async with http_stage(Path(folder)) as stage:
                    page = await browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
                    await page.goto(stage.sandbox.url)
                    await Photographer(stage, page).play(read(story))
                    await page.close()
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
