"""`python -m tests.browser.guide_pictures [NAME…]`: the pictures of docs/librarian.md, real talks on real telephones.

Each file of tests/browser/guide is a dialogue; «Снимок (Вере): today» keeps her telephone as docs/pictures/today.png,
«Снимок (Вере в группе): group» with the chat of the desk open.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot.sandbox.people import DESK_ID
from tests.browser.conftest import ARGUMENTS, chromium
from tests.dialogue import DATIVE, PEOPLE, Line, Player, read
from tests.over_http import HttpStage, http_stage
from tests.stage import IDS

STORIES = sorted(Path("tests/browser/guide").glob("*.txt"))
PICTURES = Path("docs/pictures")
SIZE = (1560, 1200)  # four telephones side by side, each tall enough for a librarian's longest message
ADMINS = frozenset({IDS["gleb"]})  # Вера is a librarian and nothing else, as the reader of the guide is


class Photographer:
    """Plays a dialogue and takes a picture where it asks for one."""

    def __init__(self, stage: HttpStage, page: Page) -> None:
        self._player = Player(stage)
        self._page = page

    async def play(self, lines: list[Line]) -> None:
        for line in lines:
            match line.head.split():
                case ["Снимок", whose, *where]:
                    await self._keep(PEOPLE[DATIVE[whose.strip("()")]], line.text, in_group=bool(where))
                case _:
                    await self._player.play([line])

    async def _keep(self, key: str, name: str, *, in_group: bool) -> None:
        phone = self._page.locator(f"#phone-{key}")
        if in_group:
            await phone.locator(f'[data-chat="{DESK_ID}"]').click()
        await self._page.wait_for_timeout(700)  # until the last message has slid in
        await phone.screenshot(path=PICTURES / f"{name}.png")


async def main() -> None:
    if chromium() is None:
        sys.stderr.write(f"{PICTURES}: снимки остались прежними, нет Chromium.\n")
        return
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for story in (one for one in STORIES if one.stem in (sys.argv[1:] or one.stem)):
            with tempfile.TemporaryDirectory() as folder:
                async with http_stage(Path(folder), admins=ADMINS) as stage:
                    page = await browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
                    await page.goto(stage.sandbox.url)
                    await Photographer(stage, page).play(read(story))
                    await page.close()
        await browser.close()


if __name__ == "__main__":
    asyncio.run(main())
