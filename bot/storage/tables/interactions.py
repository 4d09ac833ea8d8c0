"""The log of interactions and the ratings of answers; triggers of the schema keep the sums of both."""

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple
from datetime import date, datetime, timedelta
from typing import Any

from bot.stats.interaction import CountedVisit, Interaction
from bot.storage.database import Database
from bot.storage.moments import text

_MEET = (
    "insert into pseudonym (name, since) values (?, ?)"
    " on conflict (name) do update set since = excluded.since where excluded.since < since"  # else nothing is written
)
_PERSON = "(select id from pseudonym where name = ?)"
_ADD = (
    "insert into contact (at, day, hour, channel, kind, person, first, centre, topic, article, detail,"  # noqa: S608 - constants
    " booking, state, outcome, minutes, lead_days, rating)"
    f" values (?, ?, ?, ?, ?, {_PERSON}, ? and {_PERSON} > ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_NO_VISIT = (None,) * 6

Row = tuple[Any, ...]


class InteractionTable:
    """The stored interactions and ratings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, contacts: Sequence[Interaction]) -> None:
        """Writes a batch of interactions in one transaction."""
        await self._database.write(lambda db: _add(db, contacts, _NO_VISIT))

    async def rate(self, person: str, article: str, at: datetime, *, helped: bool) -> bool:
        """Stores the rating of the day; whether it is new or changed."""
        return await self._database.write(lambda db: rate(db, person, article, at, helped=helped))

    async def sweep(self, before: datetime) -> None:
        """Deletes the rows of days before a moment; their sums stay and are final."""
        await self._database.write(lambda db: close_days(db, before.date()))


def add(
    db: sqlite3.Connection, contact: Interaction, visit: CountedVisit | None = None, minutes: int | None = None
) -> None:
    """Writes one interaction inside a transaction; `minutes` of one that is no visit are what it took."""
    _add(db, [contact], astuple(visit) if visit else (None, None, None, minutes, None, None))


def rate(db: sqlite3.Connection, person: str, article: str, at: datetime, *, helped: bool) -> bool:
    """Stores the rating of the day, inside a transaction; whether it is new or changed."""
    changed = db.execute(
        "insert into opinion (person, article, day, helped) values (?, ?, ?, ?)"
        " on conflict (person, article, day) do update set helped = excluded.helped where helped <> excluded.helped",
        (person, article, at.date().isoformat(), helped),
    ).rowcount
    return changed > 0


def close_days(db: sqlite3.Connection, before: date) -> None:
    """Drops the rows of the days before one, inside a transaction; their sums are final."""
    day = (before.isoformat(),)
    # Far ahead of the present one it was set by a clock gone wrong: until that day no visit would be counted.
    wrong = (before + timedelta(days=31)).isoformat()
    db.execute("update figures_closed set before = iif(before > ?, ?, max(before, ?))", (wrong, *day, *day))
    db.execute("delete from contact where day < ?", day)
    db.execute("delete from opinion where day < ?", day)


def _add(db: sqlite3.Connection, contacts: Sequence[Interaction], visit: Row) -> None:
    (newest,) = db.execute("select coalesce(max(id), 0) from pseudonym").fetchone()  # their numbers only grow
    days = [(contact.person, contact.at.date().isoformat()) for contact in contacts]
    db.executemany(_MEET, [(person, day) for person, day in days if person is not None])
    met, rows = set[str | None](), list[Row]()
    for contact, (person, day) in zip(contacts, days, strict=True):
        may_be_new = None if person is None else person not in met
        who = (
            text(contact.at),
            day,
            contact.at.hour,
            contact.channel,
            contact.kind,
            person,
            may_be_new,
            person,
            newest,
        )
        rows.append((*who, contact.centre, contact.topic, contact.article, contact.detail, *visit))
        met.add(person)
    db.executemany(_ADD, rows)
