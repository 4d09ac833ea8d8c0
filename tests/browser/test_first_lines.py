"""Thirty answers on a phone of 390×844: the first line is in sight when the answer has come, with three rows below."""

import random
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.phone import Phone
from tests.over_http import http_stage
from tests.stage import the_faq

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SEED = 0x1A2D880A  # the first eight digits of a commit: nobody picked these questions
MOST_ROWS = 3
TIMES = 10  # answers a talk, so that each stands below others


@pytest_asyncio.fixture(loop_scope="session")
async def anna(tab: Page, tmp_path: Path) -> AsyncIterator[Phone]:
    async with http_stage(tmp_path) as stage:
        await tab.set_viewport_size({"width": 390, "height": 844})
        await tab.goto(stage.sandbox.url)
        phone = Phone(tab)
        await expect(phone.messages).to_have_count(2)  # her «Начать» and the greeting
        yield phone


def questions() -> list[str]:
    """The wordings of thirty articles, one each."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    articles = chance.sample(sorted(the_faq().library.articles, key=lambda one: one.id), 3 * TIMES)
    return [chance.choice([one.title, *one.variants]) for one in articles]


@pytest.mark.parametrize("part", range(3))
async def test_the_first_line_of_an_answer_is_in_sight(anna: Phone, part: int) -> None:
    for question in questions()[part * TIMES : (part + 1) * TIMES]:
        before = await anna.messages.count()
        await anna.say(question)
        await expect(anna.messages).to_have_count(before + 2)  # the question, and all of the answer in one message
        await expect(anna.root.get_by_text("печатает")).to_have_count(0)

        box, first = await anna.log.bounding_box(), await anna.messages.last.bounding_box()
        rows = await anna.messages.last.locator("xpath=..").get_by_role("group").locator(".row").count()

        assert box, question
        assert first, question
        assert box["y"] - 1 <= first["y"] < box["y"] + box["height"], question
        assert rows <= MOST_ROWS, (question, rows)
