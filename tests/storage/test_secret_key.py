"""The key that hides people is the owner's, or made once and kept for its owner's eyes only."""

import stat
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.storage.secret_key import statistics_key


def test_the_owners_key_is_used_and_no_file_is_made(file: Path) -> None:
    assert statistics_key(SecretStr("ключ"), file) == "ключ".encode()
    assert list(file.parent.iterdir()) == []


def test_without_one_a_key_is_made_and_stays_the_same(file: Path) -> None:
    made = statistics_key(None, file)

    assert (len(made), statistics_key(None, file)) == (64, made)
    assert [path.name for path in file.parent.iterdir()] == ["bot.sqlite3.key"]


def test_nobody_else_may_read_it(file: Path) -> None:
    statistics_key(None, file)

    assert stat.S_IMODE((file.parent / "bot.sqlite3.key").stat().st_mode) == 0o600


def test_two_databases_have_two_keys(tmp_path: Path) -> None:
    assert statistics_key(None, tmp_path / "a") != statistics_key(None, tmp_path / "b")


@pytest.mark.parametrize("leftover", ["bot.sqlite3.key", "bot.sqlite3.key.part"])
def test_what_a_full_disk_left_behind_is_no_key(file: Path, leftover: str) -> None:
    (file.parent / leftover).touch()

    made = statistics_key(None, file)

    assert (len(made), statistics_key(None, file)) == (64, made)
