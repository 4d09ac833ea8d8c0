"""The booking and the values it is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NewType

from bot.centres.centre import CentreId
from bot.people import Address, clean_name

BookingId = NewType("BookingId", int)
VisitCode = NewType("VisitCode", str)
OutcomeId = NewType("OutcomeId", str)  # of data/outcomes.yaml, how a consultation ended

LONGEST_NAME = 40  # signs, of the word a person is called by
LONGEST_VISIT = timedelta(hours=6)  # with its buffer; how far back a visit still going on can have begun


class BookingState(StrEnum):
    """The state of a booking, from booked to its end."""

    OFFERED = "offered"  # a freed place, held for the first on the waitlist
    BOOKED = "booked"
    ARRIVED = "arrived"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    DISPLACED = "displaced"  # its hours were closed; the person has not chosen another time yet
    LAPSED = "lapsed"  # offered and not taken


HOLDING = frozenset({BookingState.OFFERED, BookingState.BOOKED, BookingState.ARRIVED})  # those that a desk is held for


class Origin(StrEnum):
    """How a visit came about: by the bot, by phone, as a walk-in."""

    CHAT = "chat"
    PHONE = "phone"
    WALK_IN = "walk_in"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From a moment until, but not including, another; UTC."""

    start: datetime
    end: datetime

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two intervals share a moment."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Interval") -> "Interval":
        """The part that lies in the other, which it overlaps."""
        return Interval(max(self.start, other.start), min(self.end, other.end))


def joined(intervals: Iterable[Interval]) -> list[Interval]:
    """In order; those that touch or overlap are one."""
    together: list[Interval] = []
    for one in sorted(intervals, key=lambda interval: interval.start):
        if together and one.start <= together[-1].end:
            together[-1] = Interval(together[-1].start, max(together[-1].end, one.end))
        else:
            together.append(one)
    return together


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A time that can be booked at a centre; UTC."""

    starts_at: datetime
    ends_at: datetime
    centre: CentreId

    @property
    def interval(self) -> Interval:
        """The interval from the start to the end of the slot."""
        return Interval(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class Visitor:
    """The person who comes: the citizen, or somebody they book for; `called` is what the librarian calls them."""

    called: str
    for_other: bool = False

    @classmethod
    def named(cls, name: str, *, for_other: bool = False) -> "Visitor":
        """The visitor with a cleaned name cut to fit a list; empty where nothing readable is left."""
        return cls(clean_name(name, LONGEST_NAME), for_other)

    @property
    def key(self) -> str:
        """A key that tells apart the visitors one citizen books for."""
        return self.called.casefold() if self.for_other else ""


@dataclass(frozen=True, slots=True)
class Booking:
    """One place held, or once held, for one visitor; moments are UTC."""

    id: BookingId
    code: VisitCode
    centre: CentreId
    topic: str
    citizen: Address | None  # None: entered by a librarian, nobody to write to
    visitor: Visitor
    origin: Origin
    starts_at: datetime
    ends_at: datetime
    free_at: datetime  # the desk is free again: the end and the buffer after it
    state: BookingState
    made_at: datetime
    revision: int = 0  # grows with every move
    holds_desk: bool = True  # a walk-in taken beside the others holds none
    expires_at: datetime | None = None  # of an offer
    confirmed: bool = False  # the person has said «Приду»
    late: int | None = None  # minutes that the visitor has said to be late; 0 where no number was said
    called_up: bool = False  # a librarian has told a displaced person by phone
    reason: str | None = None
    outcome: OutcomeId | None = None
    rating: int | None = None
    taken_by: Address | None = None  # the librarian who receives the visitor

    @property
    def slot(self) -> Slot:
        """The slot that the booking holds."""
        return Slot(self.starts_at, self.ends_at, self.centre)

    def is_live(self, now: datetime) -> bool:
        """Whether the visit still lies ahead, or goes on."""
        return self.state is BookingState.BOOKED and self.ends_at > now


@dataclass(frozen=True, slots=True)
class Wish:
    """The slot, topic and visitor that somebody wants to book."""

    centre: CentreId
    topic: str
    starts_at: datetime
    visitor: Visitor


@dataclass(frozen=True, slots=True)
class DayWish:
    """A wish for any time on a day of the centre."""

    centre: CentreId
    topic: str
    day: date
    visitor: Visitor


WaitlistPlaceId = NewType("WaitlistPlaceId", int)


class WaitlistState(StrEnum):
    """The state of a waitlist entry."""

    WAITING = "waiting"
    OFFERED = "offered"
    SERVED = "served"
    PASSED = "passed"  # was offered a place and did not take it
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class WaitlistEntry:
    """Somebody waiting for a place to become free at a centre on a day of the centre."""

    id: WaitlistPlaceId
    citizen: Address
    visitor: Visitor
    centre: CentreId
    topic: str
    day: date
    joined_at: datetime
    state: WaitlistState = WaitlistState.WAITING
    offer: BookingId | None = None


ClosureId = NewType("ClosureId", int)


@dataclass(frozen=True, slots=True)
class Closure:
    """Hours taken away from a centre's timetable by a librarian."""

    id: ClosureId
    centre: CentreId
    interval: Interval
    reason: str | None
    closed_by: Address
    closed_at: datetime
