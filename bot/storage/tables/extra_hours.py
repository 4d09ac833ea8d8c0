"""The table of extra consultation hours, inside an open transaction."""

import sqlite3
from dataclasses import replace

from bot.booking.booking import Interval
from bot.booking.timetable_changes.extra_hours import ExtraHours, ExtraHoursId
from bot.centres.centre import CentreId
from bot.people import Address
from bot.storage.moments import moment, text

_EXTRA = "select id, centre, starts_at, ends_at, channel, opened_by, opened_at from extra_hours"


class ExtraHoursTable:
    """Hours on one day more, besides those of every week."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, extra: ExtraHours) -> ExtraHours:
        """Stores extra hours of a centre."""
        by = extra.opened_by
        (id_,) = self._db.execute(
            "insert into extra_hours (centre, starts_at, ends_at, channel, opened_by, opened_at)"
            " values (?, ?, ?, ?, ?, ?) returning id",
            (
                *(extra.centre, text(extra.interval.start), text(extra.interval.end)),
                *(by and by.channel, by and by.id, text(extra.opened_at)),
            ),
        ).fetchone()
        return replace(extra, id=ExtraHoursId(id_))

    def within(self, centre: CentreId, within: Interval) -> list[ExtraHours]:
        """The extra hours that share a moment with the interval, in order."""
        sql = f"{_EXTRA} where centre = ? and ends_at > ? and starts_at < ? order by starts_at, id"
        return [_extra(row) for row in self._db.execute(sql, (centre, text(within.start), text(within.end)))]

    def find_extra(self, id_: ExtraHoursId) -> ExtraHours | None:
        """The extra hours of that number."""
        return next(map(_extra, self._db.execute(f"{_EXTRA} where id = ?", (id_,))), None)

    def remove(self, id_: ExtraHoursId) -> None:
        """Deletes extra hours."""
        self._db.execute("delete from extra_hours where id = ?", (id_,))


def _extra(row: tuple[int, str, str, str, str | None, int | None, str]) -> ExtraHours:
    id_, centre, start, end, channel, opened_by, opened_at = row
    by = Address(channel, opened_by) if channel and opened_by is not None else None
    return ExtraHours(ExtraHoursId(id_), CentreId(centre), Interval(moment(start), moment(end)), by, moment(opened_at))
