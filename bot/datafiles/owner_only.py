"""Files readable by their owner alone: they hold people's names, numbers and words."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

FOLDER, FILE = 0o700, 0o600
_OTHERS = 0o077


def make_folder(folder: Path) -> None:
    """Makes the folder where it is missing; one that somebody made stays as they made it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.mkdir(mode=FOLDER, exist_ok=True)


def create(file: Path) -> None:
    """An empty file where there is none; what SQLite puts beside it takes its mode."""
    file.touch(mode=FILE)
    close_to_others([file])


def close_to_others(files: Iterable[Path]) -> None:
    """Takes everybody else's rights away; one that belongs to another owner stays as it is."""
    for file in files:
        with suppress(OSError):
            mode = file.stat().st_mode
            if mode & _OTHERS:
                file.chmod(mode & ~_OTHERS)
