"""Rewriting a file that people edit: all of it or nothing, and what was there before is kept."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from bot.datafiles.live_folder.versions import keep_version
from bot.datafiles.whole_write import fsync_file


def write_aside(fresh: Path, text: str) -> None:
    """Writes a file that is to take the place of another; a full disk leaves nothing of it. Raises OSError."""
    try:
        fresh.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def replace_keeping_previous(file: Path, fresh: Path, folder: Path, now: datetime, by: str = "") -> Path:
    """Puts the fresh file in place of the other and returns where the other is kept.

    `folder` is the data folder, `by` who changes it. Raises OSError, and then the file is as it was.
    """
    try:
        kept = keep_version(folder, file.relative_to(folder).as_posix(), now, by)
        fsync_file(fresh)
        shutil.copymode(file, fresh)  # people edit it beside the bot, whatever the bot's own umask
        os.replace(fresh, file)  # noqa: PTH105 - atomic, and said so
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    return kept
