"""The command `poster`: a centre's poster for the door."""

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.directory import load
from bot.region.region import REGION, load_region
from bot.screens.centres.downloads import before_printing
from bot.screens.centres.poster import poster_words
from bot.screens.centres.poster_pdf import pdf


def write(  # noqa: PLR0913 - each is an option of the command
    folder: Path, zone: ZoneInfo, id_: str, bot_name: str, file: Path, now: datetime, *, offers_booking: bool
) -> int:
    """Writes the poster as a PDF for printing; it promises no booking where the bot takes none."""
    directory, _ = load(folder, zone)
    centre = (directory if offers_booking else directory.without_booking()).centre(id_)
    if centre is None:
        known = ", ".join(sorted(one.id for one in directory.centres))
        sys.stderr.write(f"Центра «{id_}» нет. Есть: {known}.\n")
        return 1
    today, (region, _) = centre.day(now), load_region(folder / REGION)
    try:
        file.write_bytes(pdf(poster_words(centre, bot_name, today, region.phones if region else ()), today))
    except OSError as error:
        sys.stderr.write(f"Не записать {file}: {error.strerror}.\n")
        return 1
    sys.stdout.write("\n".join((f"Плакат: {file}", *before_printing(centre, today))) + "\n")
    return 0
