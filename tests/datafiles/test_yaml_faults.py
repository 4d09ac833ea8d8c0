"""Whoever edits a file reads Russian: no word of the parser reaches them."""

import re
from pathlib import Path

import pytest

from bot.datafiles.strict_yaml import FaultyYamlError, parse


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title: Вход: пароль", "двоеточие внутри значения."),
        ('title: "Вход', "кавычка или скобка не закрыта."),
        ("tags: [один, два", "в списке не хватает запятой или скобки «]»."),
        ("title: @вход", "так значение не начинается."),
        ("title: Вход\n  link: да", "двоеточие внутри значения."),
        ("title: Вход\n\tlink: да", "табуляция вместо пробелов."),
        ("variants:\n  - один\n - два", "строка сдвинута не так, как соседние."),
        ("title: Вход\nпросто слова\nlink: да", "в строке нет двоеточия."),
        ('title: "C:\\путь"', "после «\\» стоит не тот знак."),
    ],
)
def test_what_cannot_be_read_is_said_in_russian(text: str, reason: str) -> None:
    with pytest.raises(FaultyYamlError) as fault:
        parse(text, Path("статья.md"))

    assert fault.value.problem.reason == f"запись не читается: {reason}"
    assert not re.search(r"[a-z]{3,}", f"{fault.value.problem.reason}{fault.value.problem.cure}")
