"""Settings are checked at the start: nothing misspelt is ignored, nothing unusable is taken."""

import re
from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import ServiceMode, Settings, unknown_variables

EXAMPLE = Path(__file__).parents[2] / ".env.example"
NAMES = sorted(name.upper() for name in Settings.model_fields)


@pytest.fixture(autouse=True)
def clean_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("os.environ", {})


def from_file(text: str | bytes) -> Settings:
    Path(".env").write_bytes(text.encode() if isinstance(text, str) else text)
    return Settings()


def faults(text: str) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        from_file(text)
    return [".".join(map(str, fault["loc"])) for fault in refused.value.errors()]


def test_without_anything_the_sandbox_is_set() -> None:
    assert Settings().model_dump() == {
        "bot_token": None,
        "bot_api_url": "https://api.telegram.org",
        "bot_proxy": None,
        "database": Path("var/bibliogos.sqlite3"),
        "data_dir": Path("var/bibliogos.data"),
        "admins": frozenset(),
        "timezone": "Europe/Moscow",
        "service_mode": ServiceMode.FULL,
        "statistics_key": None,
        "retention_days": 90,
        "question_step_hours": 2,
        "question_promise_hours": 8,
        "webhook_url": None,
        "webhook_secret": None,
        "webhook_host": "127.0.0.1",
        "webhook_port": 8081,
        "sandbox_port": 8080,
        "log_level": "info",
    }


def test_the_environment_goes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {"RETENTION_DAYS": "30"})

    found = from_file("RETENTION_DAYS=60\nSANDBOX_PORT=0\n")

    assert (found.retention_days, found.sandbox_port) == (30, 0)


@pytest.mark.parametrize("value", ["", '""'])
@pytest.mark.parametrize("name", NAMES)
def test_an_empty_value_is_as_if_the_line_were_not_there(name: str, value: str) -> None:
    assert from_file(f"{name}={value}\n") == Settings.model_construct()


@pytest.mark.parametrize("name", ["BOT_TOKEN", "BOT_PROXY", "WEBHOOK_URL", "WEBHOOK_SECRET", "STATISTICS_KEY"])
def test_a_blank_secret_or_address_is_absent(name: str) -> None:
    assert from_file(f'{name}="  "\n') == Settings.model_construct()


def test_admins_are_numbers_with_commas() -> None:
    assert from_file("ADMINS= 1001, 1002,,1001 ,\n").admins == {1001, 1002}
    assert Settings(admins=frozenset({5})).admins == {5}


@pytest.mark.parametrize(
    "line",
    [
        "ADMINS=vera",
        "ADMINS=10,-5",
        "ADMINS=10;20",
        "ADMINS=１０",
        "ADMINS=²",
        "ADMINS=1234567890123456",
        "TIMEZONE=Europe/Pskov",
        "TIMEZONE=/etc/passwd",
        "TIMEZONE=../etc",
        "SERVICE_MODE=half",
        "RETENTION_DAYS=0",
        "RETENTION_DAYS=3651",
        "RETENTION_DAYS=вечно",
        "WEBHOOK_URL=ftp://files.example",
        "WEBHOOK_PORT=0",
        "WEBHOOK_PORT=65536",
        "WEBHOOK_SECRET=два слова",
        "WEBHOOK_SECRET=секрет",
        "SANDBOX_PORT=-1",
        "BOT_API_URL=api.telegram.org",
        "BOT_API_URL=https://",
        "LOG_LEVEL=loud",
    ],
)
def test_an_unusable_value_stops_the_start_and_is_named(line: str) -> None:
    assert faults(line + "\n") == [line.partition("=")[0].lower()]


def test_an_unknown_name_in_the_file_stops_the_start() -> None:
    assert faults("BOT_TOKENN=1\nANYTHING=2\n") == ["bot_tokenn", "anything"]


def test_a_file_saved_by_windows_notepad_is_read() -> None:
    assert from_file("\ufeffTIMEZONE=Asia/Omsk\r\nADMINS=5\r\n").model_dump(include={"timezone", "admins"}) == {
        "timezone": "Asia/Omsk",
        "admins": frozenset({5}),
    }


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    lines = ("BOT_TOKEN=42:abc", "BOT_PROXY=http://u:abc@h", "WEBHOOK_SECRET=abc-abc", "STATISTICS_KEY=abc")

    found = from_file("\n".join(lines))

    assert "abc" not in repr(found) + str(found)
    assert found.webhook_secret == SecretStr("abc-abc")


def test_settings_cannot_be_changed_later() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Settings().timezone = "UTC"  # type: ignore[misc]  # - that is what is tried


def test_a_variable_that_looks_like_ours_but_is_not_is_named() -> None:
    environment = {"WEBHOOK_URI": "", "BOT_TOKEN": "1", "BOTTLE": "2", "PATH": "3", "SANDBOX_PROT": "4", "ADMINS": "5"}

    assert unknown_variables(environment) == ["SANDBOX_PROT", "WEBHOOK_URI"]


def test_each_setting_stands_in_the_example_and_nothing_else() -> None:
    assert sorted(re.findall(r"^#? ?([A-Z_]+)=", EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)) == NAMES


def test_the_example_as_it_is_sets_what_nothing_sets() -> None:
    assert from_file(EXAMPLE.read_text(encoding="utf-8")) == Settings.model_construct()


def test_each_setting_is_described_for_its_owner() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []
