"""Writing a file whole or not at all: a full disk or a power cut leaves what was there before."""

import os
import shutil
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Puts the content under the name once it is on the disk; folders are made. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    try:
        fresh.write_bytes(content)
        fsync_file(fresh)
        fresh.replace(file)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def fsync_file(file: Path) -> None:
    """Through all caches: a power cut after the renaming must not leave an empty file under the good name."""
    with file.open("rb") as written:
        os.fsync(written.fileno())


def move_or_remove(written: Path, file: Path) -> None:
    """Puts a written file under the name, with the rights that stood there; removes what stands there without one."""
    if not written.exists():
        remove(file)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists():
        shutil.copymode(file, written)  # people edit it beside the bot, whatever the bot's own umask
    written.replace(file)


def remove(file: Path) -> None:
    """Deletes the file, and its folder where that was the last one in it."""
    file.unlink(missing_ok=True)
    if file.parent.is_dir() and not any(file.parent.iterdir()):
        file.parent.rmdir()


def write_or_remove(file: Path, content: bytes | None) -> None:
    """The file has that content from now on; None: there is no such file. Raises OSError."""
    if content is None:
        remove(file)
    else:
        write_whole(file, content)
