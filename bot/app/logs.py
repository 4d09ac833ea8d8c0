"""Structured logs without personal data and without the token."""

import logging
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from typing import Any

import structlog

Event = MutableMapping[str, Any]

# The words of these errors come from the system, SQLite or Telegram. Others may quote what a citizen typed.
_SAFE_WORDS = (OSError, ArithmeticError, AttributeError, NameError)
_SAFE_MODULES = ("sqlite3", "aiogram.exceptions", "bot.")
_QUOTING = ("ClientDecodeError", "DetailedAiogramError")


_OURS = "bot"  # the one logger of all our events; those of libraries have other names
_MOST_LETTERS = 300


class Scrub:
    """Replaces the secrets wherever they turn up: addresses in errors carry the token."""

    def __init__(self, *secrets: str) -> None:
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(self, _logger: object, _name: str, event: Event) -> Event:
        return {key: self._clean(value) for key, value in event.items()}

    def _clean(self, value: object) -> object:
        text = value if isinstance(value, str) else repr(value)
        if not any(secret in text for secret in self._secrets):
            return value
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return text


def first_line_only(_logger: object, _name: str, event: Event) -> Event:
    """Of a library's message: asyncio and aiogram put errors with a person's words on the lines below it."""
    event["event"] = str(event["event"]).partition("\n")[0][:_MOST_LETTERS]
    return event


def errors_without_words(_logger: object, _name: str, event: Event) -> Event:
    """Where an error came from, frame by frame; its words only where they cannot be a citizen's."""
    info = event.pop("exc_info", None)
    error = sys.exc_info()[1] if info is True else info[1] if isinstance(info, tuple) else info
    if isinstance(error, BaseException):
        event["error"] = "\n".join(_told(error))
    return event


def _told(error: BaseException) -> Iterator[str]:
    if cause := error.__cause__ or (None if error.__suppress_context__ else error.__context__):
        yield from _told(cause)
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
    yield f"{type(error).__name__}: {error}" if _speaks_safely(error) else type(error).__name__


def _speaks_safely(error: BaseException) -> bool:
    kind = type(error)
    if kind.__name__ in _QUOTING:
        return False
    return isinstance(error, _SAFE_WORDS) or kind.__module__.startswith(_SAFE_MODULES)


def set_up(level: str, *secrets: str) -> None:
    """Everything, other libraries included, through the same sieve to the standard error stream."""
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        errors_without_words,
        Scrub(*secrets),
    ]
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[first_line_only, *shared],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    # Libraries tell of every line of Markdown they read: whatever we want to hear, they speak from warnings on.
    logging.basicConfig(level=max(logging.WARNING, _number(level)), handlers=[handler], force=True)
    logging.getLogger(_OURS).setLevel(_number(level))
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(_number(level)),
        logger_factory=lambda *_: logging.getLogger(_OURS),
        cache_logger_on_first_use=True,
    )


def _number(level: str) -> int:
    return logging.getLevelNamesMapping()[level.upper()]
