"""An admin decides in the chat about files that both people and a release changed."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.datafiles.live_folder.first_copy import prepare_folder
from bot.datafiles.live_folder.places import SHIPPED_COPY
from bot.datafiles.live_folder.versions import versions_of
from tests.stage import DATA, StraightStage, straight_stage

TOPICS = "topics.yaml"


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A live folder where an admin renamed a topic, after a release that named it otherwise than the one before."""
    folder = tmp_path / "bot.data"
    prepare_folder(folder, DATA.absolute())
    rename(folder / SHIPPED_COPY / TOPICS, "Прежнее название")
    rename(folder / TOPICS, "Наше название")
    return folder


def rename(file: Path, title: str) -> None:
    text = file.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.startswith("  title: "))
    file.write_text(text.replace(first, f"  title: {title}", 1), encoding="utf-8")


@pytest.fixture
async def stage(live: Path, tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path, data_dir=live) as opened:
        yield opened


async def told(stage: StraightStage, label: str) -> str:
    await stage.press("gleb", label)
    return (await stage.next("gleb")).text


async def shown(stage: StraightStage) -> str:
    await stage.say("gleb", "/data")
    return (await stage.next("gleb")).text


def first_title(stage: StraightStage) -> str:
    return stage.app.services.files.topics.all[0].title


async def test_the_difference_is_shown_before_anything_is_done(stage: StraightStage) -> None:
    listed = await shown(stage)
    difference = await told(stage, "1. Показать разницу")

    assert "Решите, какой текст верен: 1 файл\n" in listed
    assert "1. topics.yaml" in listed
    assert "У вас: title: Наше название\nВ выпуске: title: " in difference
    assert first_title(stage) == "Наше название"


async def test_the_new_file_is_answered_from_at_once_and_ones_own_comes_back(stage: StraightStage, live: Path) -> None:
    await shown(stage)
    await told(stage, "1. Показать разницу")

    taken = await told(stage, "Взять новое")
    new_title = first_title(stage)
    back = await told(stage, "Вернуть своё")

    assert taken.startswith("Взял из нового выпуска: topics.yaml.")
    assert new_title not in {"Наше название", "Прежнее название"}
    assert (back, first_title(stage)) == (
        "Вернул ваше: topics.yaml. Уже отвечаю по нему.",
        "Наше название",
    )
    assert [file.name.partition("_")[2] for file in versions_of(live, TOPICS)] == ["telegram-3001.yaml"] * 2
    assert "Решите" not in await shown(stage)


async def test_keeping_ones_own_ends_the_question(stage: StraightStage) -> None:
    await shown(stage)
    await told(stage, "1. Показать разницу")

    kept = await told(stage, "Оставить своё")

    assert kept.startswith("Оставил ваше: topics.yaml.")
    assert first_title(stage) == "Наше название"
    assert "Решите" not in await shown(stage)


async def test_an_edit_in_between_makes_the_button_harmless(stage: StraightStage, live: Path) -> None:
    await shown(stage)
    await told(stage, "1. Показать разницу")
    rename(live / TOPICS, "Ещё одно")

    assert await told(stage, "Взять новое") == "С тех пор этот файл изменился. Посмотрите ещё раз: /data."
    assert "Ещё одно" in (live / TOPICS).read_text(encoding="utf-8")


async def test_a_folder_that_cannot_be_written_to_is_told(stage: StraightStage, live: Path) -> None:
    shutil.rmtree(live / "previous", ignore_errors=True)
    (live / "previous").write_text("в пути")
    await shown(stage)
    await told(stage, "1. Показать разницу")

    assert (await told(stage, "Взять новое")).startswith("Файл не записать: ")
    assert "Наше название" in (live / TOPICS).read_text(encoding="utf-8")


async def test_others_cannot_decide(stage: StraightStage) -> None:
    await stage.press_data("anna", "zt:0123456789ab")

    assert (await stage.next("anna")).text.startswith("Эта команда для администраторов")


async def test_a_forgotten_editor_leaves_the_versions_without_a_number(stage: StraightStage, live: Path) -> None:
    await shown(stage)
    await told(stage, "1. Показать разницу")
    await told(stage, "Взять новое")

    await stage.say("gleb", "/forget")
    await stage.next("gleb")
    await stage.press("gleb", "Да, стереть")
    await stage.next("gleb")

    assert [file.name.partition("_")[2] for file in versions_of(live, TOPICS)] == [".yaml"]
