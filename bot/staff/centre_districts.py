"""Which centres lie in which municipality, as the files of centres are now."""

from collections.abc import Callable

from bot.centres.centre import CentreId
from bot.centres.directory import Directory


class CentreDistricts:
    """Reads the directory at each question: it may change under a running bot."""

    def __init__(self, directory: Callable[[], Directory]) -> None:
        self._directory = directory

    def district_of(self, centre: str) -> str | None:
        """The municipality of the centre; None where there is no such centre."""
        found = self._directory().centre(centre)
        return found.municipality.id if found else None

    def centres_in(self, district: str) -> tuple[CentreId, ...]:
        """The centres of the municipality."""
        return tuple(one.id for one in self._directory().centres if one.municipality.id == district)
