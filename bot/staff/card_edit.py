"""An edit of a centre's card on its way from a librarian to the file."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.centres.card_edits import CardPart, NewFields
from bot.centres.centre import CentreId
from bot.people import Address

ChangeId = NewType("ChangeId", int)


class CardEditStage(StrEnum):
    """How far a card edit has come."""

    DRAFT = "draft"  # shown to its author
    SENT = "sent"  # waits for an admin
    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CardEdit:
    """A card edit: what was typed, and the fields to write; none where the words are for people alone."""

    id: ChangeId
    centre: CentreId
    part: CardPart
    words: str
    fields: NewFields
    author: Address | None  # None after he was forgotten
    at: datetime
    stage: CardEditStage = CardEditStage.DRAFT
