"""The directory as it is used from now: swapped as a whole when the files change."""

from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.directory import CENTRES, MUNICIPALITIES, SETTLEMENTS, Directory, load
from bot.centres.places.elsewhere import ELSEWHERE
from bot.datafiles.watched import WatchedFiles


class LiveDirectory(WatchedFiles[Directory]):
    """Answers from memory; the files are the truth and are looked at again from time to time."""

    def __init__(self, folder: Path, zone: ZoneInfo) -> None:
        """Loads what can be loaded; a faulty record is left out and told in `problems`."""
        self.zone = zone
        files = tuple(folder / name for name in (CENTRES, MUNICIPALITIES, SETTLEMENTS, ELSEWHERE))
        super().__init__("centres", lambda: files, lambda: load(folder, zone))

    def has_postcode(self, digits: str) -> bool:
        """Whether six digits are a postal code of the region."""
        return self.now.municipalities.at_postcode(digits) is not None
