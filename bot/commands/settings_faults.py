"""Faults of the settings in Russian: a line each, with what to write instead."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from dotenv.parser import parse_stream
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.settings import Settings

_SAMPLES = {
    "bot_api_url": "адрес вида https://api.telegram.org",
    "webhook_url": "адрес вида https://bot.example.org/telegram",
    "log_level": "debug, info, warning или error",
    "service_mode": "full или information",
    "bot_token": "ключ от @BotFather",
}
_NAMES = [name.upper() for name in Settings.model_fields]


def unknown_names(names: Iterable[str]) -> str:
    """Says which settings there are not, and which ones may be meant."""
    return f"Неизвестные настройки: {', '.join(map(_guessed, names))}. Сверьте имена с .env.example."


def faults_of(error: ValidationError) -> list[str]:
    """A line for each wrong setting. Secrets are never repeated."""
    followers = {"default_factory_not_called"}  # it follows from the fault of another setting
    return [_line(fault) for fault in error.errors() if fault["type"] not in followers]


def unreadable_lines(file: Path) -> Iterator[str]:
    """A line for each line of .env that is no setting. Raises OSError, UnicodeDecodeError."""
    if not file.is_file():
        return
    with file.open(encoding="utf-8-sig") as stream:
        for binding in parse_stream(stream):
            if binding.error:
                yield f".env, строка {binding.original.line}: не читается. Напишите ИМЯ=значение, кавычки закройте."


def _line(fault: ErrorDetails) -> str:
    name = ".".join(map(str, fault["loc"]))
    if fault["type"] == "extra_forbidden":
        return f"{_guessed(name.upper())}: такой настройки нет. Сотрите строку или исправьте имя."
    return f"{name.upper()}: {_cure(name, fault)}"


def _guessed(name: str) -> str:
    near = get_close_matches(name, _NAMES, 1, cutoff=0.75)
    return f"{name} (может быть, {near[0]}?)" if near and near[0] != name else name


def _cure(name: str, fault: ErrorDetails) -> str:
    context: Mapping[str, Any] = fault.get("ctx", {})
    if fault["type"] == "value_error":
        return f"{context['error']}."
    if name in _SAMPLES:
        return f"не подходит. Напишите {_SAMPLES[name]}."
    if bounds := _bounds(name):
        return f"не подходит. Напишите целое число от {bounds[0]} до {bounds[1]}."
    return "не подходит. Сверьте с примером в .env.example."


def _bounds(name: str) -> tuple[int, int] | None:
    """The least and the greatest number that the setting may be."""
    limits = Settings.model_fields[name].metadata if name in Settings.model_fields else []
    least = next((limit.ge for limit in limits if hasattr(limit, "ge")), None)
    most = next((limit.le for limit in limits if hasattr(limit, "le")), None)
    return None if least is None or most is None else (least, most)
