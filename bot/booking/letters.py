"""Daily letters to librarians: the day ahead, unmarked visits, consultation hours about to end."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from bot.booking.booking import Booking, BookingState
from bot.booking.slots import DAY, BookableDays, day_bounds, runs_out
from bot.booking.unit_of_work import Transaction, UnitOfWork
from bot.centres.centre import Centre, CentreId
from bot.clock import Clock
from bot.outbox.notice import Notice
from bot.people import Address

# All with payload: centre, day.
DAY_AHEAD = "day_ahead"
VISITS_UNMARKED = "visits_unmarked"
HOURS_END = "hours_end"  # day is the last one on which people are received

MORNING, NOON = time(8, 30), time(12)  # of the centre: the day ahead is told between them
EVENING, NIGHT = time(17), time(21)  # unmarked visits are told from the evening on; nobody is woken
AFTER_THE_LAST = timedelta(minutes=15)
WARNED = timedelta(days=7)  # before the last day


class LetterRecipients(Protocol):
    """Who gets the daily letters of a centre."""

    @property
    def admins(self) -> frozenset[Address]: ...

    def notice_recipients(self, centre: CentreId) -> Collection[Address]: ...


class LetterOutbox(Protocol):
    """The outbox; a notice with a known key is not queued again."""

    async def promise(self, promises: Iterable[Notice]) -> int:
        """Queues the notices and returns how many of them are new."""
        ...


class LibrarianLetters:
    """Finds the letters that are due from the clock and the outbox; keeps no state of its own."""

    def __init__(
        self,
        unit_of_work: UnitOfWork,
        centres: Callable[[], Iterable[Centre]],
        staff: LetterRecipients,
        promises: LetterOutbox,
        clock: Clock,
    ) -> None:
        self._unit_of_work = unit_of_work
        self._centres = centres
        self._staff = staff
        self._promises = promises
        self._clock = clock
        # Saves the work of a minute; the key of the notice is what keeps it from being said twice.
        self._looked_ahead: dict[CentreId, date] = {}

    async def send_due(self) -> bool:
        """Queues the letters that are due now; whether any is new."""
        now = self._clock.now()
        centres = [one for one in self._centres() if one.consultations and self._staff.notice_recipients(one.id)]
        due = [promise for centre in centres for promise in self._morning(centre, now)]
        due += await self._unit_of_work.read(
            lambda tx: [one for centre in centres for one in self._evening(tx, centre, now)]
        )
        for centre in centres:
            due += self._season(centre, now)
            await asyncio.sleep(0)  # reading a month of hours takes a while, and somebody waits for an answer
        return bool(due and await self._promises.promise(due))

    def _morning(self, centre: Centre, now: datetime) -> Iterator[Notice]:
        day = centre.day(now)
        due, until = _at(centre, day, MORNING), _at(centre, day, NOON)
        if due <= now < until:
            yield from self._to(self._staff.notice_recipients(centre.id), DAY_AHEAD, centre, day, (due, until))

    def _evening(self, tx: Transaction, centre: Centre, now: datetime) -> Iterator[Notice]:
        """Queues the evening letter of today, or in the morning that of yesterday."""
        if not MORNING <= now.astimezone(centre.zone).time() < NIGHT:
            return
        today = centre.day(now)
        for day in (today - DAY, today):
            booked = still_booked(tx, centre, day)
            over = max((one.ends_at for one in booked), default=now) + AFTER_THE_LAST
            due, until = max(over, _at(centre, day, EVENING)), _at(centre, day + DAY, NOON)
            if booked and due <= now < until:
                yield from self._to(
                    self._staff.notice_recipients(centre.id), VISITS_UNMARKED, centre, day, (due, until)
                )

    def _season(self, centre: Centre, now: datetime) -> Iterator[Notice]:
        today = centre.day(now)
        if self._looked_ahead.get(centre.id) == today or not MORNING <= now.astimezone(centre.zone).time() < NIGHT:
            return
        self._looked_ahead[centre.id] = today
        last = runs_out(centre, now)
        if last and last - today <= WARNED:
            everybody = self._staff.admins.union(self._staff.notice_recipients(centre.id))
            yield from self._to(everybody, HOURS_END, centre, last, (now, _at(centre, last + DAY, time())))

    def _to(
        self, people: Iterable[Address], kind: str, centre: Centre, day: date, worth: tuple[datetime, datetime]
    ) -> Iterator[Notice]:
        due, until = worth
        for person in sorted(people):
            key = f"{kind}:{centre.id}:{day}:{person.channel}:{person.id}"
            yield Notice(person, kind, key, due, {"centre": centre.id, "day": day.isoformat()}, until)


def still_booked(tx: Transaction, centre: Centre, day: date) -> list[Booking]:
    """The visits of a day that are neither marked nor given up, in order."""
    found = tx.bookings.at_centre(centre.id, day_bounds(centre, BookableDays(day, day)))
    return [one for one in found if one.state is BookingState.BOOKED]


def _at(centre: Centre, day: date, at: time) -> datetime:
    return datetime.combine(day, at, centre.zone).astimezone(UTC)
