"""A Chromium for the whole run; a sandbox, a bot and a page for each test."""

import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio
from _pytest.terminal import TerminalReporter
from aiogram import Bot
from playwright.async_api import Browser, BrowserContext, Error, Page, Request, async_playwright, expect

from bot.clock import MovableClock
from bot.sandbox.server import Sandbox
from tests.browser.parrot import TOKEN, perched
from tests.browser.phone import Phone

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_CHROMIUM = "No Chromium: the chat page is NOT tested. Install chromium or name it in CHROMIUM."


def chromium() -> str | None:
    named = os.environ.get("CHROMIUM")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """A page that nobody tested must be seen among a thousand green dots."""
    if any(NO_CHROMIUM in str(report.longrepr) for report in terminalreporter.stats.get("skipped", ())):
        terminalreporter.write_sep("!", NO_CHROMIUM, red=True, bold=True)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    program = chromium()
    if program is None:
        pytest.skip(NO_CHROMIUM)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield browser
        await browser.close()


PLACES = (("Псков", 57.8192, 28.3318), ("Остров", 57.3453, 28.3437))


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(browser: Browser) -> AsyncIterator[Sandbox]:  # noqa: ARG001 - without a browser nothing need start
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    sandbox.setting = replace(sandbox.setting, places=PLACES)
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with perched(sandbox.url) as bot:
        yield bot


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    context = await browser.new_context(locale="ru-RU")
    context.set_default_timeout(5_000)
    yield context
    await context.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def tab(context: BrowserContext) -> Page:
    """One tab for all tests, a third of a second cheaper each; every sandbox has an address of its own."""
    return await context.new_page()


@pytest_asyncio.fixture(loop_scope="session")
async def outside(tab: Page, sandbox: Sandbox) -> AsyncIterator[list[str]]:
    """Whatever the page asked of anybody but the sandbox, and whatever it complained of."""
    asked: list[str] = []

    def note_request(request: Request) -> None:
        if not request.url.startswith((sandbox.url, "data:")):
            asked.append(request.url)

    def note_error(error: Error) -> None:
        asked.append(str(error))

    tab.on("request", note_request)
    tab.on("pageerror", note_error)
    yield asked
    tab.remove_listener("request", note_request)
    tab.remove_listener("pageerror", note_error)


@pytest_asyncio.fixture(loop_scope="session")
async def page(tab: Page, sandbox: Sandbox, bot: Bot, outside: list[str]) -> Page:  # noqa: ARG001 - must be there first
    await tab.set_viewport_size({"width": 1400, "height": 900})
    await tab.emulate_media(color_scheme="light", reduced_motion="no-preference")
    await tab.goto(sandbox.url)
    await expect(tab.get_by_role("region", name="Анна Петровна")).to_be_visible()
    return tab


@pytest_asyncio.fixture(loop_scope="session")
async def anna(page: Page) -> Phone:
    """Anna, who has pressed «Начать»."""
    anna = Phone(page)
    await anna.start()
    return anna
