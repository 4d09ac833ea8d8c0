"""Words for another person, shown to their author before they are sent."""

from dataclasses import dataclass
from typing import Protocol

from bot.dialog_state import Conversation


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """The last words shown in a conversation; once they are sent the text is empty, and it is known that they were."""

    number: int
    about: str  # of an answer the question's number, of a question the article or nothing
    text: str
    sent: bool = False


class Drafts(Protocol):
    """The drafts of all conversations, one in each, kept for an hour."""

    async def keep(self, conversation: Conversation, about: str, text: str) -> MessageDraft: ...

    async def find_draft(self, conversation: Conversation, number: int) -> MessageDraft | None: ...

    async def mark_sent(self, conversation: Conversation, draft: MessageDraft) -> None: ...

    async def drop(self, conversation: Conversation) -> None: ...
