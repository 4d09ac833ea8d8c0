"""Whether messages reach those who work here: librarians have come by writing to the bot, admins may never have."""

import sqlite3
from collections.abc import Collection
from datetime import datetime

from bot.booking.notices import (
    LINE_CLOSED,
    OFFER_PASSED,
    PLACE_OFFERED,
    REMINDER_EVE,
    REMINDER_SOON,
    TIME_BACK,
    VISIT_CALLED_OFF,
    VISIT_DISPLACED,
    VISIT_MOVED,
    VISIT_OVER,
)
from bot.clock import Clock
from bot.people import Address
from bot.questions.notices import ANSWER_CORRECTED, QUESTION_ANSWERED, QUESTION_EXPIRED
from bot.staff.roster import LIBRARIAN_LEFT
from bot.storage.database import Database
from bot.storage.tables import notices

_FOR_CITIZENS = frozenset({
    *(QUESTION_ANSWERED, ANSWER_CORRECTED, QUESTION_EXPIRED),
    *(LIBRARIAN_LEFT, REMINDER_EVE, REMINDER_SOON, PLACE_OFFERED, OFFER_PASSED),
    *(VISIT_DISPLACED, TIME_BACK, LINE_CLOSED, VISIT_MOVED, VISIT_CALLED_OFF, VISIT_OVER),
})  # fmt: skip
_REACHED = """
select channel, person from librarian
union select channel, id from person where heard_at is not null
except select channel, id from person where unreachable_since is not null
"""


class StaffReach:
    """The stored reachability of librarians and admins; the callers have made sure that they are."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def reached(self, people: Collection[Address]) -> frozenset[Address]:
        """Those of these people whom messages reach."""
        found = await self._database.read(lambda db: {Address(*row) for row in db.execute(_REACHED)})
        return frozenset(found.intersection(people))

    async def hear(self, person: Address) -> bool:
        """Notes that messages reach this person and makes failed notices due again; whether that is news."""
        if await self._database.read(lambda db: _is_heard(db, person)):
            return False
        now = self._clock.now()
        await self._database.write(lambda db: _hear(db, person, now))
        return True

    async def revive(self, person: Address, *, works_here: bool) -> None:
        """What could not be told to this person before is due again; of who works here no more, what citizens get."""
        kinds = None if works_here else _FOR_CITIZENS
        await self._database.write(lambda db: notices.revive(db, person, self._clock.now(), kinds))

    async def lose(self, person: Address) -> None:
        """Notes that messages do not reach this person any more, or never did."""
        sql = (
            "insert into person (channel, id, unreachable_since) values (?, ?, ?)"
            " on conflict (channel, id) do update set unreachable_since = excluded.unreachable_since"
            " where unreachable_since is null"
        )
        row = (person.channel, person.id, self._clock.now().isoformat())
        await self._database.write(lambda db: db.execute(sql, row))


def _is_heard(db: sqlite3.Connection, person: Address) -> bool:
    sql = "select 1 from person where channel = ? and id = ? and heard_at is not null and unreachable_since is null"
    return db.execute(sql, (person.channel, person.id)).fetchone() is not None


def _hear(db: sqlite3.Connection, person: Address, now: datetime) -> None:
    db.execute(
        "insert into person (channel, id, heard_at) values (?, ?, ?) on conflict (channel, id) do update set"
        " heard_at = coalesce(heard_at, excluded.heard_at), unreachable_since = null",
        (person.channel, person.id, now.isoformat()),
    )
    notices.revive(db, person, now)
