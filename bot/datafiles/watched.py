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
        self,
        name: str,
        files: Callable[[], Iterable[Path]],
        load: Callable[[], tuple[T, list[FileProblem]]],
        *,
        is_partial: bool = False,
    ) -> None:
        """Loads at once what can be loaded: the bot starts with it. `name` stands in the log.

        `is_partial`: a value read beside faults lacks the faulty alone, and is taken in beside those same ones.
        """
        self._files, self._load, self._is_partial = files, load, is_partial
        self._log = structlog.get_logger(of=name)
        self._seen = fingerprint(files())
        self._one_at_a_time = asyncio.Lock()
        self.unreadable: OSError | None = None  # why changed files could not be read
        self.now: T
        self.now, self.problems = load()
        self._lacks = _faults(self.problems)  # the faults that `now` was read beside
        self.held_by: tuple[FileProblem, ...] = ()  # the faults for which changed files were not taken in
        self._report()

    @property
    def is_behind(self) -> bool:
        """Whether files were changed, and were not taken in for their faults or could not be read."""
        return bool(self.held_by) or self.unreadable is not None

    async def refresh(self) -> bool:
        """Takes changed files in; keeps the last good value while any of them has a new fault. Whether it changed.

        Who comes while they are read waits, and then has them too.
        """
        async with self._one_at_a_time:
            return await self._take_in()

    async def _take_in(self) -> bool:
        seen = await asyncio.to_thread(lambda: fingerprint(self._files()))
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            found, self.problems = await asyncio.to_thread(self._load)
        except OSError as error:
            self._seen = ()  # a right that is given back changes no file
            if str(error) != str(self.unreadable or ""):  # else the log has it
                self._log.warning("files.unreadable", reason=str(error))
            self.unreadable = error
            return False
        self.unreadable = None
        self._report()
        lacks = self._lacks if self._is_partial else frozenset()
        self.held_by = tuple(one for one in self.problems if (one.file, one.reason) not in lacks)
        if self.held_by:
            return False
        self.now, self._lacks = found, _faults(self.problems)
        self._log.info("files.reloaded")
        return True

    def _report(self) -> None:
        for problem in self.problems:
            place = {"file": str(problem.file), "line": problem.line}
            self._log.warning("files.problem", **place, reason=problem.reason)


def _faults(problems: Iterable[FileProblem]) -> frozenset[tuple[Path, str]]:
    return frozenset((one.file, one.reason) for one in problems)  # the line moves with what is written above it


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
