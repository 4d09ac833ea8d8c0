"""A letter to admins on Mondays: which answers should have been read again, and which soon."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.maintenance.notices import AdminOutbox
from bot.outbox.notice import Notice
from bot.people import Address

DUE_ARTICLES = "due_articles"  # payload: nothing, it is looked up when the letter goes

AT = time(9)  # of the region
GOOD_FOR = timedelta(days=1)  # after an outage the next Monday tells the same


class FreshnessMail:
    """Queues the letter of this week once; which articles are due is found out when it is sent."""

    def __init__(self, outbox: AdminOutbox, admins: Iterable[Address], clock: Clock, zone: ZoneInfo) -> None:
        self._outbox = outbox
        self._admins = tuple(sorted(admins))
        self._clock = clock
        self._zone = zone

    async def send_due(self) -> int:
        """Queues the letter where its time has come and not passed; how many letters are new."""
        now = self._clock.now().astimezone(self._zone)
        due = datetime.combine(now.date() - timedelta(days=now.weekday()), AT, self._zone)
        return await self._outbox.promise(self._letters(due)) if due <= now < due + GOOD_FOR else 0

    def _letters(self, due: datetime) -> Iterator[Notice]:
        for admin in self._admins:
            key = f"{DUE_ARTICLES}:{due.date()}:{admin.channel}:{admin.id}"
            yield Notice(admin, DUE_ARTICLES, key, due, expires_at=due + GOOD_FOR)
