"""What slots are filled from: a piece of a message, the talk before it, and the moment."""

from dataclasses import dataclass
from datetime import datetime

from bot.understanding.extractors.evidence import Evidence
from bot.understanding.turns import Turns


@dataclass(frozen=True, slots=True)
class SaidPiece:
    """A piece of a message in its talk; `now` is on the wall clock of the place."""

    evidence: Evidence
    turns: Turns
    now: datetime
