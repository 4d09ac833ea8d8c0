"""Notes contacts behind the answer: never slowing it, never failing it."""

import asyncio

import structlog

from bot.clock import Clock
from bot.people import Address
from bot.stats.contact import Contact, Contacts, Kind, Pseudonyms

FLUSH_SECONDS = 0.2
MAX_WAITING = 10_000  # rows; beyond them the disk has been failing for long and the newest are counted as lost

log = structlog.get_logger()


class Journal:
    """Gathers contacts and writes them in batches, at most FLUSH_SECONDS late."""

    def __init__(self, contacts: Contacts, pseudonyms: Pseudonyms, clock: Clock) -> None:
        self._contacts = contacts
        self._pseudonyms = pseudonyms
        self._clock = clock
        self._waiting: list[Contact] = []
        self._some = asyncio.Event()

    def note(self, person: Address, kind: Kind, article: str | None = None, detail: str | None = None) -> None:
        """Counts one contact; returns at once."""
        if len(self._waiting) >= MAX_WAITING:
            log.error("journal.full", kind=kind)
            return
        name = self._pseudonyms.of(person)
        self._waiting.append(Contact(self._clock.now(), person.channel, kind, name, article, detail))
        self._some.set()

    async def rate(self, person: Address, article: str, *, helped: bool) -> bool:
        """Keeps the opinion of the day on an answer; whether it is new or changed."""
        name, now = self._pseudonyms.of(person), self._clock.now()
        if not await self._contacts.rate(name, article, now, helped=helped):
            return False
        self.note(person, Kind.OPINION, article, "helped" if helped else "not_helped")
        return True

    async def run(self) -> None:
        """Works until cancelled; what waits then is written by `flush`."""
        while True:
            await self._some.wait()
            await asyncio.sleep(FLUSH_SECONDS)
            await self.flush()

    async def flush(self) -> None:
        """Writes what waits; on failure it waits on."""
        batch, self._waiting = self._waiting, []
        self._some.clear()
        if not batch:
            return
        try:
            await self._contacts.add(batch)
        except Exception:  # the last guard: figures must never stop answers
            log.exception("journal.not_written", rows=len(batch))
            self._waiting = batch + self._waiting
            self._some.set()
            await asyncio.sleep(FLUSH_SECONDS * 5)
