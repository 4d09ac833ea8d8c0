"""An upgrade of the live folder: file by file, and only what brings no new fault into the whole."""

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.datafiles.file_problem import FileProblem
from bot.datafiles.folder_lock import alone_in
from bot.datafiles.live_folder.merge import FileMerge, MergeState, mark_of, three_sides
from bot.datafiles.live_folder.places import SHIPPED_COPY, Files, files_in
from bot.datafiles.live_folder.versions import (
    keep_version,
    names_with_versions,
    versions_of,
)
from bot.datafiles.whole_write import move_or_remove, write_or_remove, write_whole

UPGRADE = "upgrade"  # who replaced a version
STAGED, LIVE = ".staged", "live"
_SETTLED = frozenset({MergeState.TAKE, MergeState.SAME})

Check = Callable[[Path], Sequence[FileProblem]]


class RefusedMergeError(Exception):
    """The folder would not pass the check, so it stays as it was; carries what would be wrong."""

    def __init__(self, problems: Sequence[FileProblem]) -> None:
        super().__init__("; ".join(map(str, problems)))
        self.problems = tuple(problems)


class ConflictGoneError(Exception):
    """The file is no longer as it was shown: somebody decided or edited it since."""


@dataclass(frozen=True, slots=True)
class UpgradeReport:
    """What an upgrade took, what it left to an admin, and what it held back for the faults it would bring."""

    taken: tuple[str, ...] = ()
    conflicts: tuple[FileMerge, ...] = ()
    held: tuple[str, ...] = ()  # files that stay as they were
    problems: tuple[FileProblem, ...] = ()  # of the folder, were they taken too


class LiveFolder:
    """Merges what is shipped into the live folder. Killed in the middle, the next start goes on where it was."""

    def __init__(self, live: Path, shipped: Callable[[], Files], check: Check) -> None:
        """`shipped` gives the files of this release; `check` reads a whole folder and tells its faults."""
        self.path = live
        self._shipped = shipped
        self._check = check

    def look(self) -> UpgradeReport:
        """What an upgrade would do now. Raises OSError."""
        return self._report(self._sides())

    def upgrade(self, now: datetime) -> UpgradeReport:
        """Takes what only the release changed, but for files that would bring faults into the folder.

        Raises OSError; on a full disk nothing was changed.
        """
        merges = self._sides()
        report = self._report(merges)
        wanted = [merge for merge in merges if merge.state in _SETTLED and merge.before != merge.now]
        with alone_in(self.path):
            self._settle([merge for merge in wanted if merge.name not in report.held], now)
        return report

    def take_shipped(self, mark: str, now: datetime, by: str) -> FileMerge:
        """Puts the shipped file in place of the live one. Raises ConflictGoneError, RefusedMergeError, OSError."""
        merge = self.find(mark)
        self._refuse_faults({merge.name: merge.now})
        self._put(merge, merge.now, now, by)
        self._remember(merge)
        return merge

    def keep_own(self, mark: str) -> FileMerge:
        """Lets the live file stand beside the shipped one. Raises ConflictGoneError, OSError."""
        merge = self.find(mark)
        self._remember(merge)
        return merge

    def put_back(self, mark: str, now: datetime, by: str) -> FileMerge:
        """Brings back the version that the shipped file replaced. Raises as take_shipped does."""
        merge, own = self._find_replaced(mark)
        self._refuse_faults({merge.name: own})
        self._put(merge, own, now, by)
        return merge

    def bring_back(self, merge: FileMerge, now: datetime, by: str) -> FileMerge:
        """Puts the `now` of a file in place of its live side. Raises as take_shipped does."""
        self._refuse_faults({merge.name: merge.now})
        self._put(merge, merge.now, now, by)
        return merge

    def find(self, mark: str) -> FileMerge:
        """The file of that mark, as long as it differs from the shipped one. Raises ConflictGoneError, OSError."""
        for merge in self._sides():
            if merge.mark == mark and merge.state is not MergeState.SAME:
                return merge
        raise ConflictGoneError

    def _sides(self) -> list[FileMerge]:
        if not (self.path / SHIPPED_COPY).is_dir():
            return []  # somebody's own folder: no release went into it
        return three_sides(self.path, self._shipped())

    def _report(self, merges: Sequence[FileMerge]) -> UpgradeReport:
        wanted = {merge.name: merge.now for merge in merges if merge.state is MergeState.TAKE}
        conflicts = tuple(merge for merge in merges if merge.state is MergeState.CONFLICT)
        problems = self.faults_of_changes(wanted)
        taken = self._without_faults(wanted, problems)
        held = tuple(name for name in wanted if name not in taken)
        return UpgradeReport(tuple(taken), conflicts, held, problems)

    def _without_faults(
        self, changes: Mapping[str, bytes | None], problems: Sequence[FileProblem]
    ) -> Mapping[str, bytes | None]:
        """The changes but for the files that the problems name; none where these alone are not to blame."""
        while problems and changes:
            faulty = {problem.file for problem in problems}
            rest = {name: content for name, content in changes.items() if self.path / name not in faulty}
            changes = rest if len(rest) < len(changes) else {}
            problems = self.faults_of_changes(changes)
        return changes

    def _find_replaced(self, mark: str) -> tuple[FileMerge, bytes]:
        sides = self._sides()
        removed = names_with_versions(self.path) - {merge.name for merge in sides}
        for merge in (*sides, *(FileMerge(name, None, None, None) for name in sorted(removed))):
            for version in reversed(versions_of(self.path, merge.name)):
                own = version.read_bytes()
                if merge.live == merge.now and mark_of(merge.name, merge.now, own) == mark:
                    return merge, own
        raise ConflictGoneError

    def _settle(self, merges: Sequence[FileMerge], now: datetime) -> None:
        """Everything is written aside first, for only that can fail on a full disk; then it takes its place by name.

        The live file goes before the copy of what was shipped: killed in between, the next start finds them equal.
        """
        staged = self.path / STAGED
        shutil.rmtree(staged, ignore_errors=True)
        try:
            for merge in merges:
                if merge.now is not None:
                    write_whole(staged / LIVE / merge.name, merge.now)
                    write_whole(staged / SHIPPED_COPY / merge.name, merge.now)
                if merge.live is not None:
                    keep_version(self.path, merge.name, now, UPGRADE)
            for merge in merges:
                move_or_remove(staged / LIVE / merge.name, self.path / merge.name)
                move_or_remove(staged / SHIPPED_COPY / merge.name, self.path / SHIPPED_COPY / merge.name)
        finally:
            shutil.rmtree(staged, ignore_errors=True)

    def _remember(self, merge: FileMerge) -> None:
        write_or_remove(self.path / SHIPPED_COPY / merge.name, merge.now)

    def _put(self, merge: FileMerge, content: bytes | None, now: datetime, by: str) -> None:
        """The check of the folder takes seconds: what was edited meanwhile stays. Raises ConflictGoneError, OSError."""
        file = self.path / merge.name
        with alone_in(self.path):
            if (file.read_bytes() if file.exists() else None) != merge.live:
                raise ConflictGoneError
            if merge.live is not None:
                keep_version(self.path, merge.name, now, by)
            write_or_remove(file, content)

    def _refuse_faults(self, changes: Mapping[str, bytes | None]) -> None:
        if problems := self.faults_of_changes(changes):
            raise RefusedMergeError(problems)

    def faults_of_changes(self, changes: Mapping[str, bytes | None]) -> tuple[FileProblem, ...]:
        """The faults that these changes would bring into the folder, not those that are there. Raises OSError."""
        if not changes or not (problems := self._faults_of({**files_in(self.path), **changes})):
            return ()
        known = {(problem.file, problem.reason) for problem in self._faults_of(files_in(self.path))}
        return tuple(problem for problem in problems if (problem.file, problem.reason) not in known)

    def _faults_of(self, files: Mapping[str, bytes | None]) -> Sequence[FileProblem]:
        """What would be wrong with a folder of these files; they are named as if they were live."""
        with tempfile.TemporaryDirectory(prefix="bibliogos-") as folder:
            trial = Path(folder) / "data"
            for name, content in files.items():
                write_or_remove(trial / name, content)
            return [
                replace(problem, file=self.path / problem.file.relative_to(trial))
                if problem.file.is_relative_to(trial)
                else problem
                for problem in self._check(trial)
            ]
