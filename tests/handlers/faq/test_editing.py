"""Admins mend answers in the chat; whoever presses is checked at that press, and nothing is lost."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.dialog_state import Conversation, Prompt
from bot.faq.edits.article_edits import mark_of, wording_of
from bot.faq.edits.edit_errors import FaultyFilesError
from bot.faq.edits.seen import ArticlePart, seen_mark
from bot.faq.live_faq import LiveFaq
from bot.faq.unanswered import UnansweredQuestion
from bot.people import Address
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
    KeepWording,
    MarkChecked,
    MendArticle,
    PlaceGap,
)
from bot.screens.faq.place_actions import RemoveArticle
from bot.screens.faq.prompts import ArticleTextPrompt, WordingNumberPrompt, WordingPrompt
from tests.faq.small_shelves import Shelves
from tests.hand_clock import NOON
from tests.stage import IDS, StraightStage, own_data

TALK = Conversation("telegram", IDS["gleb"], IDS["gleb"])


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(own_data(tmp_path) / "faq")
    shelves.article("health/doctor", "Запись к врачу")
    shelves.article("signin/password", "Забыл пароль")
    return shelves


@pytest.fixture
async def stage(tmp_path: Path, shelves: Shelves) -> AsyncIterator[StraightStage]:
    stage = StraightStage(tmp_path, live_faq=LiveFaq(shelves.folder), admins=frozenset({IDS["gleb"]}))
    await stage.open()
    yield stage
    await stage.close()


async def said(stage: StraightStage, *words: str) -> str:
    for word in words:
        stage.wire.inbox.clear()
        await stage.say("gleb", word)
    return last(stage)


async def pressed(stage: StraightStage, label: str) -> str:
    stage.wire.inbox.clear()
    await stage.press("gleb", label)
    return last(stage)


def last(stage: StraightStage) -> str:
    return "\n".join(shown.text for shown in stage.wire.inbox[IDS["gleb"]])


def seen(stage: StraightStage, part: ArticlePart, id_: str = "doctor") -> str:
    article = stage.app.services.files.live_faq.library.article(id_)
    assert article
    return seen_mark(article, part)


def variants(stage: StraightStage, id_: str = "doctor") -> tuple[str, ...]:
    article = stage.app.services.files.live_faq.library.article(id_)
    assert article
    return article.variants


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


async def test_a_faulty_text_is_asked_again(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")

    assert "Так записать нельзя" in await said(stage, "# Заголовок")
    assert "Так это увидят люди." in await said(stage, "Позвоните.")


async def test_a_text_forgotten_meanwhile_is_asked_anew(stage: StraightStage) -> None:
    await stage.press_data("gleb", pack(KeepText("doctor")))

    assert "он уже записан, или прошло слишком много времени" in last(stage)


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


@pytest.mark.parametrize("action", [MendArticle("gone"), MarkChecked("gone", sure=True), ConfirmChecked("gone", "0")])
async def test_an_article_gone_meanwhile_is_told(stage: StraightStage, action: Action) -> None:
    await stage.press_data("gleb", pack(action))

    assert last(stage).startswith("Этого ответа больше нет.")


@pytest.mark.parametrize("asked", [kind("gone") for kind in (WordingPrompt, WordingNumberPrompt, ArticleTextPrompt)])
async def test_words_for_an_article_gone_meanwhile_are_answered(stage: StraightStage, asked: Prompt) -> None:
    await stage.app.edge.dispatcher.workflow_data["awaited"].put(TALK, asked)

    assert await said(stage, "слова") == "Этого ответа больше нет."


async def test_files_closed_for_writing_are_told_and_nothing_changes(stage: StraightStage, shelves: Shelves) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")
    (shelves.folder.parent / "previous").write_text("здесь не папка")

    assert "Ничего не записал" in await said(stage, "к окулисту")
    assert len(variants(stage)) == 4


async def test_while_another_file_is_faulty_nothing_is_written_and_it_is_named(
    stage: StraightStage, shelves: Shelves
) -> None:
    vera = next(iter(stage.app.services.staff.roster.admins))
    edits = stage.app.services.faq.article_edits
    doctor = (shelves.folder / "health/doctor.md").read_bytes()
    shelves.article("signin/password", "Забыл пароль", more="sources: [не адрес]\n")

    for change in (
        stage.app.services.faq.article_place.remove("doctor", vera),
        edits.change_title("doctor", "Как попасть к врачу?", seen(stage, ArticlePart.TITLE), vera),
        edits.change_text("doctor", "Теперь иначе.", seen(stage, ArticlePart.TEXT), vera),
    ):
        with pytest.raises(FaultyFilesError):
            await change
    assert (shelves.folder / "health/doctor.md").read_bytes() == doctor

    await stage.press_data("gleb", pack(RemoveArticle("doctor", sure=True)))
    assert "password.md, строка " in last(stage)
    assert "Убрал" not in last(stage)


async def test_a_faulty_file_itself_may_be_mended(stage: StraightStage, shelves: Shelves) -> None:
    vera = next(iter(stage.app.services.staff.roster.admins))
    edits = stage.app.services.faq.article_edits
    shelves.article("health/doctor", "Запись к врачу", body="<b>жирно\n")

    await edits.change_text("doctor", "Теперь верно.", seen(stage, ArticlePart.TEXT), vera)

    assert stage.app.services.files.live_faq.problems == []
    assert "Теперь верно." in (shelves.folder / "health/doctor.md").read_text(encoding="utf-8")


async def test_the_draft_of_a_new_answer_waits_until_another_file_is_mended(
    stage: StraightStage, shelves: Shelves
) -> None:
    await said(stage, "/faqedit")
    await pressed(stage, "Новый ответ")
    await said(stage, "Где купить уголь?", "купить уголь; уголь для печки; продают уголь; топливо и уголь", "1")
    shelves.article("signin/password", "Забыл пароль", more="sources: [не адрес]\n")
    await stage.app.services.files.live_faq.refresh()

    assert "Так это увидят люди" in await said(stage, "На складе топлива.")
    refused = await pressed(stage, "Записать")
    shelves.article("signin/password", "Забыл пароль")

    assert "password.md, строка " in refused
    assert (await pressed(stage, "Записать")).startswith("Записал новый ответ")


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


def test_what_was_hidden_in_a_question_does_not_become_a_wording() -> None:
    assert wording_of("не подходит снилс [СНИЛС], помогите") == "не подходит снилс, помогите"


async def adding(stage: StraightStage, wording: str) -> str:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Добавить вопрос")
    return await said(stage, wording)


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


async def pressed_old(stage: StraightStage, article: str) -> str:
    stage.wire.inbox.clear()
    await stage.press_data("gleb", pack(KeepWording(article)))
    return last(stage)


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


@pytest.mark.parametrize("words", ["да", "нет", "спасибо", "Не менять"])
async def test_such_words_are_no_text_of_an_answer(stage: StraightStage, words: str) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")

    assert "Записать?" not in await said(stage, words)


@pytest.mark.parametrize("words", ["нет", "да", "спасибо"])
async def test_such_words_find_no_article_to_mend(stage: StraightStage, words: str) -> None:
    assert "Какой из них" not in await said(stage, "/faqedit", words)


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


async def test_a_fault_of_the_file_itself_is_not_told_as_the_authors_words(
    stage: StraightStage, shelves: Shelves
) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")
    shelves.article("health/doctor", "Запись к врачу", more="sources: [не адрес]\n")

    told = await said(stage, "Позвоните.")

    assert "не в ваших словах" in told
    assert "doctor.md, строка " in told
    assert "Пришлите исправленный текст" not in told


@pytest.mark.parametrize("wording", ["пароль забыл один", "забыла одним паролем"])
async def test_the_same_words_in_another_order_or_form_are_no_new_question(stage: StraightStage, wording: str) -> None:
    await said(stage, "/faqedit")
    await pressed(stage, "Новый ответ")

    assert "уже есть в ответе «Забыл пароль»" in await said(stage, wording)


async def test_a_button_under_an_older_wording_adds_nothing_newer_unseen(stage: StraightStage) -> None:
    await adding(stage, "совсем забыл пароль")
    number, data = stage.wire.buttons[IDS["gleb"]]["Да, добавить"]
    await said(stage, "дайте забыл пароль")
    before = variants(stage)

    stage.wire.inbox.clear()
    await stage.press_data("gleb", data, number)

    assert variants(stage) == before
    assert "Если добавить «дайте забыл пароль»" in last(stage)


def body(stage: StraightStage) -> str:
    article = stage.app.services.files.live_faq.library.article("doctor")
    assert article
    return article.body


async def test_a_full_disk_is_told_and_the_typed_text_waits(stage: StraightStage, shelves: Shelves) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")
    await said(stage, "Мой ответ.")
    before = body(stage)
    (shelves.folder / "health/doctor.new").symlink_to("/dev/full")  # a real device: whatever is written finds no room

    told = await pressed(stage, "Записать")

    assert "Ничего не записал: на диске нет места." in told
    assert body(stage) == before
    assert (await pressed(stage, "Записать")).startswith("Записал.")
    assert body(stage) == "Мой ответ."


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
