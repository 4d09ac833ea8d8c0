"""Admins mend answers in the chat; whoever presses is checked at that press, and nothing is lost."""

from datetime import timedelta

import pytest

from bot.dialog_state import Conversation
from bot.faq.edits.seen import ArticlePart
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.faq.editing_actions import (
    AddGap,
    AddWording,
    ChangeText,
    ConfirmChecked,
    DropWording,
    FindArticle,
    KeepText,
    MarkChecked,
    MendArticle,
    PlaceGap,
)
from bot.screens.faq.prompts import WordingPrompt
from tests.faq.small_shelves import Shelves
from tests.handlers.faq.editing_talk import body, last, pressed, said, seen, variants
from tests.stage import IDS, StraightStage


async def test_a_new_text_is_seen_before_it_is_kept_and_survives_a_restart(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    shown = await pressed(stage, "Изменить ответ")

    bold = [{"type": "bold", "offset": 0, "length": 9}]
    await stage.feed(message=stage.message("gleb", text="Позвоните врачу.", entities=bold))
    preview = last(stage)
    await stage.restart()
    kept = await pressed(stage, "Записать")

    assert "Нажмите кнопку." in shown
    assert "Так это увидят люди." in preview
    assert kept.startswith("Записал.")
    article = stage.app.services.files.live_faq.library.article("doctor")
    assert article
    assert article.body == "**Позвоните** врачу."


async def test_checking_is_asked_twice(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")

    first = await pressed(stage, "Сверено сегодня")
    done = await pressed(stage, "Да, всё сверено")

    assert "Вы сами открыли портал" in first
    assert "сверен 24 ноября 2026" in done


async def test_the_day_of_checking_is_that_of_the_region(stage: StraightStage) -> None:
    stage.clock.advance(timedelta(hours=12, minutes=30))  # past midnight in Pskov, not in London
    await stage.press_data("gleb", pack(ConfirmChecked("doctor", seen(stage, ArticlePart.FACTS))))

    assert "сверен 25 ноября 2026" in last(stage)


async def test_nothing_found_is_asked_again(stage: StraightStage) -> None:
    assert "Напишите слова из вопроса" in await said(stage, "/faqedit")
    assert "не нашёл" in await said(stage, "ъъъ")
    assert "Какой из них?" in await said(stage, "пароль")


async def test_nobody_else_mends_answers(stage: StraightStage) -> None:
    await stage.say("anna", "/faqedit doctor")
    anna = Conversation("telegram", IDS["anna"], IDS["anna"])
    await stage.app.edge.dispatcher.workflow_data["awaited"].put(anna, WordingPrompt("doctor"))
    await stage.say("anna", "чужие слова")

    texts = {shown.text.split(".")[0] for shown in stage.wire.inbox[IDS["anna"]]}
    assert texts == {"Эта команда для администраторов"}
    assert len(variants(stage)) == 4


@pytest.mark.parametrize(
    "action",
    [
        FindArticle(),
        PlaceGap("0"),
        AddGap("0", "doctor"),
        MendArticle("doctor"),
        AddWording("doctor"),
        DropWording("doctor"),
        ChangeText("doctor"),
        KeepText("doctor"),
        MarkChecked("doctor", sure=True),
        ConfirmChecked("doctor", "0"),
    ],
)
async def test_a_forged_press_changes_nothing(stage: StraightStage, action: Action) -> None:
    await stage.press_data("anna", pack(action))

    assert stage.wire.inbox[IDS["anna"]][-1].text.startswith("Эта команда для администраторов.")


@pytest.mark.parametrize("words", ["да", "нет", "спасибо", "Не менять"])
async def test_such_words_are_no_text_of_an_answer(stage: StraightStage, words: str) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")

    assert "Записать?" not in await said(stage, words)


async def test_what_each_region_fills_in_is_shown_as_it_is_written_and_stays(
    stage: StraightStage, shelves: Shelves
) -> None:
    shelves.article("health/doctor", "Запись к врачу", body="Спросите {in_region}.\n")
    await stage.app.services.files.live_faq.refresh()
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")

    copied = await pressed(stage, "Изменить ответ")
    preview = await said(stage, "Позвоните {in_region}.")
    await pressed(stage, "Записать")

    assert "Спросите {in_region}." in copied
    assert "Позвоните в Псковской области." in preview
    assert body(stage) == "Позвоните в Псковской области."
    assert "Позвоните {in_region}." in (shelves.folder / "health/doctor.md").read_text(encoding="utf-8")
