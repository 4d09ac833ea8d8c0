"""Whether a time may be booked: one list of rules for citizens, librarians, moves and the waitlist. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.booking.booking import Booking, BookingState, Interval, Slot, Visitor
from bot.booking.capacity import desks_on
from bot.booking.limits import BookingLimits
from bot.booking.refusals import ClosedDay, JustTaken, NotOffered, Overlaps, Refusal, TooFar, TooLate, TooMany, TooSoon
from bot.booking.slots import Occupancy, bookable_days, crowd, day_grid, earliest
from bot.centres.centre import Centre
from bot.people import Address


@dataclass(frozen=True, slots=True)
class ProposedTime:
    """A time that somebody would like; what is not known of it yet forbids nothing."""

    centre: Centre
    length: timedelta
    day: date
    starts_at: datetime | None = None  # in UTC, a moment of the day
    citizen: Address | None = None  # whose other bookings count; None where nobody's do
    visitor: Visitor | None = None
    moved: Booking | None = None  # the booking that is to be moved there: it is not in its own way
    notice: bool = True  # librarians need no warning of their own bookings
    is_held: bool = False  # the place is held for this person already

    @property
    def slot(self) -> Slot | None:
        """The slot from the start on, where it is known."""
        return slot_at(self.centre, self.starts_at, self.length) if self.starts_at else None

    def since(self, now: datetime) -> datetime:
        """The first moment that may be booked."""
        return earliest(self.centre, now) if self.notice else now


@dataclass(frozen=True, slots=True)
class Situation:
    """What the rules look at: the moment, what is taken on that day, the citizen's other bookings."""

    now: datetime
    limits: BookingLimits
    occupancy: Occupancy
    others: Sequence[Booking] = ()


def refusal_of(asked: ProposedTime, situation: Situation) -> Refusal | None:
    """Why the time may not be booked; None where it may, as far as it is known."""
    rules = (*(() if asked.is_held else _OF_TIMETABLE), _no_two_at_once, _not_too_many, _a_desk_is_free)
    return next((no for rule in rules if (no := rule(asked, situation))), None)


def too_many(others: Sequence[Booking], limits: BookingLimits) -> TooMany | None:
    """Why a citizen with these bookings may have no other; None where the person may."""
    return TooMany(limits.live_bookings) if len(others) >= limits.live_bookings else None


def slot_at(centre: Centre, starts_at: datetime, length: timedelta) -> Slot:
    """The slot from a moment on, in UTC."""
    start = starts_at.astimezone(UTC)
    return Slot(start, start + length, centre.id)


def _not_passed(asked: ProposedTime, situation: Situation) -> TooLate | None:
    last = asked.starts_at or _last_start(asked, situation)
    if last is None and asked.day < asked.centre.day(situation.now):
        last = datetime.combine(asked.day, time(), asked.centre.zone)
    return TooLate(last) if last and last <= situation.now else None


def _told_in_time(asked: ProposedTime, situation: Situation) -> TooSoon | None:
    since = asked.since(situation.now)
    last = asked.starts_at or _last_start(asked, situation)
    if last is None or last >= since:
        return None
    return TooSoon(asked.centre.consultations.notice_hours if asked.centre.consultations else 0, since)


def _within_the_horizon(asked: ProposedTime, situation: Situation) -> TooFar | None:
    last = bookable_days(asked.centre, situation.now).last
    return TooFar(last) if asked.day > last else None


def _on_an_open_day(asked: ProposedTime, situation: Situation) -> ClosedDay | None:
    return None if _grid(asked, situation) else ClosedDay(asked.day)


def _at_a_beginning(asked: ProposedTime, situation: Situation) -> NotOffered | None:
    return NotOffered() if asked.slot and asked.slot not in _grid(asked, situation) else None


def _no_two_at_once(asked: ProposedTime, situation: Situation) -> Overlaps | None:
    """One visitor is in one place; a visitor not named yet may be another one."""
    if (slot := asked.slot) is None or (visitor := asked.visitor) is None:
        return None
    same = (one for one in _meeting(slot, situation) if one.visitor.key == visitor.key)
    return next((Overlaps(one) for one in same), None)


def _not_too_many(asked: ProposedTime, situation: Situation) -> TooMany | None:
    return too_many(situation.others, situation.limits) if asked.citizen else None


def _a_desk_is_free(asked: ProposedTime, situation: Situation) -> Overlaps | JustTaken | None:
    """A time that is taken by the citizen's own booking is not called taken while it is not said who comes."""
    if asked.is_held or (slot := asked.slot) is None:
        return None
    desks = desks_on(asked.centre, asked.day, situation.occupancy.capacity)
    if crowd(situation.occupancy.held, Interval(slot.starts_at, slot.ends_at + situation.limits.buffer)) < desks:
        return None
    own = () if asked.visitor else _meeting(slot, situation)
    return next((Overlaps(one) for one in own), JustTaken())


Rule = Callable[[ProposedTime, Situation], Refusal | None]
_OF_TIMETABLE: tuple[Rule, ...] = (
    *(_not_passed, _within_the_horizon, _on_an_open_day),
    *(_at_a_beginning, _told_in_time),  # «too soon» is said of what could have been booked
)


def _grid(asked: ProposedTime, situation: Situation) -> list[Slot]:
    return day_grid(asked.centre, asked.day, asked.length, situation.occupancy)


def _last_start(asked: ProposedTime, situation: Situation) -> datetime | None:
    grid = _grid(asked, situation)
    return grid[-1].starts_at if grid else None


def _meeting(slot: Slot, situation: Situation) -> list[Booking]:
    """The citizen's other bookings that share a moment with the slot."""
    booked = (one for one in situation.others if one.state is BookingState.BOOKED)
    return [one for one in booked if one.slot.interval.overlaps(slot.interval)]
