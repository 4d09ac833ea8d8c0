"""Former versions of edited files: when each was replaced and by whom, a bounded number for each file.

`previous/faq/login/forgot.md/20261124T120000000000_telegram-3001.md`; a person who was forgotten leaves an empty place.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from bot.datafiles.live_folder.places import PREVIOUS
from bot.datafiles.whole_write import write_whole
from bot.people import Address

MOST_KEPT = 20


def keep_version(folder: Path, name: str, now: datetime, by: str = "") -> Path:
    """Keeps the file as it is now, before `by` changes it; the oldest of many go. Raises OSError."""
    versions = folder / PREVIOUS / name
    moments = (f"{now.astimezone(UTC) + timedelta(microseconds=later):%Y%m%dT%H%M%S%f}" for later in count())
    kept = next(file for at in moments if not (file := versions / f"{at}_{by}{Path(name).suffix}").exists())
    write_whole(kept, (folder / name).read_bytes())
    others = [file for file in versions_of(folder, name) if file != kept]  # never it: the clock may have been set back
    for old in others[: 1 - MOST_KEPT]:
        old.unlink(missing_ok=True)
    return kept


def versions_of(folder: Path, name: str) -> list[Path]:
    """Former versions of one file, the oldest first."""
    return sorted((folder / PREVIOUS / name).glob(f"*_*{Path(name).suffix}"))


@dataclass(frozen=True, slots=True)
class FormerVersion:
    """A file as it was until somebody changed it; `by` is empty where that person was forgotten."""

    name: str
    at: datetime
    by: str
    kept: Path

    @property
    def mark(self) -> str:
        """Names the version, short enough for a button."""
        return hashlib.sha256(f"{self.name}/{self.kept.name}".encode()).hexdigest()[:12]


def former_versions(folder: Path) -> list[FormerVersion]:
    """All that is kept of all files, the newest first. Raises OSError."""
    previous = folder / PREVIOUS
    found = (
        FormerVersion(
            kept.parent.relative_to(previous).as_posix(),
            _moment(kept),
            kept.name.partition("_")[2].removesuffix(kept.suffix),
            kept,
        )
        for kept in previous.rglob("*/*_*")
        if kept.is_file()
    )
    return sorted(found, key=lambda one: (one.at, one.name), reverse=True)


def names_with_versions(folder: Path) -> set[str]:
    """Every file of which a former version is kept, also one that is no longer there."""
    previous = folder / PREVIOUS
    return {kept.parent.relative_to(previous).as_posix() for kept in previous.rglob("*/*_*") if kept.is_file()}


def editor_mark(person: Address) -> str:
    """Who changed a file, as it stands in the names of its versions: a number, never a name."""
    return f"{person.channel}-{person.id}"


def edited_by(folder: Path, by: str) -> list[tuple[str, datetime]]:
    """Which files the person has changed, and when, as far as their versions are kept."""
    found = (
        (kept.parent.relative_to(folder / PREVIOUS).as_posix(), _moment(kept))
        for kept in (folder / PREVIOUS).rglob(f"*_{by}.*")
    )
    return sorted(found, key=lambda edit: edit[1])


def forget_editor(folder: Path, by: str) -> None:
    """Takes the person's number off every version; the versions stay. Raises OSError."""
    for kept in (folder / PREVIOUS).rglob(f"*_{by}.*"):
        stamp = kept.name.partition("_")[0]
        kept.rename(kept.with_name(f"{stamp}_{kept.suffix}"))


def _moment(version: Path) -> datetime:
    return datetime.strptime(version.name.partition("_")[0], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
