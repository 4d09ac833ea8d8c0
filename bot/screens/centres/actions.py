"""What the buttons of finding a centre and of its card mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


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


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "c": FindCentre,
    "i": ShowCentre,
    "p": NearPoint,
    "s": NearSettlement,
    "m": NearMunicipality,
    "o": ShowMunicipalities,
    "e": SendVenue,
    "t": SendContact,
    "z": SendPoster,
}
