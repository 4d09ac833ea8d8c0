"""Wordings of answers: added, taken from questions asked in vain, refused where nobody asks so, dropped by number."""

import pytest

from bot.faq.edits.article_edits import mark_of, wording_of
from bot.faq.unanswered import UnansweredQuestion
from bot.screens.action import Action
from bot.screens.callback_data import pack
from bot.screens.faq.editing_actions import (
    AddGap,
    PlaceGap,
)
from tests.hand_clock import NOON
from tests.handlers.faq.editing_talk import TALK, adding, last, pressed, pressed_old, said, variants
from tests.stage import StraightStage


async def test_a_wording_typed_is_found_at_once(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")

    answer = await said(stage, "хочу к окулисту")

    assert answer.startswith("Записал. Прежняя версия файла сохранена.")
    assert variants(stage)[-1] == "хочу к окулисту"
    assert "Запись к врачу" in await said(stage, "хочу к окулисту")


async def test_a_question_asked_in_vain_becomes_a_wording_and_leaves_the_list(stage: StraightStage) -> None:
    await stage.say("anna", "купить уголь 89111234567")
    await stage.app.stores.behind[1].flush()
    await said(stage, "/unanswered")

    asked = await said(stage, "1")
    await pressed(stage, "Найти другой ответ")
    await said(stage, "doctor")
    answer = await pressed(stage, "1. Запись к врачу")

    assert "«купить уголь [телефон]»" in asked
    assert answer.startswith("Записал.")
    assert variants(stage)[-1] == "купить уголь"
    assert "пока нет" in await said(stage, "/unanswered")


@pytest.mark.parametrize("action", [PlaceGap(mark_of("чужое")), AddGap(mark_of("чужое"), "doctor")])
async def test_a_question_dealt_with_meanwhile_is_told(stage: StraightStage, action: Action) -> None:
    await stage.press_data("gleb", pack(action))

    assert last(stage).startswith("Этого вопроса в списке уже нет.")


async def test_a_wording_that_another_answer_has_leads_to_it(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")

    assert "уже есть в ответе «Забыл пароль»" in await said(stage, "забыл пароль один")
    assert (await pressed(stage, "Открыть тот ответ")).startswith("Забыл пароль")


async def test_a_wording_too_long_is_asked_again(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")

    assert "до 120 знаков" in await said(stage, "как " * 40)
    assert (await said(stage, "к окулисту")).startswith("Записал.")


async def test_a_wording_is_dropped_by_its_number(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")
    await said(stage, "к окулисту")
    await pressed(stage, "Убрать вопрос")

    assert "Здесь 5 вопросов." in await said(stage, "девять")
    assert "Здесь 5 вопросов." in await said(stage, "9")
    assert (await said(stage, "2.")).startswith("Записал.")
    assert variants(stage) == ("Запись к врачу один", "Запись к врачу три", "Запись к врачу четыре", "к окулисту")


async def test_too_few_wordings_are_refused_and_the_file_stays(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Убрать вопрос")

    assert "меньше 4 вариантов" in await said(stage, "2")
    assert len(variants(stage)) == 4


def test_what_was_hidden_in_a_question_does_not_become_a_wording() -> None:
    assert wording_of("не подходит снилс [СНИЛС], помогите") == "не подходит снилс, помогите"


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("совсем забыл пароль", "«совсем забыл пароль»: теперь найдётся не «Забыл пароль», а «Запись к врачу»."),
        ("забытый пароль", "«забытый пароль»: теперь найдётся не «Забыл пароль», а «Запись к врачу»."),
        ("дайте забыл пароль", "«дайте забыл пароль»: теперь найдётся не «Забыл пароль», а «Запись к врачу»."),
    ],
)
async def test_a_wording_that_takes_anothers_question_is_asked_about(
    stage: StraightStage, wording: str, told: str
) -> None:
    before = variants(stage)

    asked = await adding(stage, wording)

    assert told in asked
    assert variants(stage) == before
    assert (await pressed(stage, "Не добавлять")).startswith("Запись к врачу")
    assert variants(stage) == before


async def test_a_wording_that_takes_anothers_question_is_added_when_it_is_meant(stage: StraightStage) -> None:
    await adding(stage, "совсем забыл пароль")

    assert (await pressed(stage, "Да, добавить")).startswith("Записал.")
    assert variants(stage)[-1] == "совсем забыл пароль"


@pytest.mark.parametrize("words", ["да", "Да, добавить"])
async def test_a_typed_yes_adds_the_wording_that_was_asked_about(stage: StraightStage, words: str) -> None:
    await adding(stage, "совсем забыл пароль")

    assert (await said(stage, words)).startswith("Записал.")
    assert variants(stage)[-1] == "совсем забыл пароль"


@pytest.mark.parametrize("words", ["нет", "не надо", "Не добавлять"])
async def test_a_typed_no_is_no_wording(stage: StraightStage, words: str) -> None:
    before = variants(stage)
    await adding(stage, "совсем забыл пароль")

    assert (await said(stage, words)).startswith("Запись к врачу")
    assert variants(stage) == before


async def test_another_wording_may_be_typed_instead(stage: StraightStage) -> None:
    await adding(stage, "совсем забыл пароль")

    assert (await said(stage, "хочу к окулисту")).startswith("Записал.")
    assert "Этих слов у меня уже нет" in await pressed_old(stage, "doctor")
    assert variants(stage)[-1] == "хочу к окулисту"


async def test_a_question_asked_in_vain_that_takes_anothers_leaves_the_list_once_it_is_added(
    stage: StraightStage,
) -> None:
    gaps = stage.app.stores.behind[1]
    gaps.put(UnansweredQuestion("совсем забыл пароль", "suggest", NOON))
    await gaps.flush()
    stage.wire.inbox.clear()

    await stage.press_data("gleb", pack(AddGap(mark_of("совсем забыл пароль"), "doctor")))

    assert "теперь найдётся не «Забыл пароль»" in last(stage)
    assert "совсем забыл пароль" in await said(stage, "/unanswered")
    stage.wire.inbox.clear()
    await stage.press_data("gleb", pack(AddGap(mark_of("совсем забыл пароль"), "doctor")))
    assert (await pressed(stage, "Да, добавить")).startswith("Записал.")
    assert "пока нет" in await said(stage, "/unanswered")


@pytest.mark.parametrize(
    "words",
    ["да", "Да, добавить", "Всё равно добавить", "Добавить вопрос", "спасибо", "здравствуйте", "угу", "хорошо"],
)
async def test_words_that_nobody_asks_are_told_so_and_never_written(stage: StraightStage, words: str) -> None:
    before = variants(stage)
    await adding(stage, "забыл пароль")  # stands in another answer already

    assert "не вопрос" in await said(stage, words)
    assert variants(stage) == before


@pytest.mark.parametrize("words", ["нет", "не надо", "Не добавлять", "не менять", "Нет, спасибо", "отмена", "Отменить"])
@pytest.mark.parametrize("asked", ["забыл пароль", "хочу хочу хочу " * 30])
async def test_a_no_ends_the_question_after_a_wording_was_refused(stage: StraightStage, words: str, asked: str) -> None:
    before = variants(stage)
    await adding(stage, asked)

    await said(stage, words)

    assert variants(stage) == before
    assert stage.app.edge.dispatcher.workflow_data["awaited"].text(TALK) is None


@pytest.mark.parametrize("words", ["В начало", "Все вопросы", "Прийти в библиотеку за помощью", "/help", "Мои записи"])
async def test_the_words_of_a_common_button_are_no_wording(stage: StraightStage, words: str) -> None:
    before = variants(stage)
    await adding(stage, "забыл пароль")

    await said(stage, words)

    assert variants(stage) == before


@pytest.mark.parametrize("words", ["нет", "да", "спасибо"])
async def test_such_words_find_no_article_to_mend(stage: StraightStage, words: str) -> None:
    assert "Какой из них" not in await said(stage, "/faqedit", words)


@pytest.mark.parametrize("wording", ["пароль забыл один", "забыла одним паролем"])
async def test_the_same_words_in_another_order_or_form_are_no_new_question(stage: StraightStage, wording: str) -> None:
    await said(stage, "/faqedit")
    await pressed(stage, "Новый ответ")

    assert "уже есть в ответе «Забыл пароль»" in await said(stage, wording)
