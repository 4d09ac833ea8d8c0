"""The directory as it is used from now: swapped as a whole when the files change."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from zoneinfo import ZoneInfo

import structlog

from bot.centres.directory import CENTRES, MUNICIPALITIES, SETTLEMENTS, Directory, load
from bot.datafiles.file_problem import FileProblem

log = structlog.get_logger()

Fingerprint = tuple[tuple[str, int, int], ...]


class LiveDirectory:
    """Answers from memory; the files are the truth and are looked at again from time to time."""

    def __init__(self, folder: Path, zone: ZoneInfo) -> None:
        """Loads what can be loaded; a faulty record is left out and told in `problems`."""
        self._folder = folder
        self.zone = zone
        self._seen = _fingerprint(folder)
        self.now: Directory
        self.now, self.problems = load(folder, zone)
        _report(self.problems)

    async def refresh(self) -> bool:
        """Takes changed files in; keeps the last good state while any of them is faulty. Whether it changed."""
        seen = await asyncio.to_thread(_fingerprint, self._folder)
        if seen == self._seen:
            return False
        self._seen = seen
        directory, self.problems = await asyncio.to_thread(load, self._folder, self.zone)
        _report(self.problems)
        if self.problems:
            return False
        self.now = directory
        log.info("centres.reloaded", centres=len(directory.centres))
        return True


def _fingerprint(folder: Path) -> Fingerprint:
    found = []
    for name in (CENTRES, MUNICIPALITIES, SETTLEMENTS):
        try:
            stat = (folder / name).stat()
        except OSError:  # not there: noticed again as soon as it is
            continue
        found.append((name, stat.st_mtime_ns, stat.st_size))
    return tuple(found)


def _report(problems: Iterable[FileProblem]) -> None:
    for problem in problems:
        log.warning("centres.problem", file=str(problem.file), line=problem.line, reason=problem.reason)
