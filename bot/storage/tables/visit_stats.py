"""What the figures keep of bookings: written with the booking itself, so both always say the same."""

import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.booking.booking import Booking, BookingState, Origin
from bot.stats.interaction import CountedVisit, Interaction, InteractionKind, Pseudonyms
from bot.storage.moments import text
from bot.storage.tables import interactions

ARRIVED = str(BookingState.ARRIVED)
STRUCK = "struck"  # written down by mistake: nobody came, and nobody cancelled
MADE = "made"  # the state of the row of the day of booking: it is not changed by what becomes of the visit
_NOT_BOOKED = frozenset({BookingState.OFFERED, BookingState.LAPSED})


class VisitStatsTable:
    """A booking counts as an interaction on the day it was made and, for its outcome, on the day of the visit."""

    def __init__(self, pseudonyms: Pseudonyms, zone: ZoneInfo) -> None:
        self._pseudonyms = pseudonyms
        self._zone = zone

    def record(self, db: sqlite3.Connection, booking: Booking) -> None:
        """Brings both rows up to the booking, inside its transaction; a place only offered is not counted."""
        if booking.state in _NOT_BOOKED:
            return
        if booking.origin is not Origin.WALK_IN and not _is_written(db, booking):
            _add(db, self._contact(booking, InteractionKind.BOOKING, booking.made_at), CountedVisit(booking.id, MADE))
        taking_place, visit = (
            self._contact(booking, InteractionKind.CONSULTATION, booking.starts_at),
            self._visit(booking),
        )
        if not _changed(db, taking_place, visit):
            _add(db, taking_place, visit)

    def _contact(self, booking: Booking, kind: InteractionKind, at: datetime) -> Interaction:
        citizen = booking.citizen
        return Interaction(
            at.astimezone(self._zone),
            citizen.channel if citizen else str(booking.origin),
            kind,
            self._pseudonyms.pseudonym_for(citizen) if citizen else None,
            centre=booking.centre,
            topic=booking.topic,
        )

    def _visit(self, booking: Booking) -> CountedVisit:
        made, due = (at.astimezone(self._zone).date() for at in (booking.made_at, booking.starts_at))
        lead = None if booking.origin is Origin.WALK_IN else (due - made).days
        minutes = (booking.ends_at - booking.starts_at).seconds // 60
        return CountedVisit(booking.id, _state(booking), booking.outcome, minutes, lead, booking.rating)


def _state(booking: Booking) -> str:
    is_struck = booking.origin is Origin.WALK_IN and booking.state is BookingState.CANCELLED
    return STRUCK if is_struck else booking.state


def _is_written(db: sqlite3.Connection, booking: Booking) -> bool:
    sql = "select 1 from contact where booking = ? and kind = ?"
    return db.execute(sql, (booking.id, InteractionKind.BOOKING)).fetchone() is not None


def _add(db: sqlite3.Connection, contact: Interaction, visit: CountedVisit) -> None:
    """Adds a row, unless the rows of its day have gone into the sums: they are closed."""
    (closed,) = db.execute("select before from figures_closed").fetchone()
    if contact.at.date().isoformat() >= closed:
        interactions.add(db, contact, visit)


def _changed(db: sqlite3.Connection, contact: Interaction, visit: CountedVisit) -> bool:
    """Updates a row, if there is one; the person and the channel stay, for the booking may have forgotten them."""
    return bool(
        db.execute(
            "update contact set at = ?, day = ?, hour = ?, state = ?, outcome = ?, minutes = ?, lead_days = ?,"
            " rating = ? where booking = ? and kind = ?",
            (
                *(text(contact.at), contact.at.date().isoformat(), contact.at.hour),
                *(visit.state, visit.outcome, visit.minutes, visit.lead_days, visit.rating),
                *(visit.booking, contact.kind),
            ),
        ).rowcount
    )
