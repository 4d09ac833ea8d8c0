"""The command `poster`: a centre's poster for the door."""

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.directory import load
from bot.screens.centres.poster import poster


def write(folder: Path, zone: ZoneInfo, id_: str, bot_name: str, file: Path, now: datetime) -> int:
    """Writes the poster as a PDF for printing."""
    directory, _ = load(folder, zone)
    centre = directory.centre(id_)
    if centre is None:
        known = ", ".join(sorted(one.id for one in directory.centres))
        sys.stderr.write(f"Центра «{id_}» нет. Есть: {known}.\n")
        return 1
    try:
        file.write_bytes(poster(centre, bot_name, centre.day(now)))
    except OSError as error:
        sys.stderr.write(f"Не записать {file}: {error.strerror}.\n")
        return 1
    sys.stdout.write(f"Плакат: {file}\n")
    return 0
