"""Photos and files go with words only after they were asked about, without their captions, and are forgotten then."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram.methods import CopyMessages

from bot.questions.draft import MAX_FILES
from tests.stage import IDS, ODD, StraightStage, straight_stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[StraightStage]:
    async with straight_stage(tmp_path) as stage:
        yield stage


def copied(stage: StraightStage, to: str) -> list[list[int]]:
    calls = [call for call in stage.wire.calls if isinstance(call, CopyMessages) and call.chat_id == IDS[to]]
    assert all(call.remove_caption for call in calls)
    return [list(call.message_ids) for call in calls]


def last(stage: StraightStage, person: str) -> str:
    shown: str = stage.wire.inbox[IDS[person]][-1].text
    return shown


async def kept(stage: StraightStage) -> int:
    (count,) = await stage.app.database.read(lambda db: db.execute("select count(*) from question_file").fetchone())
    return int(count)


async def test_nothing_is_copied_before_it_was_agreed_and_all_after(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.send("anna", "альбом 3", "Мой СНИЛС 112-233-445 95, где нажать?")
    before = copied(stage, "vera")

    await stage.press("anna", "Отправить")

    (numbers,) = copied(stage, "vera")
    assert (before, len(numbers), copied(stage, "gleb")) == ([], 3, [numbers])
    assert "112-233" not in last(stage, "vera")


async def test_more_than_twenty_do_not_go(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    for _ in range(3):
        await stage.send("anna", "альбом 9")

    await stage.press("anna", "Отправить")

    assert [len(numbers) for numbers in copied(stage, "vera")] == [MAX_FILES]


async def test_a_file_of_more_than_25_megabytes_is_refused_in_words(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    large = {"document": ODD["файл"]["document"] | {"file_size": 25 * 1024 * 1024 + 1}}

    await stage.feed(message=stage.message("anna", **large))

    assert last(stage, "anna").startswith("Файл больше 25 МБ, его я не передам.")


async def test_where_they_stand_is_forgotten_once_the_question_is_answered(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.send("anna", "фото", "Что это?")
    await stage.press("anna", "Отправить")
    waiting = await kept(stage)
    await stage.press("vera", "Ответить")
    await stage.send("vera", "файл", "Бланк")

    await stage.press("vera", "Отправить")

    assert (waiting, len(copied(stage, "anna")), await kept(stage)) == (1, 1, 0)


async def test_a_voice_and_a_photo_go_together(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.send("anna", "голосовое")
    await stage.send("anna", "фото")

    await stage.press("anna", "Отправить")

    assert [len(numbers) for numbers in copied(stage, "vera")] == [2]


async def test_one_that_its_author_has_deleted_is_told_in_words(stage: StraightStage) -> None:
    await stage.say("anna", "/ask")
    await stage.send("anna", "фото", "Что это?")
    stage.wire.deleted.add(max(stage.wire.kinds))

    await stage.press("anna", "Отправить")

    said = [shown.text for shown in stage.wire.inbox[IDS["vera"]]]
    assert said[-2].startswith("Часть фото, файлов или голосовых передать не получилось")
    assert said[-1].startswith("Вопрос № 1")
