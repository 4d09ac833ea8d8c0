"""One writer of a data folder at a time: services of the bot and commands beside it wait for each other."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Holds the folder from reading a file until its change stands; waits for whoever holds it. Raises OSError.

    It is held once: who asks again for a folder that he holds waits for ever.
    """
    descriptor = _opened(folder)
    try:
        _wait_and_lock(descriptor)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _opened(folder: Path) -> int:
        return os.open(folder / ".writing", os.O_RDWR | os.O_CREAT)

    def _wait_and_lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)  # the folder itself: nothing is left in it

    def _wait_and_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
