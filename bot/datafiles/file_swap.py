"""Rewriting a file that people edit: all of it or nothing, and what was there before is kept."""

import os
import shutil
from datetime import datetime
from pathlib import Path

PREVIOUS = "previous"  # the folder beside the files that keeps what was before
MOST_KEPT = 50


def replace_keeping_previous(file: Path, fresh: Path, kept_in: Path, now: datetime) -> Path:
    """Puts the fresh file in place of the other and returns where the other is kept; the oldest of many go."""
    kept = kept_in / f"{now:%Y%m%dT%H%M%S%f}-{file.name}"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(file.read_bytes())
    fsync_file(fresh)
    shutil.copymode(file, fresh)  # people edit it beside the bot, whatever the bot's own umask
    os.replace(fresh, file)  # noqa: PTH105 - atomic, and said so
    for old in sorted(kept.parent.glob(f"*-{file.name}"))[:-MOST_KEPT]:
        old.unlink()
    return kept


def fsync_file(file: Path) -> None:
    """Through all caches: a power cut after the renaming must not leave an empty file under the good name."""
    with file.open("rb") as written:
        os.fsync(written.fileno())
