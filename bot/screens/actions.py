"""What the buttons of answers, centres and staff mean; a button carries all it needs and is checked at each press."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class GoHome(Action):
    """Opens the main menu, dropping what was begun."""


@dataclass(frozen=True, slots=True)
class Browse(Action):
    """Opens the list of FAQ groups, a page of it."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowGroup(Action):
    """Opens the questions of one FAQ group, a page of them."""

    group: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowArticle(Action):
    """One answer; `via` says where the button stood: b browsing, s suggestion, r related, d deep link."""

    article: str
    via: str = "b"


@dataclass(frozen=True, slots=True)
class Rate(Action):
    """Rates whether an answer helped."""

    article: str
    helped: bool


@dataclass(frozen=True, slots=True)
class NoneFits(Action):
    """Rejects all suggestions: «Нет, другое»."""


@dataclass(frozen=True, slots=True)
class AskLibrarian(Action):
    """Hand the question to a person; the article says what it was about, «-» nothing."""

    article: str = "-"


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Action):
    """A librarian takes a citizen's question to answer it."""

    question: int


@dataclass(frozen=True, slots=True)
class StopAsking(Action):
    """No longer wait for the text that was asked for."""


@dataclass(frozen=True, slots=True)
class SetReadingAloud(Action):
    """Words without pictures, for screen readers."""

    on: bool


@dataclass(frozen=True, slots=True)
class ForgetMe(Action):
    """Erase what is kept about a person, after being asked twice."""

    sure: bool


@dataclass(frozen=True, slots=True)
class BookVisit(Action):
    """A consultation about a topic, «-» any."""

    topic: str = "-"


@dataclass(frozen=True, slots=True)
class FindCentre(Action):
    """Where a person can be helped face to face."""


@dataclass(frozen=True, slots=True)
class ShowCentre(Action):
    """Opens the card of a centre; `seen_from` is the point for its distance (see centres.point_code), 0 none."""

    centre: str
    seen_from: int = 0


@dataclass(frozen=True, slots=True)
class NearPoint(Action):
    """The centres nearest to a shared point; page 0 is the first one in a new message, 1 and on turn the page."""

    point: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class NearSettlement(Action):
    """The centres nearest to a settlement, by its number; pages as in NearPoint."""

    settlement: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class NearMunicipality(Action):
    """The centres of a municipality and those nearest to it; pages as in NearPoint."""

    municipality: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowMunicipalities(Action):
    """All municipalities, for whoever cannot or will not name a place."""


@dataclass(frozen=True, slots=True)
class SendVenue(Action):
    """The centre as a point on the map."""

    centre: str


@dataclass(frozen=True, slots=True)
class SendContact(Action):
    """The centre as a contact for the phone book."""

    centre: str


@dataclass(frozen=True, slots=True)
class SendPoster(Action):
    """The centre's poster to print, for librarians."""

    centre: str


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
class NameCentre(Action):
    """An admin will name a centre by typing; the purpose says what for."""

    purpose: str


@dataclass(frozen=True, slots=True)
class InviteTo(Action):
    """A one-time link for a librarian of the centre."""

    centre: str


@dataclass(frozen=True, slots=True)
class ShowStaff(Action):
    """Librarians by centre, a page of them."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class RemoveLibrarian(Action):
    """Take a librarian off a centre, after being asked twice."""

    member: int
    sure: bool


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "h": GoHome,
    "b": Browse,
    "g": ShowGroup,
    "a": ShowArticle,
    "r": Rate,
    "n": NoneFits,
    "l": AskLibrarian,
    "w": AnswerQuestion,
    "x": StopAsking,
    "v": SetReadingAloud,
    "f": ForgetMe,
    "k": BookVisit,
    "c": FindCentre,
    "i": ShowCentre,
    "p": NearPoint,
    "s": NearSettlement,
    "m": NearMunicipality,
    "o": ShowMunicipalities,
    "e": SendVenue,
    "t": SendContact,
    "z": SendPoster,
    "j": ReportChange,
    "y": DecideChange,
    "sm": MendCard,
    "sp": NamePart,
    "ss": SendChange,
    "sn": NameCentre,
    "si": InviteTo,
    "sl": ShowStaff,
    "sr": RemoveLibrarian,
}
