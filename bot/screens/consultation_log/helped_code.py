"""The day, the kind and the number of people as the four signs of one button: topic and centre need the room beside.

A day is the minute on which it begins; the minutes after that tell the rest.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.screens.time_codes import moment_code, moment_of

_MINUTE = timedelta(minutes=1)
_PEOPLE, _BY_PHONE, _SURE = 4, 2, 1  # what one of each adds


@dataclass(frozen=True, slots=True)
class HelpedOn:
    """So many people helped on a day; `sure` is not asked once more."""

    day: date
    people: int = 1
    by_phone: bool = False
    sure: bool = False

    @property
    def signs(self) -> str:
        """The signs for a button. Raises ValueError outside 2025 to 2056; people are 359 at most."""
        told = self.people * _PEOPLE + self.by_phone * _BY_PHONE + self.sure * _SURE
        return moment_code(datetime.combine(self.day, time(), UTC) + told * _MINUTE)


def helped_on(signs: str) -> HelpedOn | None:
    """What the signs tell; None for what no button of ours carries."""
    at = moment_of(signs)
    if at is None:
        return None
    told = at.hour * 60 + at.minute
    people, rest = divmod(told, _PEOPLE)
    return HelpedOn(at.date(), people, bool(rest & _BY_PHONE), bool(rest & _SURE))
