"""Words for another person, shown to their author before they are sent."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from rapidfuzz import fuzz

from bot.dialog_state import Conversation

MAX_FILES = 20  # that go with one question or answer
IN_ONE_GO = timedelta(minutes=2)  # between two messages that are one thought
_ALIKE = 85  # of 100: the same words, mended


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """The last words shown in a conversation; once they are sent the text is empty, and it is known that they were."""

    number: int
    about: str  # of an answer the question's number, of a question the article or nothing
    text: str
    sent: bool = False
    voice: str = ""  # the spoken message of this conversation that goes with the words
    files: tuple[str, ...] = ()  # its messages with photos and files that go too
    is_fresh: bool = False  # kept so lately that what is written now belongs to it


class Change(StrEnum):
    """What became of the words shown before when others came."""

    NONE = "none"  # there were none
    ADDED = "added"
    REPLACED = "replaced"


class Drafts(Protocol):
    """The drafts of all conversations, one in each, kept for an hour."""

    async def keep(
        self, conversation: Conversation, about: str, text: str, voice: str = "", files: tuple[str, ...] = ()
    ) -> MessageDraft: ...

    async def add_file(self, conversation: Conversation, draft: MessageDraft, message: str) -> MessageDraft:
        """The same draft with one more file."""
        ...

    async def find_draft(self, conversation: Conversation, number: int) -> MessageDraft | None: ...

    async def mark_sent(self, conversation: Conversation, draft: MessageDraft) -> None: ...

    async def drop(self, conversation: Conversation) -> None: ...


def continued(earlier: MessageDraft | None, text: str) -> tuple[str, Change]:
    """The words to show now, where `earlier` is shown still: people write in several messages.

    A message that comes a second time adds nothing; one that repeats words with a slip mended takes their place.
    """
    if earlier is None or earlier.sent:
        return text, Change.NONE
    if f"\n{earlier.text}".endswith(f"\n{text}"):
        return earlier.text, Change.NONE
    if (mended := _mended(earlier.text.split("\n"), text)) is not None:
        return mended, Change.REPLACED
    if earlier.is_fresh:
        return f"{earlier.text}\n{text}", Change.ADDED
    return text, Change.REPLACED


def repeats(earlier: MessageDraft, text: str) -> bool:
    """Whether the text says the last lines again, word for word or with a slip mended."""
    return f"\n{earlier.text}".endswith(f"\n{text}") or _mended(earlier.text.split("\n"), text) is not None


def _mended(lines: list[str], text: str) -> str | None:
    """The lines with the text in place of the last of them that are almost the same."""
    tails = (("\n".join(lines[:at]), "\n".join(lines[at:])) for at in range(len(lines)))
    found = (head for head, tail in tails if fuzz.ratio(tail.casefold(), text.casefold()) >= _ALIKE)
    head = next(found, None)
    return None if head is None else f"{head}\n{text}".lstrip("\n")
