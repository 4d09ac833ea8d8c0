"""How many people somebody who works here has helped."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.people import Address
from bot.storage.database import Database
from bot.storage.moments import text

_SQL = """
select (select coalesce(sum(people), 0) from consultation_entry
        where channel = ?1 and author = ?2 and day >= ?3 and day <= ?4 and struck_at is null)
     + (select count(*) from booking
        where taken_channel = ?1 and taken_by = ?2 and state = 'arrived' and starts_at >= ?5 and starts_at < ?6)
"""


class HelpedTable:
    """Counts the visits that were received and the people of the consultation log; days are those of the region."""

    def __init__(self, database: Database, zone: ZoneInfo) -> None:
        self._database = database
        self._zone = zone

    async def helped_by(self, person: Address, first: date, last: date) -> int:
        """The people of those days, both included; what was struck is not counted."""
        since, until = self._midnight(first), self._midnight(last + timedelta(days=1))
        values = (person.channel, person.id, first.isoformat(), last.isoformat(), text(since), text(until))
        (count,) = await self._database.read(lambda db: db.execute(_SQL, values).fetchone())
        return int(count)

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone).astimezone(UTC)
