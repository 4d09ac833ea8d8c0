"""What the buttons of closing, consultation hours and duty mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class CloseWhat(Action):
    """What is to be closed at the centre, and what is closed already."""

    centre: str


@dataclass(frozen=True, slots=True)
class PreviewClosure(Action):
    """Who would have to be moved; minutes since the epoch, UTC."""

    centre: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CloseHours(Action):
    """The librarian has seen it and closes."""

    centre: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LeaveOpen(Action):
    """The librarian has seen what would be closed and closes nothing; minutes since the epoch, UTC."""

    centre: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GiveReason(Action):
    """Closes the hours after a reason was written, which people will read."""

    centre: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reopen(Action):
    """Opens closed hours of a centre again."""

    closure: int


@dataclass(frozen=True, slots=True)
class ShowCalls(Action):
    """Whom nobody has reached yet; page 0 is the first one in a new message, 1 and on turn the page."""

    centre: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class MarkCalled(Action):
    """A librarian has spoken with a displaced person."""

    booking: int


@dataclass(frozen=True, slots=True)
class CallAgain(Action):
    """Marked by mistake: the person is to be called still."""

    booking: int


@dataclass(frozen=True, slots=True)
class AskConsultations(Action):
    """When people may book at the centre, to be written anew."""

    centre: str


@dataclass(frozen=True, slots=True)
class SetDuty(Action):
    """Whether citizens' questions reach the librarian who presses."""

    on: bool


@dataclass(frozen=True, slots=True)
class ShowGroupChat(Action):
    """Shows which centres' notices the group gets, and which it may get; pages as in ShowCalls."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class LinkGroupChat(Action):
    """Links the group to the centre, whose notices then come there."""

    centre: str


@dataclass(frozen=True, slots=True)
class UnlinkGroupChat(Action):
    """Unlinks the group from the centre."""

    centre: str


@dataclass(frozen=True, slots=True)
class AnnounceClosed(Action):
    """Whether the centre is shown closed by an announcement that was not sent yet."""

    change: int
    closed: bool


@dataclass(frozen=True, slots=True)
class CloseAnnounced(Action):
    """Close the days that an announcement names, as its change has them in words."""

    centre: str
    change: int


# Tags live in old messages for years: add, never reuse. Two signs, the first is «q».
TAGS: Mapping[str, type[Action]] = {
    "qa": ShowCalls,
    "qn": AnnounceClosed,
    "qb": CallAgain,
    "qc": CloseHours,
    "qd": SetDuty,
    "qg": GiveReason,
    "qh": AskConsultations,
    "ql": LinkGroupChat,
    "qk": LeaveOpen,
    "qm": MarkCalled,
    "qo": Reopen,
    "qp": PreviewClosure,
    "qs": ShowGroupChat,
    "qu": UnlinkGroupChat,
    "qw": CloseWhat,
    "qx": CloseAnnounced,
}
