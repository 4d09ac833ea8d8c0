"""Counts contacts for the figures, behind the answer."""

from bot.clock import Clock
from bot.people import Address
from bot.stats.contact import Contact, Contacts, Kind, Pseudonyms
from bot.write_behind import WriteBehind


class Journal:
    """One row a contact; an opinion on an answer counts once a day."""

    def __init__(self, behind: WriteBehind[Contact], contacts: Contacts, pseudonyms: Pseudonyms, clock: Clock) -> None:
        self._behind = behind
        self._contacts = contacts
        self._pseudonyms = pseudonyms
        self._clock = clock

    def note(self, person: Address, kind: Kind, article: str | None = None, detail: str | None = None) -> None:
        """Counts one contact; returns at once."""
        name = self._pseudonyms.of(person)
        self._behind.put(Contact(self._clock.now(), person.channel, kind, name, article, detail))

    async def rate(self, person: Address, article: str, *, helped: bool) -> bool:
        """Keeps the opinion of the day on an answer; whether it is new or changed."""
        name, now = self._pseudonyms.of(person), self._clock.now()
        if not await self._contacts.rate(name, article, now, helped=helped):
            return False
        self.note(person, Kind.OPINION, article, "helped" if helped else "not_helped")
        return True

    async def settle(self) -> None:
        """Writes what waits now, so that what comes next finds every row."""
        await self._behind.flush()
