"""An act as data/acts describes it: how people word it, and what speaks for it and against it."""

from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.acts import ActName, SpeakerRole
from bot.understanding.turns import AskedFor


class Speaker(StrEnum):
    """Whose act it is; staff may want whatever a citizen may."""

    ANY = "any"
    CITIZEN = "citizen"
    STAFF = "staff"
    ADMIN = "admin"

    def may_be(self, role: SpeakerRole) -> bool:
        """Whether somebody of that role may want it."""
        match self:
            case Speaker.ANY:
                return True
            case Speaker.CITIZEN:
                return role is SpeakerRole.CITIZEN
            case Speaker.STAFF:
                return role is not SpeakerRole.CITIZEN
            case Speaker.ADMIN:
                return role is SpeakerRole.ADMIN


@dataclass(frozen=True, slots=True)
class ActEntry:
    """One file of data/acts."""

    id: str  # the name of the file
    act: ActName
    wordings: tuple[str, ...]
    want: str | None = None
    value: str | None = None
    role: Speaker = Speaker.ANY
    after: frozenset[AskedFor] = frozenset()  # what was asked last where it is likelier
    cues: frozenset[str] = frozenset()  # dictionary forms
    not_with: frozenset[str] = frozenset()  # dictionary forms of things with another owner: then it is a question
    slots: frozenset[str] = frozenset()  # what may be said beside it
    same_as: tuple[str, ...] = ()  # articles that say the same
