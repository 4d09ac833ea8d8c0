"""What the desks need of the store: one open transaction, and a way to open it.

A use case is one function of a Transaction: what it changes and what it promises is written together or not at all.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Protocol, TypeVar

from bot.booking.booking import (
    Booking,
    BookingId,
    Closure,
    ClosureId,
    Interval,
    PlaceInLineId,
    WaitlistEntry,
)
from bot.centres.centre import CentreId
from bot.inbox.request_key import Requests
from bot.outbox.notice import Notice
from bot.people import Address

R = TypeVar("R")


class BookingStore(Protocol):
    """The table of bookings."""

    def take(self, booking: Booking, desks: int) -> Booking:
        """Writes a new booking (id 0; it gets its id and code) or a changed one at a place that must be free.

        The database decides. Raises JustTaken, and then nothing of it is written.
        """
        ...

    def keep(self, booking: Booking) -> Booking:
        """Writes what changed; the place stays or is given up."""
        ...

    def find_booking(self, id_: BookingId) -> Booking | None: ...

    def held(self, centre: CentreId, within: Interval) -> list[Interval]:
        """The times for which desks are held, buffers included."""
        ...

    def of_citizen(self, citizen: Address, since: datetime) -> list[Booking]:
        """Booked, offered and displaced ones that end after a moment, the soonest first."""
        ...

    def at_centre(self, centre: CentreId, within: Interval) -> list[Booking]:
        """All that begin within, whatever their state, in order."""
        ...

    def displaced(self, centre: CentreId, since: datetime) -> list[Booking]:
        """Those whose hours were closed and who were to come after a moment, in order."""
        ...

    def expired_offers(self, now: datetime) -> list[Booking]: ...

    def forget(self, citizen: Address) -> None:
        """Nobody can be named from what is left."""
        ...


class WaitlistStore(Protocol):
    """The table of places in line."""

    def join(self, place: WaitlistEntry) -> WaitlistEntry: ...

    def change(self, place: WaitlistEntry) -> None: ...

    def find_entry(self, id_: PlaceInLineId) -> WaitlistEntry | None: ...

    def waiting(self, centre: CentreId, day: date) -> list[WaitlistEntry]:
        """Those not offered anything yet, the first in line first."""
        ...

    def of_citizen(self, citizen: Address, since: date) -> list[WaitlistEntry]:
        """Waiting or offered, from a day on."""
        ...

    def offered(self, offer: BookingId) -> WaitlistEntry | None: ...

    def days(self, since: date) -> list[tuple[CentreId, date]]:
        """Where and when anybody waits."""
        ...

    def forget(self, citizen: Address) -> None: ...


class ClosureStore(Protocol):
    """The table of closures."""

    def add(self, closure: Closure) -> Closure: ...

    def find_closure(self, id_: ClosureId) -> Closure | None: ...

    def within(self, centre: CentreId, within: Interval) -> list[Closure]: ...

    def remove(self, id_: ClosureId) -> None: ...


class OutboxStore(Protocol):
    """Promises that stand or fall with the transaction."""

    def put(self, promises: Iterable[Notice]) -> None: ...

    def withdraw(self, prefix: str) -> None:
        """Those not kept yet whose key begins so."""
        ...


class Transaction(Protocol):
    """The tables as they stand while nobody else can write."""

    @property
    def bookings(self) -> BookingStore: ...

    @property
    def line(self) -> WaitlistStore: ...

    @property
    def closures(self) -> ClosureStore: ...

    @property
    def outbox(self) -> OutboxStore: ...

    @property
    def requests(self) -> Requests: ...


class UnitOfWork(Protocol):
    """Opens transactions; what raises is rolled back."""

    async def write(self, work: Callable[[Transaction], R]) -> R: ...

    async def read(self, work: Callable[[Transaction], R]) -> R: ...
