"""For every test: collector and logs as the program sets them, databases in memory, data files read once."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import ClassVar

import pytest

from bot.app import logs, sandbox_setup
from bot.centres.centre import CentreId
from bot.centres.directory import CENTRES
from bot.centres.editing import IMPORT, Editor, Value
from bot.datafiles.file_problem import FileProblem
from bot.maintenance import data_check
from bot.safety import live_dangers
from bot.safety.danger_file import DANGER, Dangers, ModelFor, load_dangers, trained
from bot.safety.danger_lessons import EXAMPLES
from tests.followed import repeating, unfollowed
from tests.learned import learned_once
from tests.read_once import read_once
from tests.spread import slow_first

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


REPEATING = pytest.StashKey[frozenset[str]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    config.stash[REPEATING] = repeating(items)
    if side_by_side := getattr(config, "workerinput", None):
        items[:] = slow_first(items, side_by_side["workercount"])


def pytest_collection_finish() -> None:
    gc.freeze()  # what was imported lives as long as the run


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    if item.nodeid not in item.config.stash[REPEATING]:
        return (yield)
    with unfollowed():
        return (yield)


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
    """A faultless danger.yaml is read and learned once for all stages: most of a stage's start went into it.

    A copy of the shipped one is learned beside the shipped acts, as in the program: stages copy no acts.
    """
    known: dict[bytes, Dangers] = {}
    shipped = Path("data") / DANGER

    def content_of(file: Path) -> bytes:
        return b"".join(one.read_bytes() for one in (file, file.with_name(EXAMPLES)) if one.is_file())

    def load(file: Path, **_: object) -> tuple[Dangers | None, list[FileProblem]]:
        content = content_of(file)
        if content in known:
            return known[content], []
        with unfollowed():
            whence = shipped if content == content_of(shipped) else file
            dangers, problems = load_dangers(whence, model_for=learned_once)
        if dangers is not None and not problems:
            known[content] = dangers
        return dangers, problems

    def check(
        file: Path, has_article: Callable[[str], bool], model_for: ModelFor
    ) -> tuple[Dangers | None, list[FileProblem]]:
        return load_dangers(file, has_article, learned_once if model_for is trained else model_for)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live_dangers, "load_dangers", load)
        patch.setattr(data_check, "load_dangers", check)
        yield


@pytest.fixture(autouse=True, scope="session")
def content_read_once() -> Iterator[None]:
    """What is made of data files that nobody changes."""
    with read_once():
        yield


class RememberingEditor(Editor):
    """Writes what the same change to the same file has made before; reading it round-trip costs half a second."""

    _known: ClassVar[dict[tuple[str, str], str]] = {}

    def change_centres(
        self,
        changes: Mapping[CentreId, Mapping[str, Value]],
        new: Sequence[Mapping[str, Value]],
        now: datetime,
        remark: str = "",
        by: str = IMPORT,
    ) -> Path:
        file = self._folder / CENTRES
        key = (file.read_text(encoding="utf-8"), repr((changes, new, remark)))
        if known := self._known.get(key):
            return self._replace(CENTRES, known, now, by)
        previous = super().change_centres(changes, new, now, remark, by)
        self._known[key] = file.read_text(encoding="utf-8")
        return previous


@pytest.fixture(autouse=True, scope="session")
def demo_hours_written_once() -> Iterator[None]:
    """The demo's hours of booking, which hundreds of stages open, are worked out once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sandbox_setup, "Editor", RememberingEditor)
        yield
