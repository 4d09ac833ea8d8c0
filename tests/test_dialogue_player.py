"""The player of dialogues itself: a dialogue that differs must fail."""

from pathlib import Path

import pytest

from tests.dialogue import Player, read
from tests.stage import straight_stage

WRONG = {
    "other words": "Анна: спасибо\nБот: Не за что!",
    "a missing button": "Анна: ты бот?\nБот: Я бот…\nКнопки: Такой нет",
    "buttons in another order": "Анна: ты бот?\nБот: Я бот…\nКнопки: 🏠 В начало | ❓ Все вопросы",
    "no answer": "Бот: …",
    "an answer too many": "Анна: спасибо\nТишина",
    "a line it does not know": "Анна танцует: вальс",
    "another toast": "Анна: забыла пароль\nБот: …\nАнна нажимает: 👍 Помогло\nБот: …\nВсплывает: Ура!",
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG.keys())
async def test_a_dialogue_that_differs_fails_with_its_line(text: str, tmp_path: Path) -> None:
    file = tmp_path / "wrong.txt"
    file.write_text(text, encoding="utf-8")

    async with straight_stage(tmp_path) as stage:
        with pytest.raises(AssertionError, match="строка"):
            await Player(stage).play(read(file))
