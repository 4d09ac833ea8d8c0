"""No answer is taken away that is another one than was shown."""

from pathlib import Path

import pytest

from bot.faq.edits.edit_errors import ArticleChangedError
from bot.faq.edits.seen import ArticlePart
from bot.people import Address
from bot.screens.callback_data import pack
from bot.screens.faq.place_actions import RemoveArticle
from tests.faq.small_shelves import Shelves
from tests.handlers.faq.editing_talk import last, pressed, said, seen
from tests.stage import IDS, StraightStage, own_data

GLEB, OTHER = Address("telegram", IDS["gleb"]), Address("telegram", 7)


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(own_data(tmp_path) / "faq")
    shelves.article("health/doctor", "Запись к врачу")
    shelves.article("signin/password", "Забыл пароль")
    return shelves


async def asked(stage: StraightStage) -> str:
    await said(stage, "/faqedit doctor")
    await pressed(stage, "1. Запись к врачу")
    return await pressed(stage, "Убрать ответ")


def is_there(stage: StraightStage, id_: str = "doctor") -> bool:
    return stage.app.services.files.live_faq.library.article(id_) is not None


async def test_a_text_rewritten_meanwhile_is_shown_and_not_removed(stage: StraightStage) -> None:
    await asked(stage)
    edits = stage.app.services.faq.article_edits
    await edits.change_text("doctor", "Чужой ответ.", seen(stage, ArticlePart.TEXT), OTHER)

    told = await pressed(stage, "Да, убрать")

    assert is_there(stage)
    assert told.startswith("Ничего не убрал: пока вы решали, этот ответ изменил кто-то другой.")
    assert "Чужой ответ." in told
    assert "Убрать этот ответ?" in told
    assert (await pressed(stage, "Да, убрать")).startswith("Убрал «Запись к врачу».")


async def test_a_question_added_meanwhile_is_not_removed_unseen(stage: StraightStage) -> None:
    await asked(stage)
    await stage.app.services.faq.article_edits.add_wording("doctor", "к окулисту", OTHER)

    await pressed(stage, "Да, убрать")

    assert is_there(stage)


async def test_a_link_added_meanwhile_is_not_taken_away_unseen(stage: StraightStage) -> None:
    await asked(stage)
    mark = seen(stage, ArticlePart.RELATED, "password")
    await stage.app.services.faq.article_place.change_related("password", ("doctor",), mark, OTHER)

    told = await pressed(stage, "Да, убрать")

    assert is_there(stage)
    assert "Ссылка на него пропадёт из 1 ответа: «Забыл пароль»." in told


async def test_the_button_of_an_older_message_asks_first(stage: StraightStage) -> None:
    await stage.press_data("gleb", pack(RemoveArticle("doctor", sure=True)))

    assert is_there(stage)
    assert "Убрать этот ответ?" in last(stage)


@pytest.mark.parametrize("mark", ["", "00000000"])
async def test_an_empty_or_old_mark_removes_nothing(stage: StraightStage, mark: str) -> None:
    with pytest.raises(ArticleChangedError):
        await stage.app.services.faq.article_place.remove("doctor", mark, GLEB)

    assert is_there(stage)


async def test_a_section_whose_last_answer_is_gone_takes_a_new_one(stage: StraightStage) -> None:
    await asked(stage)
    await pressed(stage, "Да, убрать")
    await said(stage, "/faqedit")
    await pressed(stage, "Новый ответ")

    sections = await said(stage, "Где купить уголь?", "купить уголь; уголь для печки; продают уголь; топливо и уголь")

    assert "2. Здоровье" in sections
    await said(stage, "Здоровье", "На складе топлива.")
    assert (await pressed(stage, "Записать")).startswith("Записал новый ответ")
    assert is_there(stage, "gde-kupit-ugol")
