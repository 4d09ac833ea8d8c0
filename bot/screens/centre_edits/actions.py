"""What the buttons of mending a centre's card mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ReportChange(Action):
    """A librarian tells that something on the centre's card is wrong."""

    centre: str


@dataclass(frozen=True, slots=True)
class DecideChange(Action):
    """An admin takes or refuses a change that a librarian reported."""

    change: int
    accept: bool


@dataclass(frozen=True, slots=True)
class MendCard(Action):
    """The card as its librarians see it, with ways to mend it."""

    centre: str


@dataclass(frozen=True, slots=True)
class NamePart(Action):
    """What on the centre's card is wrong, by the name of the part."""

    centre: str
    part: str


@dataclass(frozen=True, slots=True)
class SendChange(Action):
    """The author of a change has seen it and sends it."""

    change: int


@dataclass(frozen=True, slots=True)
class ShowPoorCards(Action):
    """Cards that tell neither hours nor phone, a page of them."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class AskCentre(Action):
    """The question of that number about the centre, from 1; after the last one it is over."""

    centre: str
    question: int


@dataclass(frozen=True, slots=True)
class StopInterview(Action):
    """No more questions about the centre."""

    centre: str


@dataclass(frozen=True, slots=True)
class BeginNewCentre(Action):
    """An admin adds a centre: its name is asked first."""


@dataclass(frozen=True, slots=True)
class TakeSettlement(Action):
    """The new centre is in that settlement, one of several of the name."""

    settlement: int


@dataclass(frozen=True, slots=True)
class SkipAddress(Action):
    """The address of the new centre is not known."""


@dataclass(frozen=True, slots=True)
class WriteNewCentre(Action):
    """The new centre was seen and is written."""


@dataclass(frozen=True, slots=True)
class ShowWaitingEdit(Action):
    """One of the card edits that wait for an admin."""

    change: int


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "j": ReportChange,
    "y": DecideChange,
    "sw": ShowWaitingEdit,
    "sm": MendCard,
    "sp": NamePart,
    "ss": SendChange,
    "sf": ShowPoorCards,
    "sq": AskCentre,
    "sz": StopInterview,
    "sb": BeginNewCentre,
    "st": TakeSettlement,
    "sk": SkipAddress,
    "sx": WriteNewCentre,
}
