"""The region as it is told of from now: its name and the phones that people may call instead of the bot."""

from pathlib import Path

from bot.datafiles.watched import WatchedFiles
from bot.region.region import REGION, Region, load_region


class UnusableRegionError(Exception):
    """The bot cannot start: the file is faulty; carries the reasons, a line each."""


class LiveRegion(WatchedFiles[Region | None]):
    """A changed file is taken in while it has no faults."""

    def __init__(self, folder: Path) -> None:
        """Raises UnusableRegionError: there is no last good region yet."""
        file = folder / REGION
        super().__init__("region", lambda: (file,), lambda: load_region(file))
        if self.now is None:
            raise UnusableRegionError("\n".join(map(str, self.problems)))
        self._first = self.now

    @property
    def region(self) -> Region:
        """The region as it was last read without faults."""
        return self.now or self._first
