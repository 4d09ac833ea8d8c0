"""Questions that found no answer: what the FAQ's editors write next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.clock import Clock

MAX_TEXT = 300


@dataclass(frozen=True, slots=True)
class Gap:
    """A question asked in vain; the text is masked and folded before it gets here."""

    text: str
    decision: str
    at: datetime


class Gaps(Protocol):
    """Where they are kept."""

    async def add(self, gap: Gap) -> None: ...


class GapBook:
    """Notes questions asked in vain."""

    def __init__(self, gaps: Gaps, clock: Clock) -> None:
        self._gaps = gaps
        self._clock = clock

    async def note(self, masked: str, decision: str) -> None:
        """Counts one; the caller has hidden personal data in it."""
        await self._gaps.add(Gap(folded(masked), decision, self._clock.now()))


def folded(text: str) -> str:
    """The same question in one spelling, so that it is counted together."""
    return " ".join(text.casefold().replace("ё", "е").split())[:MAX_TEXT]
