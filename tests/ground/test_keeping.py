"""A file that people edit is never found empty, not even after a power cut."""

import os
from pathlib import Path

import pytest

from bot import keeping
from tests.hand_clock import NOON


def test_the_fresh_file_is_on_the_disk_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, fresh, done = tmp_path / "a.yaml", tmp_path / "a.new", list[str]()
    file.write_text("old")
    fresh.write_text("new")
    sync, replace = os.fsync, os.replace

    def synced(number: int) -> None:
        done.append("on the disk")
        sync(number)

    def named(one: Path, other: Path) -> None:
        done.append("named")
        replace(one, other)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", named)

    kept = keeping.swap(file, fresh, tmp_path / "previous", NOON)

    assert done == ["on the disk", "named"]
    assert (file.read_text(), kept.read_text()) == ("new", "old")
