"""What all services of booking share: the unit of work, the centres, the recipients, the limits, the clock."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from bot.booking.booking import Slot
from bot.booking.capacity import desks_on
from bot.booking.limits import BookingLimits
from bot.booking.refusals import NotBookable, NotYours, TopicGone
from bot.booking.slots import DAY, BookableDays, Occupancy, bookable_days, day_bounds, earliest, free_slots, nearest
from bot.booking.unit_of_work import Transaction, UnitOfWork
from bot.centres.centre import Centre, CentreId
from bot.clock import Clock
from bot.people import Address
from bot.region.topics import Topic

OTHER_TIMES = 3  # that a person is told instead of the one he cannot have
_WIDENING = (1, 6, 400)  # days around the wish in which other times are looked for
_CLOCK_CHANGE = timedelta(hours=1)


class NoticeRecipients(Protocol):
    """Who works at a centre; asked at every press, so it answers from memory."""

    def notice_recipients(self, centre: CentreId) -> Collection[Address]:
        """The addresses that get the notices about the centre's bookings."""
        ...

    def works_at(self, person: Address, centre: CentreId) -> bool:
        """Whether this person may see and change the day of the centre."""
        ...


@dataclass(frozen=True, slots=True)
class BookingContext:
    """The collaborators of the booking services; `centre`, `topic` and `staff` give the current state."""

    unit_of_work: UnitOfWork
    centre: Callable[[str], Centre | None]
    topic: Callable[[str], Topic | None]
    staff: NoticeRecipients
    clock: Clock
    wake: Callable[[], None]
    limits: BookingLimits = field(default_factory=BookingLimits)

    def bookable(self, id_: str) -> Centre:
        """The centre with its consultation hours. Raises NotBookable."""
        centre = self.known(id_)
        if centre.consultations is None:
            raise NotBookable(id_)
        return centre

    def known(self, id_: str) -> Centre:
        """The centre, whether it takes bookings now or not. Raises NotBookable."""
        centre = self.centre(id_)
        if centre is None:
            raise NotBookable(id_)
        return centre

    def length(self, topic: str) -> timedelta:
        """How long a visit about the topic takes. Raises TopicGone."""
        known = self.topic(topic)
        if known is None:
            raise TopicGone(topic)
        return timedelta(minutes=known.minutes)

    def desks(self, centre: Centre) -> int:
        """How many people the centre receives at once on usual days."""
        return centre.consultations.desks if centre.consultations else 0

    def desks_at(self, tx: Transaction, centre: Centre, moment: datetime) -> int:
        """How many people the centre receives at once on the day of a moment."""
        day = centre.day(moment)
        return desks_on(centre, day, tx.capacity.on_days(centre.id, BookableDays(day, day)))

    def check_serves(self, person: Address, centre: CentreId) -> None:
        """Checks that the person works at the centre. Raises NotYours."""
        if not self.staff.works_at(person, centre):
            raise NotYours

    def free(
        self, tx: Transaction, centre: Centre, days: BookableDays, length: timedelta, since: datetime
    ) -> list[Slot]:
        """The free times of those days from a moment on."""
        return free_slots(centre, days, length, self.occupancy(tx, centre, days), since, self.limits.buffer)

    def occupancy(self, tx: Transaction, centre: Centre, days: BookableDays) -> Occupancy:
        """The held desks and closed hours of those days."""
        within = day_bounds(centre, days)
        closed = [closure.interval for closure in tx.closures.within(centre.id, within)]
        opened = [extra.interval for extra in tx.extra.within(centre.id, within)]
        return Occupancy(tx.bookings.held(centre.id, within), closed, tx.capacity.on_days(centre.id, days), opened)

    def other_times(self, tx: Transaction, centre: Centre, length: timedelta, wish: datetime) -> tuple[Slot, ...]:
        """The free times nearest to a wish, looked for farther and farther around it."""
        now = self.clock.now()
        around, bookable = centre.day(wish), bookable_days(centre, now)
        found: list[Slot] = []
        for reach in _WIDENING:
            days = BookableDays(max(bookable.first, around - reach * DAY), min(bookable.last, around + reach * DAY))
            found = self.free(tx, centre, days, length, earliest(centre, now))
            surely = [slot for slot in found if abs(slot.starts_at - wish) <= reach * DAY - _CLOCK_CHANGE]
            if len(surely) >= OTHER_TIMES:
                return nearest(surely, wish, OTHER_TIMES)
        return nearest(found, wish, OTHER_TIMES)
