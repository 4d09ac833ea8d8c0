"""A file that is there whole or not at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.datafiles import owner_only
from bot.datafiles.whole_write import fsync_file

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class NotWrittenError(Exception):
    """Nothing was left of the file; `no_room` where the disk is full, otherwise the system's own words tell why."""

    def __init__(self, file: Path, reason: str, *, no_room: bool) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason
        self.no_room = no_room


@contextmanager
def whole_file(file: Path) -> Iterator[Path]:
    """A place to write to, on the same disk; it becomes the file, its owner's alone, in one step.

    Raises NotWrittenError.
    """
    try:
        with TemporaryDirectory(prefix=".bibliogos-", dir=file.parent) as folder:
            part = Path(folder) / file.name
            yield part
            fsync_file(part)
            owner_only.close_to_others([part])
            part.replace(file)
    except OSError as error:
        raise not_written(file, error) from error


def not_written(file: Path, error: OSError) -> NotWrittenError:
    """What became of the file, in our words."""
    return NotWrittenError(file, error.strerror or str(error), no_room=error.errno in _NO_ROOM)
