"""What the buttons mean by which a librarian writes down a guest or a caller; signs and pages as in `actions`."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class NewGuest(Action):
    """Begins a walk-in or a phone booking."""

    centre: str


@dataclass(frozen=True, slots=True)
class GuestTopics(Action):
    """What somebody came with, or (`phone`) wants to be booked for."""

    centre: str
    phone: bool


@dataclass(frozen=True, slots=True)
class GuestCame(Action):
    """Somebody is here with this; written down at once."""

    topic: str
    centre: str


@dataclass(frozen=True, slots=True)
class GuestsCame(Action):
    """Several are here with the same; written down when it was shown."""

    topic: str
    centre: str
    count: int


@dataclass(frozen=True, slots=True)
class PhoneSoonest(Action):
    """The nearest free times for somebody on the phone."""

    topic: str
    centre: str


@dataclass(frozen=True, slots=True)
class PhoneDays(Action):
    """Shows all days with free slots for a phone booking, a page of them."""

    topic: str
    centre: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class PhoneTimes(Action):
    """The free times of the day in which the moment lies."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class TurnPhoneTimes(Action):
    """The same list in place, its page with that moment."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class PhoneAt(Action):
    """Books by phone for that time; the name may follow."""

    topic: str
    centre: str
    at: str


# Tags live in old messages for years: add, never reuse.
TAGS: Mapping[str, type[Action]] = {
    "da": GuestCame,
    "db": PhoneDays,
    "de": PhoneSoonest,
    "dg": NewGuest,
    "dh": GuestTopics,
    "di": PhoneAt,
    "dj": PhoneTimes,
    "dk": TurnPhoneTimes,
    "dq": GuestsCame,
}
