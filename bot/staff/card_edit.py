"""A change of a centre's card on its way from a librarian to the file."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.centres.card_edits import NewFields, Part
from bot.centres.centre import CentreId
from bot.people import Address

ChangeId = NewType("ChangeId", int)


class Stage(StrEnum):
    """How far it has come."""

    DRAFT = "draft"  # shown to its author
    SENT = "sent"  # waits for an admin
    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Change:
    """What was typed, and what would be written; no fields where the words are for people alone."""

    id: ChangeId
    centre: CentreId
    part: Part
    words: str
    fields: NewFields
    author: Address | None  # None after he was forgotten
    at: datetime
    stage: Stage = Stage.DRAFT
