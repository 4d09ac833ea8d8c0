"""Letters with figures: on Mondays to admins, on the first of a month to each centre's librarians."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.outbox.notice import Notice
from bot.people import Address
from bot.stats.named_periods import last_month, last_week
from bot.stats.period import Period
from bot.stats.period_request import codes

WEEK_LETTER, MONTH_LETTER = "figures_week", "figures_month"
AT = time(9)  # of the region
GOOD_FOR = timedelta(days=2)  # after an outage nothing older is told


class Promised(Protocol):
    """The outbox; a notice with a known key is not queued again."""

    async def promise(self, promises: Iterable[Notice]) -> int: ...


Librarians = Callable[[], Iterable[tuple[str, Address]]]  # who works at which centre now


class ReportMail:
    """Finds out what letters with figures are due now; the outbox knows which were queued."""

    def __init__(
        self, outbox: Promised, admins: frozenset[Address], librarians: Librarians, clock: Clock, zone: ZoneInfo
    ) -> None:
        self._outbox = outbox
        self._admins = admins
        self._librarians = librarians
        self._clock = clock
        self._zone = zone

    async def send_due(self) -> int:
        """Queues every letter of this week and month whose time has come and not passed; how many are new."""
        now = self._clock.now().astimezone(self._zone)
        monday, first = now.date() - timedelta(days=now.weekday()), now.date().replace(day=1)
        letters: list[Notice] = []
        if self._is_time(now, monday):
            letters += self._weekly(monday)
        if self._is_time(now, first):
            letters += self._monthly(first)
        return await self._outbox.promise(letters) if letters else 0

    def _is_time(self, now: datetime, day: date) -> bool:
        return self._due(day) <= now < self._due(day) + GOOD_FOR

    def _due(self, day: date) -> datetime:
        return datetime.combine(day, AT, self._zone)

    def _weekly(self, monday: date) -> Iterator[Notice]:
        for admin in sorted(self._admins):
            yield self._letter(WEEK_LETTER, admin, monday, last_week(monday))

    def _monthly(self, first: date) -> Iterator[Notice]:
        for centre, librarian in self._librarians():
            yield self._letter(MONTH_LETTER, librarian, first, last_month(first), centre)

    def _letter(self, kind: str, to: Address, day: date, about: Period, centre: str = "") -> Notice:
        begins, ends = codes(about)
        due = self._due(day)
        return Notice(
            to=to,
            kind=kind,
            dedupe_key=":".join((kind, day.isoformat(), *([centre] if centre else []), to.channel, str(to.id))),
            due_at=due,
            payload={"first": begins, "last": ends} | ({"centre": centre} if centre else {}),
            expires_at=due + GOOD_FOR,
        )
