"""The table of reviews: who reads, has put off or has confirmed which answer or card."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from bot.people import Address
from bot.review.subject import ReviewKind, ReviewMark, ReviewStep
from bot.storage.database import Database

_ASKED = {
    # The sums of months: of days each would count twice.
    ReviewKind.ARTICLE: "select article, sum(shown) from article_sum where length(span) = 7 group by article",
    ReviewKind.CENTRE: "select centre, count(*) from contact where centre is not null group by centre",
}


class ReviewTable:
    """The review table; a person has one mark on a subject, the latest."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def marks(self, kind: ReviewKind) -> Sequence[ReviewMark]:
        """Every mark on subjects of that kind."""
        return await self._database.read(lambda db: _marks(db, kind))

    async def put(self, mark: ReviewMark) -> None:
        """Writes the mark in place of the person's former one."""
        await self._database.write(lambda db: _put(db, mark))

    async def asked(self, kind: ReviewKind) -> Mapping[str, int]:
        """How often each subject was asked for, as long as it is counted."""
        return await self._database.read(lambda db: dict(db.execute(_ASKED[kind])))


def _marks(db: sqlite3.Connection, kind: ReviewKind) -> list[ReviewMark]:
    rows = db.execute("select subject, channel, person, name, step, at, former from review where kind = ?", (kind,))
    return [
        ReviewMark(
            *(kind, subject, Address(channel, person), name, ReviewStep(step), datetime.fromisoformat(at)),
            former=date.fromisoformat(former) if former else None,
        )
        for subject, channel, person, name, step, at, former in rows
    ]


def _put(db: sqlite3.Connection, mark: ReviewMark) -> None:
    db.execute(
        "insert into review (kind, subject, channel, person, name, step, at, former) values (?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (kind, subject, channel, person) do update"
        " set name = excluded.name, step = excluded.step, at = excluded.at, former = excluded.former",
        (
            *(mark.kind, mark.subject, mark.person.channel, mark.person.id, mark.name, mark.step, mark.at.isoformat()),
            mark.former.isoformat() if mark.former else None,
        ),
    )
