"""Who: addresses of people in a messenger, and names made safe to show."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a person or a group can be written to."""

    channel: str
    id: int


def clean_name(name: str, limit: int = 64) -> str:
    """A name on one line, without control, direction-changing or broken characters."""
    kept = "".join(" " if char.isspace() else char for char in name if char.isspace() or _shows(char))
    return " ".join(kept.split())[:limit].rstrip()


def _shows(char: str) -> bool:
    return not unicodedata.category(char).startswith("C")
