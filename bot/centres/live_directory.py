"""The directory as it is used from now: swapped as a whole when the files change."""

from pathlib import Path
from zoneinfo import ZoneInfo

from bot.centres.directory import CENTRES, MUNICIPALITIES, SETTLEMENTS, Directory, load
from bot.centres.places.elsewhere import ELSEWHERE
from bot.datafiles.watched import WatchedFiles


class LiveDirectory(WatchedFiles[Directory]):
    """Answers from memory; the files are the truth and are looked at again from time to time."""

    def __init__(self, folder: Path, zone: ZoneInfo, *, offers_booking: bool = True) -> None:
        """Loads what can be loaded; a faulty record is left out and told in `problems`."""
        self.zone = zone
        self._offers_booking = offers_booking
        self._without_booking: tuple[Directory, Directory] | None = None  # of which state of the files, and what it is
        files = tuple(folder / name for name in (CENTRES, MUNICIPALITIES, SETTLEMENTS, ELSEWHERE))
        super().__init__("centres", lambda: files, lambda: load(folder, zone), is_partial=True)

    @property
    def shown(self) -> Directory:
        """The directory as citizens are told of it: without hours of booking where the bot takes none."""
        if self._offers_booking:
            return self.now
        if self._without_booking is None or self._without_booking[0] is not self.now:
            self._without_booking = (self.now, self.now.without_booking())
        return self._without_booking[1]

    def has_postcode(self, digits: str) -> bool:
        """Whether six digits are a postal code of the region."""
        return self.now.municipalities.at_postcode(digits) is not None
