"""Rewriting a file that people edit: all of it or nothing, and what was there before is kept."""

import os
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bot.datafiles.live_folder.versions import keep_version
from bot.datafiles.whole_write import fsync_file, move_or_remove


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


def replace_together(changes: Mapping[Path, str | None], folder: Path, now: datetime, by: str = "") -> None:
    """Gives each file its text, None takes it away; the former versions are kept. Raises OSError: nothing is changed.

    Everything that needs room is written before the first file changes; then they only take their names.
    """
    fresh = {file: file.with_name(f"{file.name}.new") for file in changes}
    try:
        for file, text in changes.items():
            if text is not None:
                file.parent.mkdir(parents=True, exist_ok=True)
                write_aside(fresh[file], text)
                fsync_file(fresh[file])
        for file in filter(Path.exists, changes):
            keep_version(folder, file.relative_to(folder).as_posix(), now, by)
    except OSError:
        for aside in fresh.values():
            aside.unlink(missing_ok=True)
        raise
    for file, aside in fresh.items():
        if changes[file] is None:
            aside.unlink(missing_ok=True)  # left by a power cut: no text for a file that is taken away
        move_or_remove(aside, file)
