"""The call list: people whose hours were closed and who have not chosen another time."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from bot.booking.booking import Booking
from bot.booking.closures.closure_service import ClosureService
from bot.centres.centre import CentreId
from bot.people import Address


class CitizenReach(Protocol):
    """Tells whether the messenger still delivers messages to a person."""

    async def reachable(self, person: Address) -> bool: ...


@dataclass(frozen=True, slots=True)
class Call:
    """One person to be called; `reached` says whether a message has reached them at all."""

    booking: Booking
    reached: bool


class CallList:
    """The call list of a centre; people whom no message reaches come first, for they know nothing yet."""

    def __init__(self, closing: ClosureService, people: CitizenReach) -> None:
        self._closing = closing
        self._people = people

    async def calls_at(self, librarian: Address, centre: CentreId) -> list[Call]:
        """The people to call at a centre, in the order in which to call. Raises NotBookable, NotYours."""
        found = await self.each(await self._closing.still_to_call(librarian, centre))
        return sorted(found, key=lambda call: (call.reached, call.booking.starts_at, call.booking.id))

    async def each(self, bookings: Iterable[Booking]) -> list[Call]:
        """Those people in their order, each with whether a message reaches them."""
        return [await self._call(one) for one in bookings]

    async def _call(self, booking: Booking) -> Call:
        return Call(booking, booking.citizen is not None and await self._people.reachable(booking.citizen))
