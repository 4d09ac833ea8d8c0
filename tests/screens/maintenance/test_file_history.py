"""A former version comes back only from beneath all that it would replace."""

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.datafiles.live_folder.merge import FileMerge
from bot.datafiles.live_folder.versions import FormerVersion
from bot.screens.maintenance.actions import BringBack
from bot.screens.maintenance.file_history import history, version
from bot.screens.screen import Button
from tests.hand_clock import NOON

FOUND = FormerVersion("topics.yaml", NOON.astimezone(UTC), "telegram-7", Path("20261124T120000000000_telegram-7.yaml"))


def shown(live: bytes, former: bytes) -> tuple[str, list[BringBack]]:
    merge = FileMerge("topics.yaml", None, former, live)
    screen = version(FOUND, merge, ZoneInfo("Europe/Moscow"), lambda _: "администратор")
    actions = [one.action for line in screen.rows for one in line if isinstance(one, Button)]
    return screen.text, [one for one in actions if isinstance(one, BringBack)]


def test_the_button_names_what_was_shown_as_present() -> None:
    _, (first,) = shown(b"one", b"former")
    _, (second,) = shown(b"two", b"former")

    assert (first.mark, first.shown) != (second.mark, second.shown)


def test_a_long_line_is_shown_whole_before_it_is_replaced() -> None:
    text, buttons = shown(b"long " * 100 + b"end", b"former")

    assert "long end" in text
    assert buttons


@pytest.mark.parametrize("live", [b"long " * 1000, b"".join(b"same%d\nother\n" % one for one in range(100))])
def test_differences_that_are_not_all_shown_have_no_button(live: bytes) -> None:
    text, buttons = shown(live, b"".join(b"same%d\n" % one for one in range(100)))

    assert not buttons
    assert "не помещается" in text
    assert len(text) < 4096


@pytest.mark.parametrize(
    ("by", "who"),
    [
        ("import", "загрузка таблицы"),
        ("upgrade", "новый выпуск"),
        ("", "кто-то, кого я забыл по просьбе"),
        ("telegram-7", "администратор"),
    ],
)
def test_only_a_person_that_was_forgotten_is_called_so(by: str, who: str) -> None:
    found = replace(FOUND, by=by)

    screen = history([found], ZoneInfo("Europe/Moscow"), lambda _: "администратор")

    assert f", {who}: topics.yaml" in screen.text


@pytest.mark.parametrize("live", [b"https://a.ru/" + b"x" * 5000, b"url: " + b"y" * 4000 + b"\nname: a\n"])
def test_a_line_of_one_endless_word_has_no_button(live: bytes) -> None:
    text, buttons = shown(live, b"former\n")

    assert not buttons
    assert "не помещается" in text


def test_a_file_that_is_no_text_has_no_button() -> None:
    assert shown(b"\xff\xfe\x00a", b"former\n")[1] == []


@pytest.mark.parametrize(
    ("live", "former", "told"),
    [
        (b"- id: a\n  title: b\n", b"- id: a\n    title: b\n", "<code>    title: b</code>"),
        (b"- id: a\n", b"- id:  a\n", "отличаются пробелы или отступы"),
        (b"one\ntwo\n", b"one\r\ntwo\r\n", "отличаются только концы строк"),
        (b"one\n", b"one", "отличаются только концы строк"),
    ],
)
def test_what_the_eye_passes_over_is_told(live: bytes, former: bytes, told: str) -> None:
    text, buttons = shown(live, former)

    assert told in text
    assert buttons
