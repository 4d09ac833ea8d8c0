"""Unanswered questions: what the FAQ's editors write next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.russian.normalize import fold_spaces
from bot.write_behind import WriteBehind

MAX_TEXT = 300


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """A question without an answer; the text is masked and folded before it gets here."""

    text: str
    decision: str
    at: datetime


class UnansweredStore(Protocol):
    """The stored unanswered questions as editors read them."""

    async def most_asked(self, limit: int) -> Sequence[tuple[str, int]]: ...

    async def drop(self, text: str) -> None: ...


class UnansweredLog:
    """Writes down questions that found no answer."""

    def __init__(self, behind: WriteBehind[UnansweredQuestion], clock: Clock) -> None:
        self._behind = behind
        self._clock = clock

    def note(self, masked: str, decision: str) -> None:
        """Counts one unanswered question; the caller has masked its personal data."""
        self._behind.put(UnansweredQuestion(fold_spaces(masked)[:MAX_TEXT], decision, self._clock.now()))
