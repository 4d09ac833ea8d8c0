"""Where the page's people live: the time zone of what is shown and the places they may send."""

import json
import re
from dataclasses import dataclass

_SETTING = re.compile(r"(?<=const SETTING = ).*?(?=; // where the page's people live)")
_FAR = ("Москва", 55.7558, 37.6173)  # outside of most regions


@dataclass(frozen=True, slots=True)
class PageSetting:
    """The zone with its hours before UTC, and places as name, latitude and longitude."""

    zone: str = "Europe/Moscow"
    hours: float = 3
    places: tuple[tuple[str, float, float], ...] = ()

    def put_into(self, page: str) -> str:
        """The page with this setting in its script."""
        shown = {"zone": self.zone, "hours": self.hours, "places": [*self.places, _FAR]}
        script = json.dumps(shown, ensure_ascii=False).replace("<", "\\u003c")
        return _SETTING.sub(lambda _: script, page, count=1)
