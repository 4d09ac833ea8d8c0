"""The table of bookings, inside an open transaction."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.booking.booking import (
    LONGEST_VISIT,
    Booking,
    BookingId,
    BookingState,
    Interval,
    Origin,
    OutcomeId,
    VisitCode,
    Visitor,
)
from bot.booking.refusals import JustTaken
from bot.booking.visit_code import new_code
from bot.centres.centre import CentreId
from bot.people import Address
from bot.storage.moments import moment, optional, text

_COLUMNS = (
    "id, code, centre, topic, channel, citizen, called, visitor, origin, starts_at, ends_at, free_at, state, made_at,"
    " revision, holds_desk, expires_at, confirmed, called_up, reason, outcome, rating,"
    " late, taken_channel, taken_by"
)
_HOLDING = "state in ('offered', 'booked', 'arrived')"
_NO_DESK = "no desk is free"  # as the trigger says it

Record = Callable[[sqlite3.Connection, Booking], None]  # what the figures keep of a booking, in the same transaction


def unrecorded(_: sqlite3.Connection, __: Booking) -> None:
    """Does nothing in place of the figures of a booking."""


class BookingTable:
    """Reads and writes whole bookings; the triggers decide whether a desk is free."""

    def __init__(
        self, db: sqlite3.Connection, new_code: Callable[[], VisitCode] = new_code, record: Record = unrecorded
    ) -> None:
        self._db = db
        self._new_code = new_code
        self._record = record

    def take(self, booking: Booking, desks: int) -> Booking:
        """Writes a booking at a slot that must be free. Raises JustTaken."""
        if desks < 1:  # nobody receives on that day
            raise JustTaken
        try:
            taken = self._changed(booking, desks) if booking.id else self._added(booking, desks)
        except sqlite3.IntegrityError as error:
            if str(error) == _NO_DESK:
                raise JustTaken from error
            raise
        self._record(self._db, taken)
        return taken

    def keep(self, booking: Booking) -> Booking:
        """Writes a changed booking whose slot stays or is given up."""
        self._changed(booking, None)
        self._record(self._db, booking)
        return booking

    def find_booking(self, id_: BookingId) -> Booking | None:
        """The booking of that number."""
        rows = self._select("id = ?", id_)
        return rows[0] if rows else None

    def held(self, centre: CentreId, within: Interval) -> list[Interval]:
        """The intervals for which desks are held, buffers included."""
        rows = self._db.execute(
            f"select starts_at, free_at from booking where centre = ? and {_HOLDING} and holds_desk = 1"  # noqa: S608 - a constant
            " and starts_at > ? and starts_at < ? and free_at > ?",
            (centre, text(within.start - LONGEST_VISIT), text(within.end), text(within.start)),
        )
        return [Interval(moment(start), moment(end)) for start, end in rows]

    def of_citizen(self, citizen: Address, since: datetime) -> list[Booking]:
        """A citizen's booked, offered and displaced bookings that end after a moment, the soonest first."""
        return self._select(
            "channel = ? and citizen = ? and state in ('booked', 'offered', 'displaced') and ends_at > ?"
            " order by starts_at, id",
            *(citizen.channel, citizen.id, text(since)),
        )

    def at_centre(self, centre: CentreId, within: Interval) -> list[Booking]:
        """The bookings of a centre that begin within an interval, in any state, in order."""
        return self._select(
            "centre = ? and starts_at >= ? and starts_at < ? order by starts_at, id",
            *(centre, text(within.start), text(within.end)),
        )

    def displaced(self, centre: CentreId, since: datetime) -> list[Booking]:
        """The displaced bookings of a centre after a moment, in order."""
        return self._select(
            "centre = ? and state = 'displaced' and starts_at > ? order by starts_at, id", centre, text(since)
        )

    def expired_offers(self, now: datetime) -> list[Booking]:
        """Offers whose time is over, the oldest first."""
        return self._select("state = 'offered' and expires_at <= ? order by expires_at, id", text(now))

    def _select(self, where: str, *values: object) -> list[Booking]:
        rows = self._db.execute(f"select {_COLUMNS} from booking where {where}", values)  # noqa: S608 - constants of this file
        return [_booking(row) for row in rows]

    def _added(self, booking: Booking, desks: int) -> Booking:
        code = self._free_code(booking.centre)
        (id_,) = self._db.execute(
            "insert into booking (code, centre, topic, channel, citizen, called, visitor, origin, starts_at, ends_at,"
            " free_at, state, made_at, holds_desk, expires_at, desks)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
            (
                *(
                    code,
                    booking.centre,
                    booking.topic,
                    *_address(booking.citizen),
                    booking.visitor.called,
                    booking.visitor.key,
                ),
                *(booking.origin, *_times(booking), booking.state, text(booking.made_at), int(booking.holds_desk)),
                *(optional(booking.expires_at), desks),
            ),
        ).fetchone()
        return replace(booking, id=BookingId(id_), code=code)

    def _changed(self, booking: Booking, desks: int | None) -> Booking:
        self._db.execute(
            "update booking set starts_at = ?, ends_at = ?, free_at = ?, state = ?, made_at = ?, revision = ?,"
            " holds_desk = ?, expires_at = ?, confirmed = ?, called_up = ?, reason = ?, outcome = ?, rating = ?,"
            " called = ?, late = ?, taken_channel = ?, taken_by = ?, desks = coalesce(?, desks) where id = ?",
            (
                *(*_times(booking), booking.state, text(booking.made_at), booking.revision, int(booking.holds_desk)),
                *(optional(booking.expires_at), int(booking.confirmed), int(booking.called_up), booking.reason),
                *(
                    booking.outcome,
                    booking.rating,
                    booking.visitor.called,
                    booking.late,
                    *_address(booking.taken_by),
                    desks,
                    booking.id,
                ),
            ),
        )
        return booking

    def _free_code(self, centre: CentreId) -> VisitCode:
        """A code that no booking ahead of this centre bears, nor a displaced one that may come back."""
        while True:
            code = self._new_code()
            taken = self._db.execute(
                "select 1 from booking where centre = ?1 and code = ?2 and state in ('offered', 'booked')"
                " union all select 1 from booking where centre = ?1 and code = ?2 and state = 'displaced'",
                (centre, code),
            ).fetchone()
            if taken is None:
                return code


def _address(person: Address | None) -> tuple[str | None, int | None]:
    return (person.channel, person.id) if person else (None, None)


def _times(booking: Booking) -> tuple[str, str, str]:
    return text(booking.starts_at), text(booking.ends_at), text(booking.free_at)


def _booking(row: tuple[Any, ...]) -> Booking:
    id_, code, centre, topic, channel, citizen, called, visitor, origin, starts_at, ends_at, free_at = row[:12]
    state, made_at, revision, holds_desk, expires_at, confirmed, called_up, reason, outcome, rating = row[12:22]
    late, taken_channel, taken_by = row[22:]
    return Booking(
        id=BookingId(id_),
        code=VisitCode(code),
        centre=CentreId(centre),
        topic=topic,
        citizen=None if citizen is None else Address(channel, citizen),
        visitor=Visitor(called, for_other=bool(visitor)),
        origin=Origin(origin),
        starts_at=moment(starts_at),
        ends_at=moment(ends_at),
        free_at=moment(free_at),
        state=BookingState(state),
        made_at=moment(made_at),
        revision=revision,
        holds_desk=bool(holds_desk),
        expires_at=moment(expires_at) if expires_at else None,
        confirmed=bool(confirmed),
        late=late,
        called_up=bool(called_up),
        reason=reason,
        outcome=OutcomeId(outcome) if outcome else None,
        rating=rating,
        taken_by=None if taken_by is None else Address(taken_channel, taken_by),
    )
