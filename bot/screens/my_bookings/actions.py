"""What the buttons under a person's own visits and reminders mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ShowVisits(Action):
    """All that lies ahead of a person: bookings, offered places, waitlist entries."""


@dataclass(frozen=True, slots=True)
class ShowVisit(Action):
    """One visit with all its ways."""

    booking: int


@dataclass(frozen=True, slots=True)
class MoveVisit(Action):
    """Another time for a visit: the days, a page of them; 0 is a new message, 1 and on turn the page."""

    booking: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class MoveToDay(Action):
    """The free times of a day (yyyymmdd, of the centre), a page of them; pages as in MoveVisit."""

    booking: int
    day: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class MoveTo(Action):
    """Moves the booking to that time; minutes since the epoch, UTC."""

    booking: int
    minute: int


@dataclass(frozen=True, slots=True)
class ProposeMove(Action):
    """Shows the move to that time before it is made; the time as in MoveTo."""

    booking: int
    minute: int


@dataclass(frozen=True, slots=True)
class CancelVisit(Action):
    """Cancels a booking, after being asked once more."""

    booking: int
    sure: bool


@dataclass(frozen=True, slots=True)
class SayWhy(Action):
    """Tells why a booking was cancelled, by the name of the reason."""

    booking: int
    why: str


@dataclass(frozen=True, slots=True)
class WillCome(Action):
    """Confirms a booking: «Приду» under a reminder."""

    booking: int


@dataclass(frozen=True, slots=True)
class WillNotSay(Action):
    """Takes «Приду» back: the booking stands, nothing is said of coming."""

    booking: int


@dataclass(frozen=True, slots=True)
class SayLate(Action):
    """Tells the librarians that the visitor will be so many minutes late; 0 of unknown length."""

    booking: int
    minutes: int


@dataclass(frozen=True, slots=True)
class InTime(Action):
    """Takes a lateness back."""

    booking: int


@dataclass(frozen=True, slots=True)
class WayThere(Action):
    """The centre of a visit on the map, and its card."""

    booking: int


@dataclass(frozen=True, slots=True)
class VisitCalendar(Action):
    """The visit as a file for the calendar."""

    booking: int


@dataclass(frozen=True, slots=True)
class RateVisit(Action):
    """Whether a visit helped, 1 to 5; the last word counts."""

    booking: int
    stars: int


@dataclass(frozen=True, slots=True)
class AcceptOffer(Action):
    """Accepts the place that became free."""

    booking: int


@dataclass(frozen=True, slots=True)
class DeclineOffer(Action):
    """Declines the offered place for the next on the waitlist."""

    booking: int


@dataclass(frozen=True, slots=True)
class ShowWaitlistPlace(Action):
    """Shows a waitlist entry, and how many are before it."""

    place: int


@dataclass(frozen=True, slots=True)
class LeaveWaitlist(Action):
    """Takes the person off the waitlist."""

    place: int


@dataclass(frozen=True, slots=True)
class SetReminders(Action):
    """Which reminders a person wants: the evening before, two hours before."""

    eve: bool
    soon: bool


# Tags live in old messages for years: add, never reuse. Two signs, the first is «u».
TAGS: Mapping[str, type[Action]] = {
    "ua": ShowVisits,
    "ub": ShowVisit,
    "uc": CancelVisit,
    "ud": MoveToDay,
    "ue": SayWhy,
    "ug": WayThere,
    "uf": SayLate,
    "uh": InTime,
    "ui": VisitCalendar,
    "ul": ShowWaitlistPlace,
    "um": MoveVisit,
    "un": DeclineOffer,
    "up": ProposeMove,
    "uq": LeaveWaitlist,
    "ur": RateVisit,
    "us": SetReminders,
    "ut": MoveTo,
    "uw": WillCome,
    "ux": WillNotSay,
    "uy": AcceptOffer,
}
