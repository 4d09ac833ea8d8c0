"""Whether the files of an open database still stand under their names."""

from collections.abc import Mapping
from pathlib import Path

TAILS = ("", "-wal", "-shm")

Identity = tuple[int, int]  # device and number of the file


class FilePlace:
    """Tells whether a file was moved, deleted or replaced: such a file takes writes nobody will find again."""

    def __init__(self, database: Path) -> None:
        """Remembers what stands there now."""
        self.path = database
        real = database.resolve()  # beside it, not beside a link to it, SQLite keeps the journal
        files = (database, *(real.with_name(real.name + tail) for tail in TAILS))
        self._seen: Mapping[Path, Identity] = {file: found for file in files if (found := _identity(file))}
        self._lost = False

    def is_lost(self) -> bool:
        """Whether the file is lost; it stays lost, so that refused writes are not half there afterwards."""
        self._lost = self._lost or any(_is_elsewhere(file, seen) for file, seen in self._seen.items())
        return self._lost


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _is_elsewhere(file: Path, seen: Identity) -> bool:
    try:
        return _identity(file) != seen
    except NotADirectoryError:
        return True
    except OSError:  # a network disk that stumbles is not a file that is gone
        return False
