"""The pages that `make screens` builds, on a few dialogues: all that was said, nothing that changes by itself."""

import re
from pathlib import Path

import pytest

from tests import gallery
from tests.dialogue_files import FOLDER, recording
from tests.recorder import play_and_record
from tests.stage import straight_stage, the_faq

FEW = [FOLDER / "faq/forgotten_password.txt", FOLDER / "staff/invitation.txt"]


async def _recorded(folder: Path) -> str:
    for number, file in enumerate(FEW):
        (folder / str(number)).mkdir(parents=True)
        async with straight_stage(folder / str(number)) as stage:
            await play_and_record(stage, file, folder)
    return gallery.screens(FEW, folder)


async def test_the_page_of_conversations_tells_who_said_and_pressed_what(tmp_path: Path) -> None:
    page = await _recorded(tmp_path)

    assert page.count("\n## ") == 2
    title = "Забытый пароль: ответ первой строкой, «Подробнее», похожие вопросы, оценка"
    assert f"## {title}\n\n`faq/forgotten_password`\n\n**Анна:** " in page
    assert "**Анна** нажимает «👍 Помогло»" in page
    assert "**БиблиоГос → Анна**\n> " in page


async def test_the_page_does_not_change_by_itself(tmp_path: Path) -> None:
    first, second = await _recorded(tmp_path / "first"), await _recorded(tmp_path / "second")

    assert first == second
    assert "s_…" in first, "the invitation is in it"


async def test_a_dialogue_not_played_to_the_end_leaves_no_recording(tmp_path: Path) -> None:
    wrong = FOLDER / "wrong.txt"
    page = recording(wrong, tmp_path)
    page.write_text("of yesterday", encoding="utf-8")

    async with straight_stage(tmp_path) as stage:
        with pytest.raises(FileNotFoundError):
            await play_and_record(stage, wrong, tmp_path)

    assert not page.exists()


def test_the_page_of_answers_has_every_article() -> None:
    shown = re.findall(r"^`(\S+)`", gallery.answers(), re.MULTILINE)

    assert shown == [article.id for group in the_faq().library.groups for article in group.articles]
