"""Files of data as the running bot uses them: looked at from time to time, taken in while they have no faults."""

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Generic, TypeVar

import structlog

from bot.datafiles.file_problem import FileProblem

T = TypeVar("T")

Fingerprint = tuple[tuple[str, int, int], ...]


class WatchedFiles(Generic[T]):
    """The last good value of a set of files, and what is wrong with them where they are not good."""

    def __init__(
        self, name: str, files: Callable[[], Iterable[Path]], load: Callable[[], tuple[T, list[FileProblem]]]
    ) -> None:
        """Loads at once what can be loaded: the bot starts with it. `name` stands in the log."""
        self._files, self._load = files, load
        self._log = structlog.get_logger(of=name)
        self._seen = fingerprint(files())
        self._unreadable = ""  # the reason that the log has already
        self.now: T
        self.now, self.problems = load()
        self.is_behind = False  # files were changed, and were not taken in for their faults
        self._report()

    async def refresh(self) -> bool:
        """Takes changed files in; keeps the last good value while any of them is faulty. Whether it changed."""
        seen = await asyncio.to_thread(lambda: fingerprint(self._files()))
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            found, self.problems = await asyncio.to_thread(self._load)
        except OSError as error:
            self._seen = ()  # a right that is given back changes no file
            if str(error) != self._unreadable:
                self._log.warning("files.unreadable", reason=str(error))
            self._unreadable = str(error)
            return False
        self._unreadable = ""
        self._report()
        self.is_behind = bool(self.problems)
        if self.problems:
            return False
        self.now = found
        self._log.info("files.reloaded")
        return True

    def _report(self) -> None:
        for problem in self.problems:
            place = {"file": str(problem.file), "line": problem.line}
            self._log.warning("files.problem", **place, reason=problem.reason)


def fingerprint(files: Iterable[Path]) -> Fingerprint:
    """Name, time of change and size of each file; one that is not there is noticed as soon as it is."""
    found = []
    for file in files:
        try:
            stat = file.stat()
        except OSError:
            continue
        found.append((str(file), stat.st_mtime_ns, stat.st_size))
    return tuple(found)
