"""Unanswered questions: what the FAQ's editors write next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.people import Address
from bot.russian.normalize import fold_spaces
from bot.write_behind import WriteBehind

MAX_TEXT = 300


@dataclass(frozen=True, slots=True)
class UnansweredQuestion:
    """A question without an answer; the text is masked and folded before it gets here."""

    text: str
    decision: str
    at: datetime
    person: str = ""  # the pseudonym of who asked, so that the words can be erased with the rest


class UnansweredStore(Protocol):
    """The stored unanswered questions as editors read them."""

    async def most_asked(self, limit: int) -> Sequence[tuple[str, int]]: ...

    async def drop(self, text: str) -> None: ...


class UnansweredLog:
    """Writes down questions that found no answer."""

    def __init__(
        self, behind: WriteBehind[UnansweredQuestion], pseudonym_for: Callable[[Address], str], clock: Clock
    ) -> None:
        self._behind = behind
        self._pseudonym_for = pseudonym_for
        self._clock = clock

    def note(self, person: Address, masked: str, decision: str) -> None:
        """Counts one unanswered question; the caller has masked its personal data."""
        text, who = fold_spaces(masked)[:MAX_TEXT], self._pseudonym_for(person)
        self._behind.put(UnansweredQuestion(text, decision, self._clock.now(), who))

    async def flush(self) -> None:
        """Writes the waiting rows now."""
        await self._behind.flush()
