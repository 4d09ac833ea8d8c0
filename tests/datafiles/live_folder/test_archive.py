"""The live folder in one archive: whole, the same for the same files, and never outside its place."""

import errno
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from bot.datafiles.live_folder import archive
from bot.datafiles.live_folder.archive import SpoiltArchiveError, lay_out, pack, put_in_place, verify_archive
from bot.datafiles.live_folder.places import SHIPPED_COPY, files_in
from bot.datafiles.live_folder.versions import keep_version, versions_of
from tests.datafiles.live_folder.release import FILES, Release
from tests.hand_clock import NOON


@pytest.fixture
def release(tmp_path: Path) -> Release:
    return Release(tmp_path)


def packed(folder: Path) -> bytes:
    content = pack(folder)
    assert content is not None
    return content


def test_the_folder_comes_back_with_its_versions_and_what_was_shipped(release: Release) -> None:
    keep_version(release.live, "centres.yaml", NOON)
    release.edit(centres="мои")
    content = packed(release.live)
    release.edit(centres="испорчено", forgot=None)

    former = put_in_place(lay_out(content, release.live), release.live)

    assert release.live_texts() == FILES | {"centres.yaml": "мои"}
    assert files_in(release.live / SHIPPED_COPY) == {name: text.encode() for name, text in FILES.items()}
    assert len(versions_of(release.live, "centres.yaml")) == 1
    assert former is not None
    assert files_in(former)["centres.yaml"] == "испорчено".encode()
    assert content == packed(release.live)


def test_what_is_not_there_or_is_the_release_itself_is_not_packed(tmp_path: Path) -> None:
    assert pack(tmp_path / "нет") is None
    assert pack(Path("data")) is None


@pytest.mark.parametrize("content", [b"", b"not an archive"])
def test_a_spoilt_archive_is_noticed(content: bytes) -> None:
    with pytest.raises(SpoiltArchiveError):
        verify_archive(content)


def test_one_changed_byte_is_noticed(release: Release) -> None:
    content = packed(release.live)
    spoilt = content.replace(b"centres", b"centras", 1)

    with pytest.raises(SpoiltArchiveError):
        verify_archive(spoilt)


def test_an_archive_cannot_write_outside_its_place(release: Release) -> None:
    bad = BytesIO()
    with zipfile.ZipFile(bad, "w") as made:
        made.writestr("../../outside", "чужое")

    with pytest.raises(SpoiltArchiveError):
        lay_out(bad.getvalue(), release.live)
    assert sorted(path.name for path in release.live.parent.iterdir()) == ["bot.data"]


def test_a_full_disk_leaves_the_live_folder_as_it_was(release: Release, monkeypatch: pytest.MonkeyPatch) -> None:
    def on_full_disk(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    content = packed(release.live)
    monkeypatch.setattr(archive, "write_whole", on_full_disk)

    with pytest.raises(OSError, match="space"):
        lay_out(content, release.live)
    assert release.live_texts() == FILES
    assert sorted(path.name for path in release.live.parent.iterdir()) == ["bot.data"]
