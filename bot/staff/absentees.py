"""Who of those who work here is absent: by the days that were noted."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, tzinfo

from bot.clock import Clock
from bot.people import Address


@dataclass(frozen=True, slots=True)
class Absentees:
    """Tells it from memory, for duty is asked at each question; days are those of the region."""

    is_away_on: Callable[[Address, date], bool]
    clock: Clock
    zone: tzinfo

    def is_away(self, person: Address) -> bool:
        """Whether the person is absent today."""
        return self.is_away_on(person, self.clock.now().astimezone(self.zone).date())
