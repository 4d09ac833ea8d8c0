"""Faulty files, files closed for writing and a full disk are told, and nothing is lost."""

import pytest

from bot.faq.edits.edit_errors import FaultyFilesError
from bot.faq.edits.seen import ArticlePart
from bot.screens.callback_data import pack
from bot.screens.faq.place_actions import RemoveSeenArticle
from tests.faq.small_shelves import Shelves
from tests.handlers.faq.editing_talk import body, last, pressed, said, seen, variants
from tests.stage import StraightStage


async def test_a_faulty_text_is_asked_again(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")

    assert "Так записать нельзя" in await said(stage, "# Заголовок")
    assert "Так это увидят люди." in await said(stage, "Позвоните.")


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
    place = stage.app.services.faq.article_place
    mark = (await place.references("doctor")).mark
    doctor = (shelves.folder / "health/doctor.md").read_bytes()
    shelves.article("signin/password", "Забыл пароль", more="sources: [не адрес]\n")

    for change in (
        place.remove("doctor", mark, vera),
        edits.change_title("doctor", "Как попасть к врачу?", seen(stage, ArticlePart.TITLE), vera),
        edits.change_text("doctor", "Теперь иначе.", seen(stage, ArticlePart.TEXT), vera),
    ):
        with pytest.raises(FaultyFilesError):
            await change
    assert (shelves.folder / "health/doctor.md").read_bytes() == doctor

    await stage.press_data("gleb", pack(RemoveSeenArticle("doctor", mark)))
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


@pytest.mark.parametrize("way", ["Показать, как будет", "показать, как будет"])
async def test_a_text_typed_while_the_file_is_faulty_is_shown_when_it_is_mended(
    stage: StraightStage, shelves: Shelves, way: str
) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")
    shelves.article("health/doctor", "Запись к врачу", more="sources: [не адрес]\n")
    await said(stage, "Позвоните.")
    shelves.article("health/doctor", "Запись к врачу")

    shown = await (pressed(stage, way) if way[0].isupper() else said(stage, way))

    assert "Позвоните." in shown
    assert "Так это увидят люди." in shown
    assert (await pressed(stage, "Записать")).startswith("Записал.")
    assert body(stage) == "Позвоните."


async def test_a_text_that_cannot_be_tried_out_waits_too(stage: StraightStage, shelves: Shelves) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")
    file = shelves.folder / "health/doctor.md"
    file.rename(shelves.folder / "doctor.off")

    told = await said(stage, "Позвоните.")
    (shelves.folder / "doctor.off").rename(file)

    assert told.startswith("Ничего не записал: такого файла или папки нет.")
    assert "Позвоните." in await pressed(stage, "Показать, как будет")


async def test_a_faulty_text_is_given_back_to_be_mended(stage: StraightStage) -> None:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    await pressed(stage, "Изменить ответ")

    told = await said(stage, "# Заголовок\n\nДлинный ответ.")

    assert "Длинный ответ." in told
    assert "Пришлите исправленный текст" in told


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
