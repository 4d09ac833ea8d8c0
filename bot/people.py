"""People: their addresses in a messenger, and names made safe to show."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a person or a group can be written to."""

    channel: str
    id: int


@dataclass(frozen=True, slots=True)
class Reminders:
    """Which reminders of their bookings a person wants."""

    eve: bool = True  # the evening before
    soon: bool = True  # two hours before


class People(Protocol):
    """What is kept of people: their wishes, and whether they can be reached."""

    async def reads_aloud(self, person: Address) -> bool: ...

    async def set_reading_aloud(self, person: Address, *, on: bool) -> None: ...

    async def reminders(self, person: Address) -> Reminders: ...

    async def set_reminders(self, person: Address, wish: Reminders) -> None: ...

    async def reachable(self, person: Address) -> bool: ...

    async def set_reachable(self, person: Address, *, since: datetime | None) -> None: ...


def clean_name(name: str, limit: int = 64) -> str:
    """A name on one line, without control, direction-changing or broken characters."""
    kept = "".join(" " if char.isspace() else char for char in name if char.isspace() or _shows(char))
    return " ".join(kept.split())[:limit].rstrip()


def _shows(char: str) -> bool:
    return not unicodedata.category(char).startswith("C")
