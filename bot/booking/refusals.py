"""Why booking refuses something: each refusal carries the facts, the screens find the words."""

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.booking.booking import Booking, Slot


class Refusal(Exception):  # noqa: N818 - the word of the glossary: a rule says no, nothing has failed
    """A booking rule refused; nothing was written."""


@dataclass
class NotBookable(Refusal):
    """The centre is unknown, or its consultation hours are not."""

    centre: str


@dataclass
class TopicGone(Refusal):
    """There is no such topic (any more)."""

    topic: str


class Nameless(Refusal):
    """The visitor's name has nothing readable in it."""


@dataclass
class OtherTimes(Refusal):
    """The wished time is refused; carries the nearest free slots in order."""

    nearest: tuple[Slot, ...] = field(default=(), kw_only=True)


@dataclass
class JustTaken(OtherTimes):
    """All desks are taken at that time."""


@dataclass
class NotOffered(OtherTimes):
    """The day has consultations, but none begins at that moment."""


@dataclass
class ClosedDay(OtherTimes):
    """No consultations on that day of the centre."""

    day: date


@dataclass
class TooLate(Refusal):
    """The moment has passed, or the visit has begun."""

    starts_at: datetime


@dataclass
class TooSoon(Refusal):
    """Librarians are to be warned so many hours ahead; `earliest` is the first moment that may be booked."""

    notice_hours: int
    earliest: datetime


@dataclass
class TooFar(Refusal):
    """The timetable is open up to that day, inclusive."""

    last_day: date


@dataclass
class TooMany(Refusal):
    """The person has as many live bookings (or waitlist entries) as allowed."""

    limit: int


@dataclass
class Overlaps(Refusal):
    """The same visitor is already booked at that time."""

    booking: Booking


class Gone(Refusal):
    """There is no such booking, or it is over or cancelled."""


class NotYours(Refusal):
    """The booking is somebody else's, or the centre is not yours to serve."""


class OfferOver(Refusal):
    """The offer expired and the place went to the next on the waitlist."""


@dataclass
class NobodyReceives(Refusal):
    """Everybody who receives is absent on that day: nobody could book."""

    day: date


@dataclass
class StillFree(Refusal):
    """There are free times on that day: no need to join the waitlist."""

    slots: tuple[Slot, ...]


@dataclass
class SecondTap(Refusal):
    """The same button of the same message was pressed a moment ago: a slip of the hand, or one person more."""

    booking: Booking


@dataclass
class TooEarly(Refusal):
    """The visit has not begun: what became of it cannot be known yet."""

    starts_at: datetime
