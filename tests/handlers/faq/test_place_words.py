"""What is said of section, tags, links and title is of them; a section is not lost with its last answer."""

from pathlib import Path

import pytest

from tests.faq.small_shelves import Shelves
from tests.handlers.faq.editing_talk import article, last, opened
from tests.stage import IDS, StraightStage, own_data


@pytest.fixture
def shelves(tmp_path: Path) -> Shelves:
    shelves = Shelves(own_data(tmp_path) / "faq")
    shelves.article("health/doctor", "Запись к врачу", "tags: [врач]\n")
    shelves.article("signin/safe-code", "Просят код")
    return shelves


async def test_the_last_answer_of_a_section_comes_back_where_it_was(stage: StraightStage) -> None:
    await opened(stage, "doctor", "Запись к врачу", "Раздел")
    await stage.press("gleb", "1. Вход")
    shown = last(stage)
    await stage.press("gleb", "Записать")
    stage.wire.inbox.clear()

    await stage.press("gleb", "Раздел")
    asked = last(stage)
    await stage.say("gleb", "Здоровье")
    await stage.press("gleb", "Записать")

    assert "В разделе «Здоровье» не останется ответов: люди его не увидят." in shown
    assert "2. Здоровье" in asked
    assert article(stage).group == "health"


async def test_people_see_no_section_without_answers(stage: StraightStage) -> None:
    await opened(stage, "doctor", "Запись к врачу", "Раздел")
    await stage.press("gleb", "1. Вход")
    await stage.press("gleb", "Записать")
    stage.wire.inbox.clear()

    await stage.say("anna", "/faq")

    assert "Здоровье" not in "".join(stage.wire.buttons[IDS["anna"]])


async def test_a_tag_has_as_many_words_as_is_said(stage: StraightStage) -> None:
    await opened(stage, "doctor", "Запись к врачу", "Метки")
    await stage.say("gleb", "раз два три четыре")
    taken = last(stage)
    await stage.say("gleb", "раз два три четыре пять")

    assert "Станут: раз два три четыре." in taken
    assert "не метка: это до 4 слов и до 40 знаков" in last(stage)


@pytest.mark.parametrize(
    ("button", "words", "told", "asked"),
    [
        ("Метки", "терапевт", "Эти метки больше не ждут записи", "Пришлите все метки через запятую"),
        ("Что показать рядом", "safe-code", "Этот список больше не ждёт записи", "Пришлите все, какие показать"),
        ("Раздел", "Вход", "Этот раздел больше не ждёт записи", "В какой переложить?"),
        ("Изменить название", "Как попасть к врачу?", "Это название больше не ждёт записи", "Как назвать?"),
        ("Изменить ответ", "Позвоните.", "Этот текст больше не ждёт записи", "Пришлите новый ответ целиком"),
    ],
)
async def test_what_waits_no_more_is_called_by_its_name_and_begun_anew(
    stage: StraightStage, button: str, words: str, told: str, asked: str
) -> None:
    await opened(stage, "doctor", "Запись к врачу", button)
    await stage.say("gleb", words)
    number, data = stage.wire.buttons[IDS["gleb"]]["Записать"]
    await stage.press("gleb", "Записать")
    stage.wire.inbox.clear()

    await stage.press_data("gleb", data, number)
    again = last(stage)
    stage.wire.inbox.clear()
    await stage.press("gleb", "Изменить")

    assert told in again
    assert asked in last(stage)
