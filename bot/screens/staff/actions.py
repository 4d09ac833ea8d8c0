"""What the buttons of inviting and removing librarians mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


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


@dataclass(frozen=True, slots=True)
class ShowAudit(Action):
    """Who did what, a page of it; pages count from 1 and are turned in place."""

    page: int = 0


WHOLE_REGION = "-"  # a button carries no empty word


@dataclass(frozen=True, slots=True)
class PickDistrict(Action):
    """The districts of which somebody may become admin, a page of them."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class OfferRole(Action):
    """A one-time link to a role of a district or of the region («-»), after being asked twice."""

    role: str
    district: str
    sure: bool


@dataclass(frozen=True, slots=True)
class ShowAppointed(Action):
    """District admins and methodists, a page of them."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class EndAppointment(Action):
    """Take a role back, after being asked twice."""

    appointment: int
    sure: bool


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "sn": NameCentre,
    "si": InviteTo,
    "sl": ShowStaff,
    "sr": RemoveLibrarian,
    "sj": ShowAudit,
    "sd": PickDistrict,
    "so": OfferRole,
    "sa": ShowAppointed,
    "se": EndAppointment,
}
