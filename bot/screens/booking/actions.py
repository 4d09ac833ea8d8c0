"""What the buttons of booking mean; `at` is the signs of a moment or a day, those of bot.screens.time_codes."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.action import Action


@dataclass(frozen=True, slots=True)
class ContinueBooking(Action):
    """Goes on with what is known of a booking; «-» is not known, `at` is the signs of bot.screens.booking.draft_signs.

    The visitor is known from what was asked last: no button carries a name.
    """

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class BookAt(Action):
    """A consultation at this centre, about a topic still to be chosen."""

    centre: str


@dataclass(frozen=True, slots=True)
class BookNear(Action):
    """The centres with booking nearest to a point (see centres.point_code), 0 any; page 0 is new, 1 and on turn it."""

    topic: str
    point: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True)
class BookDays(Action):
    """The days with free times; pages as in BookNear."""

    topic: str
    centre: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class BookTimes(Action):
    """The free times of the day that the moment lies in."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class TurnTimes(Action):
    """The same list in place, its page with that moment."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class BookTime(Action):
    """That time; who comes is asked next."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class BookForOther(Action):
    """Somebody else comes; who, is asked next."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class BookAsMe(Action):
    """The person comes in person, called as in the messenger; all of it is to be checked once more."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class BookAsCalled(Action):
    """Another time for whoever was named by typing; all of it is to be checked once more."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class ConfirmAsMe(Action):
    """All right: book it under the name of the messenger."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class ConfirmCalled(Action):
    """All right: book it under the name that was typed."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class FullDays(Action):
    """Days on which everything is taken: which one to wait for; pages as in BookNear."""

    topic: str
    centre: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class WaitForDay(Action):
    """Joins the waitlist of a day; who comes is asked next."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class WaitForOther(Action):
    """Joins the waitlist for somebody else, whose name is asked next."""

    topic: str
    centre: str
    at: str


@dataclass(frozen=True, slots=True)
class WaitAsMe(Action):
    """Joins the waitlist under the name in the messenger."""

    topic: str
    centre: str
    at: str


# Tags live in old messages for years: add, never reuse. Two signs, the first is «k»; one capital sign where a topic of
# 16 signs, a centre of 40 and a moment must fit beside it.
TAGS: Mapping[str, type[Action]] = {
    "B": ContinueBooking,
    "ka": BookAt,
    "kn": BookNear,
    "kd": BookDays,
    "kf": FullDays,
    "D": BookTimes,
    "P": TurnTimes,
    "T": BookTime,
    "O": BookForOther,
    "M": BookAsMe,
    "K": BookAsCalled,
    "Y": ConfirmAsMe,
    "C": ConfirmCalled,
    "W": WaitForDay,
    "X": WaitForOther,
    "J": WaitAsMe,
}
