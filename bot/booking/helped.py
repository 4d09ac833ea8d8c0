"""The letter of the month to each librarian: how many people they have helped."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.booking.letters import LetterOutbox
from bot.centres.hours.hours import Hours
from bot.clock import Clock
from bot.outbox.notice import Notice
from bot.people import Address

HELPED_LAST_MONTH = "helped_last_month"  # payload: channel, person; first and last, the days of the month
AT = time(9)  # of the region, on the first working day
GOOD_FOR = timedelta(days=2)
_DAY = timedelta(days=1)


class HelpedCount(Protocol):
    """How many people somebody has helped: visits received, and people of the consultation log."""

    async def helped_by(self, person: Address, first: date, last: date) -> int: ...


class Librarians(Protocol):
    """Everybody who works at any centre."""

    @property
    def people(self) -> Collection[Address]: ...


@dataclass
class HelpedLetters:
    """Finds the letters that are due from the clock; the key of a notice keeps it from being said twice."""

    librarians: Librarians
    outbox: LetterOutbox
    clock: Clock
    zone: ZoneInfo

    async def send_due(self) -> bool:
        """Queues the letters of this month, where its first working morning has come; whether any is new."""
        now = self.clock.now()
        due = self._due(now.astimezone(self.zone).date().replace(day=1))
        if not due <= now < due + GOOD_FOR:
            return False
        return bool(await self.outbox.promise(self._letters(due)))

    def _letters(self, due: datetime) -> Iterator[Notice]:
        last = due.astimezone(self.zone).date().replace(day=1) - _DAY
        first = last.replace(day=1)
        for person in sorted(self.librarians.people):
            key = f"{HELPED_LAST_MONTH}:{first:%Y-%m}:{person.channel}:{person.id}"
            told: dict[str, str | int] = {"channel": person.channel, "person": person.id}
            told |= {"first": first.isoformat(), "last": last.isoformat()}
            yield Notice(person, HELPED_LAST_MONTH, key, due, told, due + GOOD_FOR)

    def _due(self, first: date) -> datetime:
        day = next(one for one in (first + n * _DAY for n in range(31)) if self._working_week.on(one).spans)
        return datetime.combine(day, AT, self.zone).astimezone(UTC)

    @cached_property
    def _working_week(self) -> Hours:
        """From Monday to Friday but on holidays of the country."""
        return Hours.parse("Mo-Fr 09:00-18:00", self.zone)
