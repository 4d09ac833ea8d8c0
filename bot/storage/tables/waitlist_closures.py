"""The tables of the waitlist and of closures, inside an open transaction."""

import sqlite3
from dataclasses import replace
from datetime import date
from typing import Any

from bot.booking.booking import (
    BookingId,
    Closure,
    ClosureId,
    Interval,
    Visitor,
    WaitlistEntry,
    WaitlistPlaceId,
    WaitlistState,
)
from bot.centres.centre import CentreId
from bot.people import Address
from bot.storage.moments import moment, text

_PLACE = "id, channel, citizen, visitor, called, centre, topic, day, joined_at, state, offer"
_CLOSURE = "id, centre, starts_at, ends_at, reason, channel, closed_by, closed_at"


class WaitlistTable:
    """The table of people who wait for a day."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def join(self, place: WaitlistEntry) -> WaitlistEntry:
        """Adds an entry at the end of the waitlist."""
        (id_,) = self._db.execute(
            "insert into place_in_line (channel, citizen, visitor, called, centre, topic, day, joined_at, state)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            (
                *(place.citizen.channel, place.citizen.id, place.visitor.key, place.visitor.called, place.centre),
                *(place.topic, place.day.isoformat(), text(place.joined_at), place.state),
            ),
        ).fetchone()
        return replace(place, id=WaitlistPlaceId(id_))

    def change(self, place: WaitlistEntry) -> None:
        """Stores the changed state of an entry."""
        self._db.execute(
            "update place_in_line set state = ?, offer = ? where id = ?", (place.state, place.offer, place.id)
        )

    def find_entry(self, id_: WaitlistPlaceId) -> WaitlistEntry | None:
        """The waitlist entry of that number."""
        return next(iter(self._select("id = ?", id_)), None)

    def waiting(self, centre: CentreId, day: date) -> list[WaitlistEntry]:
        """The entries of a day without an offer yet, the first on the list first."""
        return self._select("centre = ? and day = ? and state = 'waiting' order by id", centre, day.isoformat())

    def of_citizen(self, citizen: Address, since: date) -> list[WaitlistEntry]:
        """A citizen's entries from a day on, waiting or offered."""
        return self._select(
            "channel = ? and citizen = ? and day >= ? and state in ('waiting', 'offered') order by day, id",
            *(citizen.channel, citizen.id, since.isoformat()),
        )

    def offered(self, offer: BookingId) -> WaitlistEntry | None:
        """The entry that the offered booking was made for."""
        return next(iter(self._select("offer = ?", offer)), None)

    def days(self, since: date) -> list[tuple[CentreId, date]]:
        """The centres and days with somebody waiting."""
        rows = self._db.execute(
            "select distinct centre, day from place_in_line where state = 'waiting' and day >= ? order by day, centre",
            (since.isoformat(),),
        )
        return [(CentreId(centre), date.fromisoformat(day)) for centre, day in rows]

    def _select(self, where: str, *values: object) -> list[WaitlistEntry]:
        sql = f"select {_PLACE} from place_in_line where {where}"  # noqa: S608 - constants of this file
        rows = self._db.execute(sql, values)
        return [_place(row) for row in rows]


class ClosureTable:
    """The table of closed hours."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def add(self, closure: Closure) -> Closure:
        """Stores closed hours of a centre."""
        (id_,) = self._db.execute(
            "insert into closure (centre, starts_at, ends_at, reason, channel, closed_by, closed_at)"
            " values (?, ?, ?, ?, ?, ?, ?) returning id",
            (
                *(closure.centre, text(closure.interval.start), text(closure.interval.end), closure.reason),
                *(closure.closed_by.channel, closure.closed_by.id, text(closure.closed_at)),
            ),
        ).fetchone()
        return replace(closure, id=ClosureId(id_))

    def find_closure(self, id_: ClosureId) -> Closure | None:
        """The closure of that number."""
        return next(iter(self._select("id = ?", id_)), None)

    def within(self, centre: CentreId, within: Interval) -> list[Closure]:
        """The closures that share a moment with the interval, in order."""
        return self._select(
            "centre = ? and ends_at > ? and starts_at < ? order by starts_at, id",
            *(centre, text(within.start), text(within.end)),
        )

    def remove(self, id_: ClosureId) -> None:
        """Deletes a closure: the hours are open again."""
        self._db.execute("delete from closure where id = ?", (id_,))

    def _select(self, where: str, *values: object) -> list[Closure]:
        sql = f"select {_CLOSURE} from closure where {where}"  # noqa: S608 - constants of this file
        rows = self._db.execute(sql, values)
        return [_closure(row) for row in rows]


def _place(row: tuple[Any, ...]) -> WaitlistEntry:
    id_, channel, citizen, visitor, called, centre, topic, day, joined_at, state, offer = row
    return WaitlistEntry(
        id=WaitlistPlaceId(id_),
        citizen=Address(channel, citizen),
        visitor=Visitor(called, for_other=bool(visitor)),
        centre=CentreId(centre),
        topic=topic,
        day=date.fromisoformat(day),
        joined_at=moment(joined_at),
        state=WaitlistState(state),
        offer=offer,
    )


def _closure(row: tuple[int, str, str, str, str | None, str, int, str]) -> Closure:
    id_, centre, start, end, reason, channel, closed_by, closed_at = row
    hours, by = Interval(moment(start), moment(end)), Address(channel, closed_by)
    return Closure(ClosureId(id_), CentreId(centre), hours, reason, by, moment(closed_at))
