"""The notices about a booking: who gets them and when."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from bot.booking.booking import Booking, Closure, Slot, WaitlistEntry
from bot.centres.centre import Centre
from bot.outbox.notice import Notice, Payload
from bot.people import Address

# To the librarians of the centre.
BOOKING_MADE = "booking_made"
BOOKING_MOVED = "booking_moved"  # payload: from, the former start
BOOKING_CANCELLED = "booking_cancelled"
BOOKING_LATE = "booking_late"  # payload: minutes, 0 of unknown length
BOOKING_IN_TIME = "booking_in_time"  # after a lateness was taken back
# To the citizen.
REMINDER_EVE = "reminder_eve"
REMINDER_SOON = "reminder_soon"
PLACE_OFFERED = "place_offered"
OFFER_PASSED = "offer_passed"  # not taken in time; the next on the waitlist has it
VISIT_DISPLACED = "visit_displaced"  # payload: times, up to three proposed starts, by spaces; reason, or nothing
TIME_BACK = "time_back"  # the hours that displaced him are open again
LINE_CLOSED = "line_closed"  # the day he waits for was closed; payload: place, closure
VISIT_MOVED = "visit_moved"  # by a librarian
VISIT_CALLED_OFF = "visit_called_off"  # by a librarian
VISIT_OVER = "visit_over"  # the question whether it helped

EVE_AT, EVE_UNTIL = time(19), time(22)  # of the centre: nobody is woken by a late reminder
WAKING = time(8), time(21)  # of the centre: what need not be known at night waits for the morning
SOON = timedelta(hours=2)
RATING_FOR = timedelta(days=1)


def reminders(booking: Booking, centre: Centre, now: datetime) -> Iterator[Notice]:
    """The reminders still ahead: the evening before, and two hours before."""
    eve = centre.day(booking.starts_at) - timedelta(days=1)
    due, until = (datetime.combine(eve, at, centre.zone) for at in (EVE_AT, EVE_UNTIL))
    yield from _reminder(booking, REMINDER_EVE, due, until, now)
    yield from _reminder(booking, REMINDER_SOON, booking.starts_at - SOON, booking.starts_at, now)


def by_day(centre: Centre, now: datetime) -> datetime:
    """Now, or the next morning of the centre where it is night there."""
    wall = now.astimezone(centre.zone)
    opens, closes = WAKING
    if opens <= wall.time() < closes:
        return now
    morning = wall.date() + timedelta(days=int(wall.time() >= closes))
    return datetime.combine(morning, opens, centre.zone).astimezone(now.tzinfo)


def reminders_of(booking: Booking) -> str:
    """The prefix of the keys of all reminders of a booking."""
    return f"reminder:{booking.id}:"


def offer_of(booking: Booking) -> str:
    """The prefix of the key of the notice about an offered place."""
    return f"{PLACE_OFFERED}:{booking.id}:"


def rating_of(booking: Booking) -> str:
    """The prefix of the key of the question whether the visit helped."""
    return f"{VISIT_OVER}:{booking.id}:"


def to_librarians(
    kind: str, booking: Booking, librarians: Collection[Address], now: datetime, more: Payload | None = None
) -> Iterator[Notice]:
    """Notices to the librarians of the centre, valid until the visit is over."""
    for librarian in sorted(librarians):
        key = f"{kind}:{booking.id}:{booking.revision}:{librarian.channel}:{librarian.id}"
        yield Notice(librarian, kind, key, now, _payload(booking) | (more or {}), booking.ends_at)


def lateness(booking: Booking, librarians: Collection[Address], now: datetime) -> list[Notice]:
    """Notices to the librarians that a visitor will be late, or in time after all; each time it is said."""
    if booking.late is None:
        told = list(to_librarians(BOOKING_IN_TIME, booking, librarians, now))
    else:
        told = list(to_librarians(BOOKING_LATE, booking, librarians, now, {"minutes": booking.late}))
    return [replace(notice, dedupe_key=f"{notice.dedupe_key}:{now.isoformat()}") for notice in told]


def to_citizen(
    kind: str, booking: Booking, due: datetime, until: datetime, more: Payload | None = None
) -> list[Notice]:
    """A notice to the citizen; none for a booking without an address."""
    if booking.citizen is None:
        return []
    key = f"{kind}:{booking.id}:{booking.revision}"
    return [Notice(booking.citizen, kind, key, due, _payload(booking) | (more or {}), until)]


def displaced(booking: Booking, proposed: Iterable[Slot], now: datetime, reason: str | None = None) -> list[Notice]:
    """The notice that the hours are closed, with other times to choose from."""
    told: Payload = {"times": " ".join(slot.starts_at.isoformat() for slot in proposed)}
    if reason:
        told["reason"] = reason
    return to_citizen(VISIT_DISPLACED, booking, now, booking.starts_at, told)


def time_back(booking: Booking, closure: Closure, now: datetime) -> list[Notice]:
    """The offer of the old time to a displaced person, after the closure was taken back."""
    told = to_citizen(TIME_BACK, booking, now, booking.starts_at)
    return [replace(notice, dedupe_key=f"{notice.dedupe_key}:{closure.id}") for notice in told]


def line_closed(place: WaitlistEntry, closure: Closure, centre: Centre, now: datetime) -> Notice:
    """The notice to somebody on the waitlist that the day is closed; it expires with that day."""
    until = datetime.combine(place.day + timedelta(days=1), time(), centre.zone).astimezone(UTC)
    key = f"{LINE_CLOSED}:{place.id}:{closure.id}"
    return Notice(place.citizen, LINE_CLOSED, key, now, {"place": place.id, "closure": closure.id}, until)


def whether_it_helped(booking: Booking, now: datetime) -> list[Notice]:
    """The question whether it helped, due when the visit is over."""
    due = max(now, booking.ends_at)
    return to_citizen(VISIT_OVER, booking, due, due + RATING_FOR)


def _reminder(booking: Booking, kind: str, due: datetime, until: datetime, now: datetime) -> Iterator[Notice]:
    if booking.citizen and due > now:
        key = f"{reminders_of(booking)}{booking.revision}:{kind}"
        yield Notice(booking.citizen, kind, key, due.astimezone(UTC), _payload(booking), until.astimezone(UTC))


def _payload(booking: Booking) -> Payload:
    return {"booking": booking.id, "revision": booking.revision}
