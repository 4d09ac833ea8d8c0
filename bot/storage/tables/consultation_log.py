"""The consultation log inside an open transaction, and its rows among the figures."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.booking.consultation_log.entry import ConsultationEntry, EntryId, HelpedPeople, HelpKind
from bot.centres.centre import CentreId
from bot.people import Address
from bot.stats.interaction import InteractionKind
from bot.storage.moments import moment, optional, text
from bot.storage.tables.visit_stats import ARRIVED, STRUCK

_COLUMNS = "id, centre, day, kind, topic, outcome, people, minutes, is_from_sheet, channel, author, made_at, struck_at"
_NOON = 12  # the hour of a row whose hour is not known; no sum of hours counts it


class ConsultationLogTable:
    """Each of the people helped is a row of the figures, written and changed together with the entry."""

    def __init__(self, db: sqlite3.Connection, zone: ZoneInfo) -> None:
        """`zone` is that of the region, whose hours the figures count."""
        self._db = db
        self._zone = zone

    def add(self, entry: ConsultationEntry) -> ConsultationEntry:
        """Writes a new entry and counts its people."""
        (id_,) = self._db.execute(
            "insert into consultation_entry (centre, day, kind, topic, outcome, people, minutes, is_from_sheet,"
            " channel, author, made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            (
                *(entry.centre, entry.day.isoformat(), entry.helped.kind, entry.helped.topic, entry.helped.outcome),
                *(entry.helped.people, entry.minutes, int(entry.is_from_sheet), *_address(entry.author)),
                text(entry.made_at),
            ),
        ).fetchone()
        self._count(entry, id_)
        return replace(entry, id=EntryId(id_))

    def keep(self, entry: ConsultationEntry) -> ConsultationEntry:
        """Writes the outcome of an entry, or that it is struck; the figures follow."""
        self._db.execute(
            "update consultation_entry set outcome = ?, struck_at = ? where id = ?",
            (entry.helped.outcome, optional(entry.struck_at), entry.id),
        )
        state = ARRIVED if entry.struck_at is None else STRUCK
        self._db.execute(
            "update contact set state = ?, outcome = ? where entry = ?", (state, entry.helped.outcome, entry.id)
        )
        return entry

    def find_entry(self, id_: EntryId) -> ConsultationEntry | None:
        """The entry of that number, also a struck one."""
        found = self._select("id = ?", id_)
        return found[0] if found else None

    def of_day(self, centre: CentreId, day: date) -> Sequence[ConsultationEntry]:
        """The entries of a day that are not struck, the first written first."""
        return self._select("centre = ? and day = ? and struck_at is null order by id", centre, day.isoformat())

    def last_struck(self, author: Address, since: datetime) -> ConsultationEntry | None:
        """The entry of this author that was struck last, and after that moment."""
        where = "channel = ? and author = ? and struck_at > ? order by struck_at desc, id desc limit 1"
        return next(iter(self._select(where, author.channel, author.id, text(since))), None)

    def first_day(self) -> date | None:
        """The first day of which the figures know anything, or on which somebody began to work here."""
        # The days of a month follow its own sum: '2026-03' < '2026-03-05'.
        (found,) = self._db.execute(
            "select min(day) from (select min(span) as day from span_sum where length(span) = 10"
            " union all select min(substr(since, 1, 10)) from librarian)"
        ).fetchone()
        return date.fromisoformat(found) if found else None

    def _select(self, where: str, *values: object) -> list[ConsultationEntry]:
        rows = self._db.execute(f"select {_COLUMNS} from consultation_entry where {where}", values)  # noqa: S608 - constants of this file
        return [_entry(row) for row in rows]

    def _count(self, entry: ConsultationEntry, id_: int) -> None:
        at = entry.made_at.astimezone(self._zone)
        is_timed = entry.helped.people == 1 and at.date() == entry.day
        hour = at.hour if is_timed else _NOON
        row = (
            *(text(at) if is_timed else text(datetime.combine(entry.day, datetime.min.time(), self._zone)),),
            *(entry.day.isoformat(), hour, int(is_timed), entry.helped.kind.channel, InteractionKind.CONSULTATION),
            *(entry.centre, entry.helped.topic, ARRIVED, entry.helped.outcome, entry.minutes, id_),
        )
        self._db.executemany(
            "insert into contact (at, day, hour, is_timed, channel, kind, centre, topic, state, outcome, minutes,"
            " entry) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [row] * entry.helped.people,
        )


def _address(person: Address | None) -> tuple[str | None, int | None]:
    return (person.channel, person.id) if person else (None, None)


def _entry(row: tuple[Any, ...]) -> ConsultationEntry:
    id_, centre, day, kind, topic, outcome, people, minutes, is_from_sheet, channel, author, made_at, struck_at = row
    return ConsultationEntry(
        id=EntryId(id_),
        centre=CentreId(centre),
        day=date.fromisoformat(day),
        helped=HelpedPeople(people, topic, HelpKind(kind), outcome),
        author=None if author is None else Address(channel, author),
        made_at=moment(made_at),
        minutes=minutes,
        is_from_sheet=bool(is_from_sheet),
        struck_at=moment(struck_at) if struck_at else None,
    )
