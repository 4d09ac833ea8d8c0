"""What `doctor` has found in one place, and how it is printed."""

from dataclasses import dataclass
from enum import IntEnum


class Health(IntEnum):
    """From good to bad; the worst decides the code of the command."""

    WELL = 0
    NOTE = 1  # works, and should be looked at
    ILL = 2  # does not work


_SIGNS = {Health.WELL: "ХОРОШО", Health.NOTE: "ПОСМОТРИТЕ", Health.ILL: "НЕ РАБОТАЕТ"}


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """One place that was looked at: what it is called, how it is, in words, and what to do."""

    place: str
    health: Health
    words: str
    cure: str = ""

    def __str__(self) -> str:
        cure = f"\n             Что сделать: {self.cure}" if self.cure else ""
        return f"{_SIGNS[self.health]:<11}  {self.place}: {self.words}{cure}"
