"""What stands on the slip for a visitor without Telegram, whatever it is drawn on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class VisitSlip:
    """Lines of a name and a value, then the things to bring, then what to do and never to do."""

    code: str
    day: date
    lines: tuple[tuple[str, str], ...]
    bring: tuple[str, ...]
    foot: tuple[str, ...]
