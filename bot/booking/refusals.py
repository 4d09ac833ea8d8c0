"""Why a desk says no: each refusal carries the facts, the screens find the words."""

from dataclasses import dataclass, field
from datetime import date, datetime

from bot.booking.booking import Booking, Slot


class Refusal(Exception):  # noqa: N818 - the word of the glossary: a rule says no, nothing has failed
    """A rule says no; nothing was written."""


@dataclass
class NotBookable(Refusal):
    """The centre is unknown, or its consultation hours are not."""

    centre: str


@dataclass
class TopicGone(Refusal):
    """There is no such topic (any more)."""

    topic: str


class Nameless(Refusal):
    """Nothing readable to call the person by."""


@dataclass
class OtherTimes(Refusal):
    """Not at that moment; the nearest free times instead, in order."""

    nearest: tuple[Slot, ...] = field(default=(), kw_only=True)


@dataclass
class JustTaken(OtherTimes):
    """All desks are taken then."""


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
    """So many live bookings (or places in line) are all a person may have."""

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
    """The offered place was not taken in time and has gone to the next in line."""


@dataclass
class StillFree(Refusal):
    """There are free times on that day: no need to stand in line."""

    slots: tuple[Slot, ...]


@dataclass
class SecondTap(Refusal):
    """The same button of the same message was pressed a moment ago: a slip of the hand, or one person more."""

    booking: Booking


@dataclass
class TooEarly(Refusal):
    """The visit has not begun: what became of it cannot be known yet."""

    starts_at: datetime
