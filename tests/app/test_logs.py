"""Logs hold neither the secrets of the owner nor the words of a citizen."""

import json
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

import pytest
import structlog
from aiogram.exceptions import ClientDecodeError, TelegramNotFound
from aiogram.methods import GetMe
from pydantic import BaseModel, ValidationError

from bot.app import logs
from bot.faq.library import MissingFilesError
from bot.outbox.delivery_worker import MessageRejectedError

TOKEN = "42:the-token"
PROXY = "http://user:pass@proxy:3128"
WORDS = "мой пароль 12345"


class Age(BaseModel):
    years: int


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def listening(stream: StringIO, level: str = "info") -> None:
    with redirect_stderr(stream):
        logs.set_up(level, TOKEN, "", PROXY)


@pytest.fixture
def written() -> Iterator[StringIO]:
    stream = StringIO()
    listening(stream)
    yield stream
    logs.set_up("warning")


def events(stream: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def unreadable() -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        Age.model_validate({"years": WORDS})
    return caught.value


def told(error: object) -> str:
    return str(logs.errors_without_words(None, "error", {"event": "x", "exc_info": error}).get("error"))


def test_an_event_is_one_line_of_json_with_its_values(written: StringIO) -> None:
    structlog.get_logger().info("booking.made", centre=17, place="Псков")

    (event,) = events(written)

    assert event.pop("timestamp")
    assert event == {"event": "booking.made", "level": "info", "centre": 17, "place": "Псков"}


def test_secrets_are_hidden_in_events_in_values_and_deep_inside_them(written: StringIO) -> None:
    structlog.get_logger().info(f"call {TOKEN}", url=f"https://t/bot{TOKEN}/getMe", deep={"a": [PROXY]}, number=5)

    (event,) = events(written)

    assert (event["event"], event["url"], event["deep"], event["number"]) == (
        "call ***",
        "https://t/bot***/getMe",
        "{'a': ['***']}",
        5,
    )


def test_a_secret_in_an_error_is_hidden(written: StringIO) -> None:
    structlog.get_logger().error("x", exc_info=raised(OSError(f"no line to https://t/bot{TOKEN}/getMe")))

    assert "OSError: no line to https://t/bot***/getMe" in str(events(written)[0]["error"])
    assert TOKEN not in written.getvalue()


def test_other_libraries_go_through_the_same_sieve(written: StringIO) -> None:
    logging.getLogger("some.library").error("GET %s", f"https://t/bot{TOKEN}/getMe", exc_info=unreadable())

    assert events(written)[0]["event"] == "GET https://t/bot***/getMe"
    assert str(events(written)[0]["error"]).endswith("\nValidationError")
    assert WORDS not in written.getvalue()


@pytest.mark.parametrize("level", ["debug", "info", "warning"])
@pytest.mark.parametrize("library", ["aiogram.event", "markdown_it.rules_block.code", "PIL.Image", "of.tomorrow"])
def test_libraries_speak_from_warnings_on_whatever_we_ask_of_the_bot(
    written: StringIO, level: str, library: str
) -> None:
    listening(written, level)

    logging.getLogger(library).debug("entering code")
    logging.getLogger(library).info("update is handled")
    logging.getLogger(library).warning("slow")

    assert [event["event"] for event in events(written)] == ["slow"]


@pytest.mark.parametrize("library", ["asyncio", "aiogram.event"])
def test_what_a_library_quotes_below_its_first_line_is_left_out(written: StringIO, library: str) -> None:
    logging.getLogger(library).error("Task exception was never retrieved\nfuture: <Task %r>", unreadable())

    assert WORDS not in written.getvalue()
    assert [event["event"] for event in events(written)] == ["Task exception was never retrieved"]


def test_asked_for_errors_alone_libraries_warn_of_nothing(written: StringIO) -> None:
    listening(written, "error")

    logging.getLogger("some.library").warning("slow")

    assert events(written) == []


def test_our_own_events_are_heard_at_the_level_asked_for(written: StringIO) -> None:
    listening(written, "debug")

    structlog.get_logger().debug("asked.for")

    assert [event["event"] for event in events(written)] == ["asked.for"]


def test_below_its_level_nothing_is_written(written: StringIO) -> None:
    listening(written, "error")

    structlog.get_logger().warning("quiet")
    structlog.get_logger().error("loud")

    assert [event["event"] for event in events(written)] == ["loud"]


def test_what_a_validation_choked_on_never_appears(written: StringIO) -> None:
    structlog.get_logger().error("x", exc_info=unreadable())

    assert WORDS not in written.getvalue()
    assert str(events(written)[0]["error"]).endswith("\nValidationError")


@pytest.mark.parametrize(
    ("error", "last"),
    [
        (OSError("No space left"), "OSError: No space left"),
        (ZeroDivisionError("division by zero"), "ZeroDivisionError: division by zero"),
        (AttributeError("no attribute 'x'"), "AttributeError: no attribute 'x'"),
        (NameError("name 'x' is not defined"), "NameError: name 'x' is not defined"),
        (sqlite3.OperationalError("database is locked"), "OperationalError: database is locked"),
        (TelegramNotFound(GetMe(), "Not Found"), "TelegramNotFound: Telegram server says - Not Found"),
        (ValueError(WORDS), "ValueError"),
        (KeyError(WORDS), "KeyError"),
        (ExceptionGroup(WORDS, [ValueError(WORDS)]), "ExceptionGroup"),
        (ClientDecodeError("Failed", ValueError("x"), WORDS), "ClientDecodeError"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_error_keeps_its_words_only_where_they_cannot_be_a_citizens(error: Exception, last: str) -> None:
    assert told(raised(error)).splitlines()[-1] == last


def test_our_own_errors_keep_their_words() -> None:
    assert told(MissingFilesError(Path("groups.yaml"))) == "MissingFilesError: no groups.yaml"
    assert told(MessageRejectedError("message is too long")) == "MessageRejectedError: message is too long"


def test_an_error_tells_where_it_came_from_and_its_causes_first(written: StringIO) -> None:
    structlog.get_logger().error("x", exc_info=raised(RuntimeError(WORDS), unreadable()))

    lines = str(events(written)[0]["error"]).splitlines()

    assert lines[-1] == "RuntimeError"
    assert [line for line in lines if not line.startswith("  ")] == ["ValidationError", "RuntimeError"]
    assert f"{__file__}:" in lines[-2]


def test_an_error_met_while_another_was_handled_tells_both() -> None:
    error, before = OSError("second"), OSError("first")
    error.__context__ = before

    assert told(error) == "OSError: first\nOSError: second"


def test_a_context_that_was_cut_off_is_not_told() -> None:
    error = OSError("second")
    error.__context__ = ValueError(WORDS)
    error.__suppress_context__ = True

    assert told(error) == "OSError: second"


def told_while_handling(error: Exception) -> str:
    try:
        raise error
    except type(error):
        return told(error=True)


def test_the_error_at_hand_is_found_in_each_way_it_may_be_given() -> None:
    error = OSError("full")

    at_hand = told_while_handling(error)

    assert at_hand.endswith("\nOSError: full")
    assert told((OSError, error, None)) == at_hand
    assert [told(nothing) for nothing in (None, False, True, (None, None, None))] == ["None"] * 4


def test_in_a_terminal_the_same_events_are_written_for_people() -> None:
    stream = Terminal()
    listening(stream)

    structlog.get_logger().error("disk.full", exc_info=raised(OSError(TOKEN)))
    logs.set_up("warning")

    assert "disk.full" in stream.getvalue()
    assert "OSError: ***" in stream.getvalue()
    assert not stream.getvalue().startswith("{")
