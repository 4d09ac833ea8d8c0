"""Which librarians read their centre's group: who surely does is not written to personally."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock
from bot.people import Address

FRESH = timedelta(minutes=15)  # what is known of a member is asked again after so long
VALID = timedelta(hours=1)  # what could not be asked again for so long is no longer known


class Membership(Protocol):
    """What the messenger says; None where it does not say."""

    async def is_member(self, chat: Address, person: Address) -> bool | None: ...


Pairs = Callable[[], Iterable[tuple[Address, Address]]]  # each group with each librarian of its centres


class GroupMembers:
    """Which librarians surely read their group; in doubt people are written to twice rather than never."""

    def __init__(self, membership: Membership, pairs: Pairs, clock: Clock) -> None:
        self._membership = membership
        self._pairs = pairs
        self._clock = clock
        self._known: dict[tuple[Address, Address], tuple[bool, datetime]] = {}

    def is_in(self, chat: Address, person: Address) -> bool:
        """Whether this person surely reads the group."""
        member, at = self._known.get((chat, person), (False, self._clock.now()))
        return member and self._clock.now() - at < VALID

    async def look(self) -> None:
        """Asks about those of whom nothing is known lately; forgets those who are no longer asked about."""
        now, pairs = self._clock.now(), dict.fromkeys(self._pairs())
        self._known = {pair: known for pair, known in self._known.items() if pair in pairs}
        for pair in pairs:
            _, at = self._known.get(pair, (False, now - FRESH))
            if now - at >= FRESH and (member := await self._membership.is_member(*pair)) is not None:
                self._known[pair] = (member, now)
