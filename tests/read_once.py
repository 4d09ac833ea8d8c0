"""What is read or learned of the same content is read once by all tests of a process: a stage's start went into it."""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

import pytest

from bot.centres import live_directory
from bot.centres.directory import CENTRES, MUNICIPALITIES, SETTLEMENTS, Directory, load
from bot.centres.places.elsewhere import ELSEWHERE
from bot.datafiles import strict_yaml
from bot.datafiles.file_problem import FileProblem
from bot.faq import live_faq
from bot.understanding.act_files import live_acts
from bot.understanding.knowledge import learn_acts, training_rows
from bot.understanding.linear import linear_file
from bot.understanding.linear.linear import train

T = TypeVar("T")

_LONG = 1_000  # characters of YAML; shorter ones are read faster than looked up
_FILES = (CENTRES, MUNICIPALITIES, SETTLEMENTS, ELSEWHERE)


class Once(Generic[T]):
    """A pure function that remembers its last results by equal arguments, hashable or not."""

    def __init__(self, work: Callable[..., T], most: int = 8) -> None:
        self._work = work
        self._known: deque[tuple[tuple[Any, ...], T]] = deque(maxlen=most)

    def __call__(self, *given: Any) -> T:
        for known, result in self._known:
            if known == given:
                return result
        result = self._work(*given)
        self._known.append((given, result))
        return result


@contextmanager
def read_once() -> Iterator[None]:
    """Everything made of data files that nobody changes afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml._Reading, "document", _documents(strict_yaml._Reading.document))
        patch.setattr(live_directory, "load", _directories(load))
        patch.setattr(live_faq, "build_engine", Once(live_faq.build_engine))
        patch.setattr(live_acts, "learn_acts", Once(learn_acts))
        patch.setattr(live_acts, "training_rows", Once(training_rows))
        patch.setattr(linear_file, "train", Once(train))
        yield


def _documents(read: Callable[..., strict_yaml.Node]) -> Callable[..., strict_yaml.Node]:
    """Trees are immutable and know no file; a fault knows its file and is found anew."""
    known: dict[tuple[str, int], strict_yaml.Node] = {}

    def document(reading: strict_yaml._Reading, text: str) -> strict_yaml.Node:
        if len(text) < _LONG:
            return read(reading, text)
        key = (text, reading._first)
        if key not in known:
            known[key] = read(reading, text)
        return known[key]

    return document


Loaded = tuple[Directory, list[FileProblem]]


def _directories(read: Callable[[Path, ZoneInfo], Loaded]) -> Callable[[Path, ZoneInfo], Loaded]:
    """A directory without problems is the same for all files of the same content."""
    known: dict[tuple[bytes | ZoneInfo | None, ...], Directory] = {}

    def loaded(folder: Path, zone: ZoneInfo) -> Loaded:
        key = (zone, *(_content(folder / name) for name in _FILES))
        if key in known:
            return known[key], []
        directory, problems = read(folder, zone)
        if not problems:
            known[key] = directory
        return directory, problems

    return loaded


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None
