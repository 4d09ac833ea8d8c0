"""Counts contacts for the figures, behind the answer."""

from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.people import Address
from bot.stats.contact import Contact, Contacts, Kind, Pseudonyms
from bot.write_behind import WriteBehind


class Journal:
    """One row a contact; an opinion on an answer counts once a day of the region."""

    def __init__(
        self,
        behind: WriteBehind[Contact],
        contacts: Contacts,
        pseudonyms: Pseudonyms,
        clock: Clock,
        zone: ZoneInfo,
    ) -> None:
        self._behind = behind
        self._contacts = contacts
        self._pseudonyms = pseudonyms
        self._clock = clock
        self._zone = zone

    def note(
        self,
        person: Address,
        kind: Kind,
        article: str | None = None,
        detail: str | None = None,
        *,
        centre: str | None = None,
        topic: str | None = None,
    ) -> None:
        """Counts one contact; returns at once."""
        at, name = self._clock.now().astimezone(self._zone), self._pseudonyms.of(person)
        if kind is Kind.READ and article is None:  # an old button: the article is gone, nothing was read
            kind, detail = Kind.ODD, "gone"
        self._behind.put(Contact(at, person.channel, kind, name, article, detail, centre, topic))

    async def rate(self, person: Address, article: str, *, helped: bool) -> bool:
        """Keeps the opinion of the day on an answer; whether it is new or changed."""
        name, now = self._pseudonyms.of(person), self._clock.now().astimezone(self._zone)
        if not await self._contacts.rate(name, article, now, helped=helped):
            return False
        self.note(person, Kind.OPINION, article, "helped" if helped else "not_helped")
        return True

    async def settle(self) -> None:
        """Writes what waits now, so that what comes next finds every row."""
        await self._behind.flush()
