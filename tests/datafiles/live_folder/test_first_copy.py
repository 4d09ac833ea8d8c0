"""The first run makes the live folder whole or not at all; a folder of somebody's own is left alone."""

import errno
import shutil
import subprocess
from pathlib import Path

import pytest

from bot.datafiles.live_folder import first_copy
from bot.datafiles.live_folder.first_copy import FolderKind, prepare_folder, restored_folder
from bot.datafiles.live_folder.places import SHIPPED_COPY, files_in, live_folder_of
from bot.datafiles.live_folder.shipped import shipped_files
from bot.datafiles.whole_write import write_whole
from tests.datafiles.live_folder.release import FILES, write


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        write(tmp_path / "data" / name, text)
    return tmp_path / "data"


@pytest.fixture
def live(tmp_path: Path) -> Path:
    return live_folder_of(tmp_path / "var" / "bot.sqlite3")


def test_the_live_folder_lies_beside_the_database_and_never_is_the_shipped_one() -> None:
    assert live_folder_of(Path("var/bibliogos.sqlite3")) == Path("var/bibliogos.data")
    assert live_folder_of(Path("bot.sqlite3")) == Path("bot.data")
    assert live_folder_of(Path("data")) == Path("data.data")


def test_the_first_run_copies_what_is_shipped_and_remembers_it(shipped: Path, live: Path) -> None:
    assert prepare_folder(live, shipped) is FolderKind.MADE

    assert files_in(live) == files_in(live / SHIPPED_COPY) == files_in(shipped)
    assert prepare_folder(live, shipped) is FolderKind.LIVE


def test_an_empty_folder_is_filled_as_if_it_were_not_there(shipped: Path, live: Path) -> None:
    live.mkdir(parents=True)

    assert prepare_folder(live, shipped) is FolderKind.MADE
    assert files_in(live) == files_in(shipped)


def test_a_folder_of_somebodys_own_stays_as_it_is(shipped: Path, live: Path) -> None:
    write(live / "centres.yaml", "свои")

    assert prepare_folder(live, shipped) is FolderKind.OWN
    assert files_in(live) == {"centres.yaml": "свои".encode()}


def test_the_shipped_folder_itself_is_told_apart(shipped: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(shipped)

    assert prepare_folder(shipped, shipped) is FolderKind.SHIPPED
    assert prepare_folder(tmp_path / "link", shipped) is FolderKind.SHIPPED


@pytest.mark.parametrize("files_before", [0, 1, 2, 3, 5])
def test_a_disk_that_fills_up_leaves_no_folder_and_the_next_start_makes_it(
    shipped: Path, live: Path, monkeypatch: pytest.MonkeyPatch, files_before: int
) -> None:
    fill_disk_after(files_before, monkeypatch)
    with pytest.raises(OSError, match="space"):
        prepare_folder(live, shipped)
    assert list(live.parent.glob("*")) == []

    monkeypatch.undo()
    assert prepare_folder(live, shipped) is FolderKind.MADE
    assert files_in(live) == files_in(live / SHIPPED_COPY) == files_in(shipped)


def fill_disk_after(files: int, monkeypatch: pytest.MonkeyPatch) -> None:
    left = files
    copy2 = shutil.copy2

    def take() -> None:
        nonlocal left
        if left == 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        left -= 1

    def copied(one: Path, other: Path) -> object:
        take()
        return copy2(one, other)

    def written(file: Path, content: bytes) -> None:
        take()
        write_whole(file, content)

    monkeypatch.setattr(first_copy, "write_whole", written)
    monkeypatch.setattr(shutil, "copy2", copied)


def test_what_a_killed_start_left_is_thrown_away(shipped: Path, live: Path) -> None:
    write(live.with_name("bot.data.part") / "centres.yaml", "полов")

    prepare_folder(live, shipped)

    assert files_in(live) == files_in(shipped)
    assert [path.name for path in live.parent.iterdir()] == ["bot.data"]


def test_a_restore_killed_between_its_renamings_is_finished(shipped: Path, live: Path) -> None:
    write(restored_folder(live) / "centres.yaml", "из копии")

    prepare_folder(live, shipped)

    assert files_in(live) == {"centres.yaml": "из копии".encode()}


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    command = ("git", *identity, *words)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)  # noqa: S603 - fixed words


def test_edits_of_an_earlier_release_in_the_checkout_become_live_and_are_not_taken_for_shipped(
    shipped: Path, live: Path, tmp_path: Path
) -> None:
    git(tmp_path, "init")
    git(tmp_path, "add", "data")
    git(tmp_path, "commit", "-m", "release")
    write(shipped / "centres.yaml", "правка из чата")
    write(shipped / "previous" / "20261124T1-centres.yaml", "centres")

    prepare_folder(live, shipped)

    assert files_in(live)["centres.yaml"] == "правка из чата".encode()
    assert (live / "previous" / "20261124T1-centres.yaml").exists()
    assert files_in(live / SHIPPED_COPY) == shipped_files(shipped)
    assert shipped_files(shipped) == {name: text.encode() for name, text in FILES.items()}


def test_a_folder_that_git_does_not_know_is_shipped_as_it_lies(shipped: Path) -> None:
    assert shipped_files(shipped) == files_in(shipped)
