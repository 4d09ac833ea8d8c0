"""A file that people edit is never found empty, not even after a power cut."""

import os
import stat
from pathlib import Path

import pytest

from bot.datafiles import file_swap
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
    monkeypatch.setattr(Path, "replace", lambda one, other: named(one, Path(other)))

    kept = file_swap.replace_keeping_previous(file, fresh, tmp_path, NOON)

    assert done == ["on the disk", "named"] * 2  # the version that is kept, then the file
    assert (file.read_text(), kept.read_text()) == ("new", "old")


def test_a_file_that_people_edit_keeps_the_rights_they_gave_it(tmp_path: Path) -> None:
    file, fresh = tmp_path / "centres.yaml", tmp_path / "fresh"
    file.write_text("old")
    fresh.write_text("new")
    file.chmod(0o664)
    fresh.chmod(0o600)

    file_swap.replace_keeping_previous(file, fresh, tmp_path, NOON)

    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("new", 0o664)


def test_a_disk_that_fills_up_leaves_nothing_of_the_fresh_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            file_swap.write_aside(tmp_path / "a.new", "я" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert list(tmp_path.iterdir()) == []


def test_what_a_power_cut_left_aside_never_comes_back_for_a_file_that_is_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "faq" / "a.md"
    file.parent.mkdir()
    file.write_text("now")
    file.with_name("a.md.new").write_text("stale")

    file_swap.replace_together({file: None}, tmp_path, NOON)

    assert not file.exists()
    assert not file.with_name("a.md.new").exists()
