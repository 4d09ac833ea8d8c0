"""A stretch of time that is closed."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another, in the zone of the words; whole days go from midnight to midnight."""

    start: datetime
    end: datetime
