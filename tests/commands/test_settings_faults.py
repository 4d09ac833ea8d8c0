"""What is wrong in .env is said in Russian, a line each, with what to write instead."""

from pathlib import Path

import pytest

from bot.settings import RUSSIAN_ZONES
from tests.commands.terminal import Terminal

HEAD = "Настройки не подходят, сверьте их с .env.example:\n"


def told(terminal: Terminal, folder: Path, text: str) -> str:
    (folder / ".env").write_text(text, encoding="utf-8")
    code, out, err = terminal.run("check")
    assert (code, out) == (6, "")
    return err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("BOT_TOKENN=1", "BOT_TOKENN (может быть, BOT_TOKEN?): такой настройки нет. Сотрите строку или исправьте имя."),
        ("КЛЮЧ=1", "КЛЮЧ: такой настройки нет. Сотрите строку или исправьте имя."),
        ("RETENTION_DAYS=вечно", "RETENTION_DAYS: не подходит. Напишите целое число от 1 до 3650."),
        ("RETENTION_DAYS=0", "RETENTION_DAYS: не подходит. Напишите целое число от 1 до 3650."),
        ("WEBHOOK_PORT=70000", "WEBHOOK_PORT: не подходит. Напишите целое число от 1 до 65535."),
        ("SANDBOX_PORT=-1", "SANDBOX_PORT: не подходит. Напишите целое число от 0 до 65535."),
        ("SERVICE_MODE=half", "SERVICE_MODE: не подходит. Напишите full или information."),
        ("LOG_LEVEL=loud", "LOG_LEVEL: не подходит. Напишите debug, info, warning или error."),
        ("BOT_API_URL=api", "BOT_API_URL: не подходит. Напишите адрес вида https://api.telegram.org."),
        ("WEBHOOK_URL=bot", "WEBHOOK_URL: не подходит. Напишите адрес вида https://bot.example.org/telegram."),
        ("ADMINS=вера", "ADMINS: «вера» — не номер; напишите номера через запятую."),
        (
            "TIMEZONE=Europe/Pskov",
            "TIMEZONE: часового пояса «Europe/Pskov» нет, возьмите один из: " + RUSSIAN_ZONES + ".",
        ),
        (
            "WEBHOOK_SECRET=два слова",
            "WEBHOOK_SECRET: в секрете вебхука бывают только латинские буквы, цифры, _ и -.",
        ),
    ],
)
def test_each_fault_is_one_russian_line(terminal: Terminal, tmp_path: Path, line: str, words: str) -> None:
    assert told(terminal, tmp_path, f"{line}\n") == f"{HEAD}{words}\n"


def test_paths_that_cannot_be_are_told_once(terminal: Terminal, tmp_path: Path) -> None:
    terminal.environment.clear()
    (tmp_path / "notes.txt").touch()

    assert told(terminal, tmp_path, "DATABASE=.\nDATA_DIR=notes.txt\n") == (
        f"{HEAD}DATABASE: «.» — папка, а нужен файл; напишите, например, var/bibliogos.sqlite3.\n"
        "DATA_DIR: «notes.txt» — файл, а нужна папка; уберите строку, и папка будет рядом с базой.\n"
    )
    assert told(terminal, tmp_path, "DATABASE=.\n").count("\n") == 2


def test_a_line_that_is_no_setting_is_told_by_its_number(terminal: Terminal, tmp_path: Path) -> None:
    assert told(terminal, tmp_path, "# ключ\nBOT_TOKEN='42:abc\nADMINS=5\n") == (
        ".env, строка 2: не читается. Напишите ИМЯ=значение, кавычки закройте.\n"
    )
