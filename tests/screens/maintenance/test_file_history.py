"""A former version comes back from beneath what it would replace, be that long."""

from dataclasses import replace
from datetime import UTC
from html import unescape
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
    (text,), buttons = messages(live, former)
    return text, buttons


def messages(live: bytes, former: bytes) -> tuple[tuple[str, ...], list[BringBack]]:
    merge = FileMerge("topics.yaml", None, former, live)
    screen = version(FOUND, merge, ZoneInfo("Europe/Moscow"), lambda _: "администратор")
    actions = [one.action for line in screen.rows for one in line if isinstance(one, Button)]
    return (*screen.before, screen.text), [one for one in actions if isinstance(one, BringBack)]


def test_the_button_names_what_was_shown_as_present() -> None:
    _, (first,) = shown(b"one", b"former")
    _, (second,) = shown(b"two", b"former")

    assert (first.mark, first.shown) != (second.mark, second.shown)


def test_a_long_line_is_shown_whole_before_it_is_replaced() -> None:
    text, buttons = shown(b"long " * 100 + b"end", b"former")

    assert "long end" in text
    assert buttons


SAME = b"".join(b"same%d\n" % one for one in range(100))


@pytest.mark.parametrize("live", [b"long " * 1000, b"https://a.ru/" + b"x" * 5000, b"<" * 4000 + b"\nname: a\n"])
def test_a_long_difference_is_shown_whole_in_several_messages(live: bytes) -> None:
    texts, buttons = messages(live, b"former\n")

    assert len(texts) > 1
    assert max(len(unescape(text)) for text in texts) < 4096
    assert sum(len(unescape(text)) for text in texts) > len(live)
    assert buttons


def test_every_one_of_many_places_is_shown() -> None:
    texts, buttons = messages(b"".join(b"same%d\nother%d\n" % (one, one) for one in range(100)), SAME)

    assert [one for one in range(100) if f"other{one}" not in "".join(texts)] == []
    assert buttons


def test_a_difference_that_nobody_reads_is_cut_and_the_way_back_is_told() -> None:
    texts, buttons = messages(b"one " * 20_000, SAME)

    assert len(texts) == 5
    assert texts[-1].startswith(
        "Дальше не показываю: разница слишком длинная. Вернётся весь файл; то, что сейчас, сохр"
    )
    assert buttons


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


def test_a_file_that_is_no_text_may_be_brought_back() -> None:
    text, buttons = shown(b"\xff\xfe\x00a", b"former\n")

    assert "не текст" in text
    assert buttons


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
