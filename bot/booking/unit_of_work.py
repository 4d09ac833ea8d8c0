"""The unit of work of booking: one open transaction, and a way to open it.

A use case is one function of a Transaction: what it changes and what it promises is written together or not at all.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Protocol, TypeVar

from bot.audit import AuditStore
from bot.booking.absences.absence import AbsenceStore
from bot.booking.booking import (
    Booking,
    BookingId,
    Closure,
    ClosureId,
    Interval,
    WaitlistEntry,
    WaitlistPlaceId,
)
from bot.booking.capacity import Capacity, CapacityChange, CapacityChangeId
from bot.booking.consultation_log.entry import ConsultationLogStore
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.extra_hours import ExtraHoursStore
from bot.centres.centre import CentreId
from bot.inbox.request_key import Requests
from bot.outbox.notice import Notice
from bot.people import Address

R = TypeVar("R")


class BookingStore(Protocol):
    """The bookings table inside an open transaction."""

    def take(self, booking: Booking, desks: int) -> Booking:
        """Writes a new booking (id 0; it gets its id and code) or a changed one at a place that must be free.

        The database decides. Raises JustTaken, and then nothing of it is written.
        """
        ...

    def keep(self, booking: Booking) -> Booking:
        """Writes a changed booking whose slot stays or is given up."""
        ...

    def find_booking(self, id_: BookingId) -> Booking | None: ...

    def held(self, centre: CentreId, within: Interval) -> list[Interval]:
        """The intervals for which desks are held, buffers included."""
        ...

    def of_citizen(self, citizen: Address, since: datetime) -> list[Booking]:
        """A citizen's booked, offered and displaced bookings that end after a moment, the soonest first."""
        ...

    def at_centre(self, centre: CentreId, within: Interval) -> list[Booking]:
        """The bookings of a centre that begin within an interval, in any state, in order."""
        ...

    def displaced(self, centre: CentreId, since: datetime) -> list[Booking]:
        """The displaced bookings of a centre after a moment, in order."""
        ...

    def expired_offers(self, now: datetime) -> list[Booking]: ...


class WaitlistStore(Protocol):
    """The waitlist table inside an open transaction."""

    def join(self, place: WaitlistEntry) -> WaitlistEntry: ...

    def change(self, place: WaitlistEntry) -> None: ...

    def find_entry(self, id_: WaitlistPlaceId) -> WaitlistEntry | None: ...

    def waiting(self, centre: CentreId, day: date) -> list[WaitlistEntry]:
        """The entries of a day without an offer yet, the first on the list first."""
        ...

    def of_citizen(self, citizen: Address, since: date) -> list[WaitlistEntry]:
        """A citizen's entries from a day on, waiting or offered."""
        ...

    def offered(self, offer: BookingId) -> WaitlistEntry | None: ...

    def days(self, since: date) -> list[tuple[CentreId, date]]:
        """The centres and days with somebody waiting."""
        ...


class ClosureStore(Protocol):
    """The closures table inside an open transaction."""

    def add(self, closure: Closure) -> Closure: ...

    def find_closure(self, id_: ClosureId) -> Closure | None: ...

    def within(self, centre: CentreId, within: Interval) -> list[Closure]: ...

    def remove(self, id_: ClosureId) -> None: ...


class CapacityStore(Protocol):
    """The other numbers of desks inside an open transaction."""

    def add(self, change: CapacityChange) -> CapacityChange: ...

    def within(self, centre: CentreId, days: BookableDays) -> list[CapacityChange]:
        """The changes of a centre that hold on some of the days."""
        ...

    def on_days(self, centre: CentreId, days: BookableDays) -> Capacity:
        """The changes with the absences of the centre's librarians on those days, and how many librarians it has."""
        ...

    def find_change(self, id_: CapacityChangeId) -> CapacityChange | None: ...

    def remove(self, id_: CapacityChangeId) -> None: ...


class OutboxStore(Protocol):
    """The outbox inside an open transaction: notices are queued or lost together with it."""

    def put(self, promises: Iterable[Notice]) -> None: ...

    def waiting(self, prefix: str) -> list[Notice]:
        """The unsent notices whose key begins so, in the order of queuing."""
        ...

    def withdraw(self, prefix: str) -> None:
        """Deletes the unsent notices whose key begins so."""
        ...


class PersonEraser(Protocol):
    """A person's rows of all tables, those of booking and any other."""

    def erase(self, person: Address) -> None: ...


class Transaction(Protocol):
    """All tables of booking inside one open transaction."""

    @property
    def bookings(self) -> BookingStore: ...

    @property
    def line(self) -> WaitlistStore: ...

    @property
    def closures(self) -> ClosureStore: ...

    @property
    def absences(self) -> AbsenceStore: ...

    @property
    def extra(self) -> ExtraHoursStore: ...

    @property
    def capacity(self) -> CapacityStore: ...

    @property
    def outbox(self) -> OutboxStore: ...

    @property
    def requests(self) -> Requests: ...

    @property
    def audit(self) -> AuditStore: ...

    @property
    def log(self) -> ConsultationLogStore: ...

    @property
    def personal_rows(self) -> PersonEraser: ...


class UnitOfWork(Protocol):
    """Opens transactions; an exception inside rolls back."""

    async def write(self, work: Callable[[Transaction], R]) -> R: ...

    async def read(self, work: Callable[[Transaction], R]) -> R: ...
