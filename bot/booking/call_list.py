"""Whom a librarian is to call: people whose hours were closed and who have not chosen other ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from bot.booking.booking import Booking
from bot.booking.closures import ClosureService
from bot.centres.centre import CentreId
from bot.people import Address


class CitizenReach(Protocol):
    """Whether the messenger still brings messages to a person."""

    async def reachable(self, person: Address) -> bool: ...


@dataclass(frozen=True, slots=True)
class Call:
    """One person to be called; `reached` says whether he was written to at all."""

    booking: Booking
    reached: bool


class CallList:
    """Those whom no message reaches come first: they know nothing yet."""

    def __init__(self, closing: ClosureService, people: CitizenReach) -> None:
        self._closing = closing
        self._people = people

    async def calls_at(self, librarian: Address, centre: CentreId) -> list[Call]:
        """In the order in which to call. Raises NotBookable, NotYours."""
        found = await self.each(await self._closing.still_to_call(librarian, centre))
        return sorted(found, key=lambda call: (call.reached, call.booking.starts_at, call.booking.id))

    async def each(self, bookings: Iterable[Booking]) -> list[Call]:
        """Those people, and whether a message reaches them; in their order."""
        return [await self._call(one) for one in bookings]

    async def _call(self, booking: Booking) -> Call:
        return Call(booking, booking.citizen is not None and await self._people.reachable(booking.citizen))
