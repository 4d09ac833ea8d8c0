"""One row a contact, for the figures libraries report: no name, no phone, nothing that was typed."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.people import Address


class Kind(StrEnum):
    """What a contact was."""

    ANSWER = "answer"  # the bot answered from the FAQ
    SUGGESTION = "suggestion"
    NOTHING_FOUND = "nothing_found"
    READ = "read"  # an article opened by a button
    OPINION = "opinion"
    QUESTION = "question"  # handed to a librarian
    CENTRE_FOUND = "centre_found"
    TALK = "talk"  # greetings, help, menus
    ODD = "odd"  # voice, pictures and the like


@dataclass(frozen=True, slots=True)
class Contact:
    """One thing done for one person."""

    at: datetime
    channel: str
    kind: Kind
    person: str
    article: str | None = None
    detail: str | None = None


class Contacts(Protocol):
    """What the journal needs of the store."""

    async def rate(self, person: str, article: str, at: datetime, *, helped: bool) -> bool: ...


class Pseudonyms:
    """People as keyed hashes (HMAC-SHA-256): countable, not readable."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, person: Address) -> str:
        """The same person always has the same one, while the key stays."""
        return hmac.new(self._key, f"{person.channel}:{person.id}".encode(), hashlib.sha256).hexdigest()[:24]
