"""The real bot on the real page: what a citizen and a librarian see in a browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.phone import Phone
from tests.over_http import HttpStage, http_stage

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@pytest_asyncio.fixture(loop_scope="session")
async def stage(tmp_path: Path) -> AsyncIterator[HttpStage]:
    async with http_stage(tmp_path) as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="session")
async def real(tab: Page, stage: HttpStage) -> Page:
    await tab.set_viewport_size({"width": 1400, "height": 900})
    await tab.goto(stage.sandbox.url)
    return tab


ASKED = {
    "как зарегестрироваться на госуслугах": "Как зарегистрироваться на Госуслугах",
    "zabyl parol": "Забыл пароль от Госуслуг",
    "не приходит смс": "Почему не приходит СМС с кодом?",
    "ujceckeub gfhjkm": "Вы имели в виду",
    "привет": "Здравствуйте!",
    "купить уголь": "Я не нашёл ответа на этот вопрос.",
}


@pytest.mark.parametrize(("question", "answer"), ASKED.items())
async def test_the_page_answers_what_people_type(real: Page, question: str, answer: str) -> None:
    anna = Phone(real)

    await anna.say(question)

    await anna.sees(answer)


async def test_a_question_goes_to_the_librarian_and_the_answer_comes_back(real: Page) -> None:
    anna, vera = Phone(real), Phone(real, "vera")
    await anna.button("💬 Спросить библиотекаря").last.click()
    await anna.sees("Напишите вопрос библиотекарю")
    await anna.say("У меня буква ё в паспорте")
    await anna.sees("Передать библиотекарю так?")
    await anna.button("Отправить").first.click()
    await anna.sees("Передал ваш вопрос")

    await vera.sees("У меня буква ё в паспорте")
    await vera.root.get_by_role("button", name="Ответить", exact=True).click()
    await vera.sees("Напишите ответ одним сообщением")
    await vera.say("Приходите в среду.")
    await vera.sees("Отправить так?")
    await vera.button("Отправить").first.click()

    await anna.sees("Приходите в среду.")


async def test_a_shared_place_brings_the_nearest_centres(real: Page, stage: HttpStage) -> None:
    anna = Phone(real)
    await anna.button("📍 Ближайший центр").click()
    await expect(anna.button("📍 Отправить моё место")).to_be_visible()

    await stage.send("anna", "место")

    await anna.sees("Ближайшие к вам центры")
