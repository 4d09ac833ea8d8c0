"""A disk that fills up in the middle of a change: a clear error, nothing lost, every former file whole."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource")
CHILD = (sys.executable, "-m", "tests.datafiles.full_disk")
OWN_DISK = "mkdir -p $0 && mount -t tmpfs -o size=512k none $0 && exec $1 -m tests.datafiles.full_disk $0 disk"
Told = dict[str, list[tuple[int, str, bool]]]


def ran(*command: str) -> Told:
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603 - our own program
    assert done.returncode == 0, done.stderr[-2000:]
    return {
        deed: [(room, outcome, whole) for room, outcome, whole in found]
        for deed, found in json.loads(done.stdout).items()
    }


def wrong_in(told: Told) -> list[tuple[str, int, str, bool]]:
    """Attempts that neither succeeded whole nor failed for want of room with everything as it was."""
    return [
        (deed, room, outcome, whole)
        for deed, found in told.items()
        for room, outcome, whole in found
        if outcome not in {"done", "full"} or not whole
    ]


def one_sided(told: Told) -> list[str]:
    """Deeds that were not seen both to fail and to succeed."""
    return [deed for deed, found in told.items() if {outcome for _, outcome, _ in found} != {"done", "full"}]


def may_mount() -> bool:
    """Whether a little file system of one's own is permitted here."""
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    command = (unshare, "-rm", "mount", "-t", "tmpfs", "none", "/tmp")
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 - a mount of our own


def test_files_that_may_not_grow_leave_everything_as_it_was(tmp_path: Path) -> None:
    told = ran(*CHILD, str(tmp_path), "limit")

    assert wrong_in(told) == []
    assert one_sided(told) == []


@pytest.mark.skipif(not may_mount(), reason="no file system of one's own is permitted here")
def test_a_disk_that_fills_up_leaves_everything_as_it_was(tmp_path: Path) -> None:
    told = ran("unshare", "-rm", "sh", "-c", OWN_DISK, str(tmp_path / "disk"), sys.executable)

    assert wrong_in(told) == []
    assert one_sided(told) == []
