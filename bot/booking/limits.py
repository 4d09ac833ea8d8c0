"""How many bookings and waitlist entries one person may have, and how long a place is held."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class BookingLimits:
    """The limits that the rules of booking and of the waitlist ask for."""

    live_bookings: int = 3  # ahead, of one person, a displaced one among them
    waitlist_entries: int = 3  # of one person
    buffer: timedelta = timedelta()  # between visits at a desk, at most an hour
    offer: timedelta = timedelta(minutes=30)  # a freed place is held for one person
