"""What somebody else wrote meanwhile, or an older message offers, is never replaced or written unseen."""

import pytest

from bot.dialog_state import Prompt
from bot.faq.edits.seen import ArticlePart
from bot.people import Address
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.faq.editing_actions import (
    ConfirmChecked,
    KeepText,
    MarkChecked,
    MendArticle,
)
from bot.screens.faq.prompts import ArticleTextPrompt, WordingNumberPrompt, WordingPrompt
from tests.handlers.faq.editing_talk import TALK, adding, body, last, pressed, said, seen, variants
from tests.stage import IDS, StraightStage


async def test_a_text_forgotten_meanwhile_is_asked_anew(stage: StraightStage) -> None:
    await stage.press_data("gleb", pack(KeepText("doctor")))

    assert "уже записано, или прошло слишком много времени" in last(stage)


@pytest.mark.parametrize("action", [MendArticle("gone"), MarkChecked("gone", sure=True), ConfirmChecked("gone", "0")])
async def test_an_article_gone_meanwhile_is_told(stage: StraightStage, action: Action) -> None:
    await stage.press_data("gleb", pack(action))

    assert last(stage).startswith("Этого ответа больше нет.")


@pytest.mark.parametrize("asked", [kind("gone") for kind in (WordingPrompt, WordingNumberPrompt, ArticleTextPrompt)])
async def test_words_for_an_article_gone_meanwhile_are_answered(stage: StraightStage, asked: Prompt) -> None:
    await stage.app.edge.dispatcher.workflow_data["awaited"].put(TALK, asked)

    assert await said(stage, "слова") == "Этого ответа больше нет."


async def test_a_button_under_an_older_preview_writes_nothing_newer_unseen(stage: StraightStage) -> None:
    await said(stage, "/faqedit")
    await pressed(stage, "Новый ответ")
    await said(stage, "Где купить уголь?", "купить уголь; уголь для печки; продают уголь; топливо и уголь", "1")
    await said(stage, "На складе топлива.")
    number, data = stage.wire.buttons[IDS["gleb"]]["Записать"]
    await said(stage, "На другом складе.")

    stage.wire.inbox.clear()
    await stage.press_data("gleb", data, number)

    assert "На другом складе." in last(stage)
    assert "Записать?" in last(stage)
    assert len(stage.app.services.files.live_faq.library.articles) == 2
    assert (await pressed(stage, "Записать")).startswith("Записал новый ответ")


async def test_a_button_under_an_older_title_writes_nothing_newer_unseen(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить название")
    await said(stage, "Как попасть к врачу?")
    number, data = stage.wire.buttons[IDS["gleb"]]["Записать"]
    await said(stage, "Как попасть к доктору?")

    stage.wire.inbox.clear()
    await stage.press_data("gleb", data, number)

    assert "Станет: Как попасть к доктору?" in last(stage)
    assert "Записал" not in last(stage)
    assert (await pressed(stage, "Записать")).startswith("Записал")


async def test_a_text_that_another_admin_wrote_meanwhile_is_not_replaced_unseen(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")
    await said(stage, "Мой ответ.")
    other = stage.app.services.faq.article_edits
    await other.change_text("doctor", "Чужой ответ.", seen(stage, ArticlePart.TEXT), Address("telegram", 7))

    told = await pressed(stage, "Записать")

    assert "Чужой ответ." in told
    assert "изменил кто-то другой" in told
    assert body(stage) == "Чужой ответ."
    assert (await pressed(stage, "Записать")).startswith("Записал.")
    assert body(stage) == "Мой ответ."


async def test_a_text_typed_over_another_admins_is_previewed_and_still_not_written_unseen(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")
    other = stage.app.services.faq.article_edits
    await other.change_text("doctor", "Чужой ответ.", seen(stage, ArticlePart.TEXT), Address("telegram", 7))
    await said(stage, "Мой ответ.")

    assert "Чужой ответ." in await pressed(stage, "Записать")
    assert body(stage) == "Чужой ответ."


async def test_a_title_that_another_admin_gave_meanwhile_is_shown_first(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить название")
    await said(stage, "Как попасть к врачу?")
    other = stage.app.services.faq.article_edits
    await other.change_title("doctor", "Врач", seen(stage, ArticlePart.TITLE), Address("telegram", 7))

    told = await pressed(stage, "Записать")

    assert "изменил кто-то другой" in told
    assert "Было: Врач" in told


async def test_a_number_of_a_list_that_another_admin_changed_deletes_nothing(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")
    await said(stage, "к окулисту")
    await pressed(stage, "Убрать вопрос")
    other, gleb = stage.app.services.faq.article_edits, Address("telegram", 7)
    await other.add_wording("doctor", "к хирургу", gleb)
    await other.drop_wording("doctor", 1, seen(stage, ArticlePart.WORDINGS), gleb)
    before = variants(stage)

    told = await said(stage, "1")

    assert variants(stage) == before
    assert "изменил кто-то другой" in told
    assert f"1. {before[0]}" in told
    assert (await said(stage, "1")).startswith("Записал.")
    assert variants(stage) == before[1:]


async def test_a_text_rewritten_meanwhile_is_not_dated_as_checked(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Сверено сегодня")
    other = stage.app.services.faq.article_edits
    await other.change_text("doctor", "Чужой ответ.", seen(stage, ArticlePart.TEXT), Address("telegram", 7))

    assert "изменил кто-то другой" in await pressed(stage, "Да, всё сверено")
    article = stage.app.services.files.live_faq.library.article("doctor")
    assert article
    assert article.checked is None


async def test_a_button_under_an_older_wording_adds_nothing_newer_unseen(stage: StraightStage) -> None:
    await adding(stage, "совсем забыл пароль")
    number, data = stage.wire.buttons[IDS["gleb"]]["Да, добавить"]
    await said(stage, "дайте забыл пароль")
    before = variants(stage)

    stage.wire.inbox.clear()
    await stage.press_data("gleb", data, number)

    assert variants(stage) == before
    assert "Если добавить «дайте забыл пароль»" in last(stage)
