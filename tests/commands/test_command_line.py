"""The command line reads settings strictly, ends with the right code, and starts soon."""

import asyncio
import gc
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog

import bot.app.runner
from bot.commands import cli
from bot.commands import run as running
from bot.commands.arguments import parser
from bot.settings import Settings
from tests.commands.terminal import Terminal
from tests.e2e.process import environment_of_tests
from tests.stage import DATA, own_data


@pytest.fixture
def collecting() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize("arguments", [(), ("dance",), ("backup",), ("restore",), ("ask", "--flag")])
def test_what_is_no_command_is_refused_with_the_usage(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    code, out, err = terminal.run(*arguments)

    assert (code, out, err.startswith("usage: bibliogos")) == (2, "", True)


def test_every_command_that_can_be_typed_is_there() -> None:
    (commands,) = (action.choices for action in parser()._actions if action.dest == "command")

    assert set(commands or ()) == set(cli.COMMANDS)


def test_a_fault_in_a_file_is_not_said_among_the_answers(tmp_path: Path) -> None:
    data = own_data(tmp_path)
    shutil.copytree(DATA / "faq", data / "faq")
    (data / "danger.yaml").write_text("official: [", encoding="utf-8")
    environment = environment_of_tests() | {"DATA_DIR": str(data), "DATABASE": str(tmp_path / "bot.sqlite3")}
    command = [sys.executable, "-m", "bot", "understand"]

    done = subprocess.run(  # noqa: S603 - our own program
        command, input=b'{"id": 1, "text": "x"}\n', capture_output=True, env=environment, check=True
    )

    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == [1]


def test_a_misspelt_variable_stops_every_command(terminal: Terminal) -> None:
    terminal.environment |= {"BOT_TOKENN": "1", "WEBHOOK_URI": "2"}

    names = "BOT_TOKENN (может быть, BOT_TOKEN?), WEBHOOK_URI (может быть, WEBHOOK_URL?)"
    assert terminal.run("check") == (6, "", f"Неизвестные настройки: {names}. Сверьте имена с .env.example.\n")


def test_unusable_settings_are_named_each_with_its_reason(terminal: Terminal) -> None:
    terminal.environment |= {"RETENTION_DAYS": "0", "ADMINS": "вера", "TIMEZONE": "Europe/Pskov"}

    code, out, err = terminal.run("check")

    head, *faults = err.splitlines()
    assert (code, out, head) == (6, "", "Настройки не подходят, сверьте их с .env.example:")
    assert [fault.partition(":")[0] for fault in faults] == ["ADMINS", "TIMEZONE", "RETENTION_DAYS"]


def test_no_secret_is_repeated_where_settings_are_refused(terminal: Terminal) -> None:
    terminal.environment |= {"WEBHOOK_SECRET": "тайна и пробел", "LOG_LEVEL": "loud", "BOT_TOKEN": "42:abc"}

    code, _, err = terminal.run("check")

    assert (code, "тайна" in err, "42:abc" in err) == (6, False, False)


def test_a_file_of_settings_in_another_encoding_is_told(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("# ключ\nBOT_TOKEN=\n".encode("cp1251"))

    assert terminal.run("check") == (6, "", "Файл .env не в кодировке UTF-8: сохраните его в UTF-8.\n")


def test_a_reader_that_went_away_is_no_error(terminal: Terminal) -> None:
    def pipe(*_: object) -> int:
        raise BrokenPipeError

    terminal.monkeypatch.setattr(cli, "COMMANDS", {"check": pipe})

    assert terminal.run("check") == (0, "", "")


@pytest.mark.usefixtures("collecting")
def test_the_bot_that_cannot_start_says_why_and_ends_with_its_code(terminal: Terminal, data: Path) -> None:
    terminal.environment["BOT_TOKEN"] = "42:token"
    (data / "region.yaml").unlink()

    code, out, err = terminal.run("run", "--new")

    assert (code, out, f"{data / 'region.yaml'}:1: файла нет." in err) == (5, "", True)


@pytest.mark.usefixtures("collecting", "terminal")
def test_the_owners_secrets_never_reach_the_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def serve(settings: Settings, *, new: bool) -> int:
        assert not new
        structlog.get_logger().error("line.dead", url=f"https://t/bot{settings.database.name}")
        return 0

    monkeypatch.setattr(bot.app.runner, "serve", serve)
    settings = Settings.model_validate({"bot_token": "42:token", "database": "42:token"})

    assert running.run(settings, new=False) == 0
    assert "42:token" not in capsys.readouterr().err


def test_on_windows_the_usual_loop_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    here = running._loop_factory()
    monkeypatch.setattr(sys, "platform", "win32")

    assert (here is not None and issubclass(here, asyncio.AbstractEventLoop), running._loop_factory()) == (True, None)


def test_the_program_helps_as_a_process() -> None:
    command = [sys.executable, "-m", "bot", "--help"]

    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=30)  # noqa: S603 - our own

    assert (done.returncode, done.stderr) == (0, "")
    assert [name for name in cli.COMMANDS if name not in done.stdout.split()] == []
