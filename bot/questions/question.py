"""A citizen's question to a librarian."""

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from bot.people import Address

QuestionId = NewType("QuestionId", int)


@dataclass(frozen=True, slots=True)
class VoiceMessage:
    """Where a spoken message stands: the number of its chat, and the messenger's own name of it."""

    chat: int
    message: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked (already masked), by whom, and the answer when there is one."""

    id: QuestionId
    citizen: Address
    text: str
    asked_at: datetime
    article: str | None = None
    answer: str | None = None
    answered_at: datetime | None = None
    answered_by: int | None = None  # the number of the librarian in the channel
    voice: VoiceMessage | None = None  # spoken; nobody but a person can listen to it

    def is_answered_by(self, person: Address) -> bool:
        """Whether the answer is this person's."""
        return self.answer is not None and self.answered_by == person.id
