"""Limits of what is handed to a librarian: how many questions, how long, to whom, and what is forgotten."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.stage import IDS, StraightStage, straight_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


async def test_only_the_fourth_open_question_is_refused(stage: StraightStage) -> None:
    for number in range(4):
        await stage.say("anna", "/ask")
        await stage.say("anna", f"Вопрос номер {number}, подскажите")
        await stage.say("anna", "да")

    said = [shown.text for shown in stage.wire.inbox[IDS["anna"]]]
    assert [text.startswith("Передал") for text in said[2::3]] == [True, True, True, False]
    assert said[-1].startswith("У библиотекаря уже 3 ваших вопроса без ответа.")


async def test_the_information_mode_hands_no_question_over(tmp_path: Path) -> None:
    async with straight_stage(tmp_path, service_mode="information") as stage:
        await stage.say("anna", "/ask")

        assert (await stage.next("anna")).text.startswith("Передать вопрос библиотекарю здесь пока нельзя.")


async def test_a_question_begun_before_the_librarians_left_is_answered(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.say("anna", "/ask")
    async with straight_stage(tmp_path, admins=frozenset()) as stage:
        await stage.say("anna", "Кто мне поможет?")

        assert (await stage.next("anna")).text.startswith("Передать вопрос библиотекарю здесь пока нельзя.")


async def test_a_librarian_removed_meanwhile_answers_nobody(tmp_path: Path) -> None:
    async with straight_stage(tmp_path) as stage:
        await stage.say("anna", "/ask")
        await stage.say("anna", "Кто мне поможет?")
        await stage.press("anna", "Отправить")
        await stage.press("vera", "Ответить")
    async with straight_stage(tmp_path, admins=frozenset({IDS["gleb"]})) as stage:
        await stage.say("vera", "Я помогу")

        assert (await stage.next("vera")).text.startswith("Эта кнопка для библиотекарей.")


async def test_forgetting_keeps_the_figures_and_drops_the_words(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Мой тайный вопрос")
    await stage.press_data("anna", "f:1")
    await stage.app.stores.behind[0].flush()

    left = await stage.app.database.read(
        lambda db: db.execute(
            "select (select count(*) from question), (select count(*) from awaited where person = ?)", (IDS["anna"],)
        ).fetchone()
    )
    assert left == (0, 0)


async def test_words_too_long_to_hand_over_are_asked_for_again(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.next("anna")

    await stage.say("anna", "я " * 2000)
    await stage.say("anna", "Коротко: кто поможет?")
    await stage.say("anna", "да")

    assert (await stage.next("anna")).text.startswith("Это слишком длинно для одного сообщения.")
    assert (await stage.next("anna")).text.startswith("Передать библиотекарю так?")
    assert (await stage.next("anna")).text.startswith("Передал ваш вопрос библиотекарю.")


async def test_a_librarians_answer_too_long_is_asked_for_again(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.say("anna", "Кто поможет?")
    await stage.press("anna", "Отправить")
    await stage.press("vera", "Ответить")
    stage.wire.inbox[IDS["vera"]].clear()

    await stage.say("vera", "да " * 1300)
    await stage.say("vera", "Я.")
    await stage.say("vera", "да")

    assert (await stage.next("vera")).text.startswith("Это слишком длинно")
    assert (await stage.next("vera")).text.startswith("Отправить так?")
    assert (await stage.next("vera")).text == "Ответ на вопрос № 1 передан. Спасибо!"
