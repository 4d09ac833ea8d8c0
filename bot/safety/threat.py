"""What a message may tell of: kinds of danger and of crisis, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

MOST_STEPS = 3  # after the first line: more does not stand above the keyboard of a phone


class Level(StrEnum):
    """An alarm takes the place of the ordinary answer, a caution stands above it."""

    ALARM = "alarm"
    CAUTION = "caution"


class Kind(StrEnum):
    """Kinds of danger (somebody is being deceived) and of crisis (somebody may be hurt)."""

    SELF_HARM = "self_harm"
    MEDICAL = "medical"
    FIRE = "fire"
    GAS = "gas"
    VIOLENCE = "violence"
    RESCUE = "rescue"
    LOST = "lost"
    CODE_TOLD = "code_told"
    CASH_GIVEN = "cash_given"
    MONEY_GONE = "money_gone"
    REMOTE_APP = "remote_app"
    DOCUMENT_PHOTO = "document_photo"
    MESSENGER_THEFT = "messenger_theft"
    MESSAGE = "message"
    HACKED = "hacked"
    CREDIT = "credit"
    LINK = "link"
    RELATIVE_IN_TROUBLE = "relative_in_trouble"
    BLACKMAIL = "blackmail"
    JOB_OR_PRIZE = "job_or_prize"
    SAFE_ACCOUNT = "safe_account"
    COURIER = "courier"
    CALL = "call"


CRISES = frozenset({Kind.SELF_HARM, Kind.MEDICAL, Kind.FIRE, Kind.GAS, Kind.VIOLENCE, Kind.RESCUE, Kind.LOST})
# What a person has done already or suffers already: more urgent than what somebody asks for.
DONE = frozenset(
    {
        Kind.CODE_TOLD,
        Kind.CASH_GIVEN,
        Kind.MONEY_GONE,
        Kind.REMOTE_APP,
        Kind.DOCUMENT_PHOTO,
        Kind.HACKED,
        Kind.CREDIT,
    }
)


@dataclass(frozen=True, slots=True)
class Imitated:
    """The official site that a false address pretends to be."""

    owner: str
    host: str


@dataclass(frozen=True, slots=True)
class Threat:
    """The most urgent thing that a message tells of; `imitated` where an address in it is a forgery."""

    kind: Kind
    level: Level
    imitated: Imitated | None = None

    @property
    def is_crisis(self) -> bool:
        """Whether somebody may be hurt, so that a number to call is all that matters."""
        return self.kind in CRISES


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person in danger is told, from data/danger.yaml; in a crisis numbers to call and nothing else."""

    kind: Kind
    now: str
    then: tuple[str, ...] = ()
    article: str | None = None
    caution: str | None = None  # the line above an ordinary answer, where the kind has one of its own


class LooksForThreats(Protocol):
    """Tells what danger or crisis a message tells of, if any; a reply answers what the bot has just asked."""

    def __call__(self, text: str, *, is_reply: bool = False) -> Threat | None: ...
