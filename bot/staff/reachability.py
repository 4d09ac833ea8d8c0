"""Which librarians and admins can be written to, learned from what they write and from what reaches them."""

from collections.abc import Awaitable, Callable, Collection
from typing import Protocol

from bot.people import Address


class StaffReachStore(Protocol):
    """The stored reachability of librarians and admins."""

    async def reached(self, people: Collection[Address]) -> frozenset[Address]: ...

    async def hear(self, person: Address) -> bool:
        """Notes that messages reach this person and makes failed notices due again; whether that is news."""
        ...

    async def lose(self, person: Address) -> None: ...

    async def revive(self, person: Address, *, works_here: bool) -> None:
        """What could not be told to this person before is due again; of who works here no more, what citizens get."""
        ...


class Reachability:
    """Follows whether messages reach librarians and admins; of citizens nothing is noted here."""

    def __init__(
        self,
        reach: StaffReachStore,
        is_staff: Callable[[Address], bool],
        hand_on: Callable[[Address], Awaitable[None]],
        wake: Callable[[], None],
    ) -> None:
        """`hand_on` gives somebody who can be reached now the questions that have reached nobody."""
        self._reach = reach
        self._is_staff = is_staff
        self._hand_on = hand_on
        self._wake = wake

    async def reaches(self, people: Collection[Address]) -> bool:
        """Whether messages reach any of these people, who work here."""
        return bool(await self._reach.reached(people))

    async def heard(self, person: Address) -> None:
        """The person has written in private, or a notice has arrived."""
        if self._is_staff(person) and await self._reach.hear(person):
            await self._hand_on(person)
            self._wake()

    async def missed(self, person: Address) -> None:
        """A notice could not arrive: the person has never pressed «Начать», or has stopped the bot."""
        if self._is_staff(person):
            await self._reach.lose(person)

    async def returned(self, person: Address) -> None:
        """Anybody who had stopped the bot, and lets it write again."""
        await self._reach.revive(person, works_here=self._is_staff(person))
        await self.heard(person)
        self._wake()
