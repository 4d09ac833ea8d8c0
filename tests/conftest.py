"""For every test: collector and logs as the program sets them, databases in memory, one reading of danger.yaml."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import logs
from bot.datafiles.file_problem import FileProblem
from bot.safety import live_dangers
from bot.safety.danger_file import Dangers, load_dangers

DISK = tempfile.gettempdir()
MEMORY = Path("/dev/shm")
ROOM = 2 << 30  # bytes; a container often has 64 MB there
DURABLE = frozenset(  # what they try is the disk
    {"test_kills", "test_database_file", "test_figures_survive", "test_race", "test_backup", "test_file_swap"}
)


def pytest_configure() -> None:
    gc.set_threshold(20_000, 20, 50)  # as bot.commands.run
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        tempfile.tempdir = str(MEMORY)  # pytest's tmp_path follows it, unless --basetemp says otherwise


def pytest_collection_finish() -> None:
    gc.freeze()  # what was imported lives as long as the run


@pytest.fixture
def tmp_path(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    if request.path.stem not in DURABLE:
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=DISK) as folder:
        yield Path(folder)


@pytest.fixture(autouse=True, scope="session")
def quiet_logs() -> None:
    """As the program logs, so that a failing test shows events and not whole objects."""
    logs.set_up("warning")


@pytest.fixture(autouse=True, scope="session")
def dangers_read_once() -> Iterator[None]:
    """A faultless danger.yaml is read once for all stages: three quarters of a stage's start went into it."""
    known: dict[bytes, Dangers] = {}

    def load(file: Path) -> tuple[Dangers | None, list[FileProblem]]:
        content = file.read_bytes() if file.is_file() else b""
        if content in known:
            return known[content], []
        dangers, problems = load_dangers(file)
        if dangers is not None and not problems:
            known[content] = dangers
        return dangers, problems

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live_dangers, "load_dangers", load)
        yield
