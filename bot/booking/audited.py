"""Writes the deeds of librarians into the audit log, in the transaction of the deed."""

from bot.audit import AuditedDeed, AuditEntry
from bot.booking.booking import Booking, Closure
from bot.booking.consultation_log.entry import ConsultationEntry
from bot.booking.context import BookingContext
from bot.booking.unit_of_work import Transaction
from bot.people import Address


def note(booking_context: BookingContext, tx: Transaction, by: Address, deed: AuditedDeed, booking: Booking) -> None:
    """A deed with a booking."""
    tx.audit.add(AuditEntry(booking_context.clock.now(), by, deed, booking.centre, booking.id))


def note_closure(
    booking_context: BookingContext, tx: Transaction, by: Address, deed: AuditedDeed, closure: Closure
) -> None:
    """Hours closed or opened again, under the day on which they begin."""
    centre = booking_context.centre(closure.centre)
    day = centre.day(closure.interval.start) if centre else None
    tx.audit.add(AuditEntry(booking_context.clock.now(), by, deed, closure.centre, closure.id, day))


def note_entry(
    booking_context: BookingContext, tx: Transaction, by: Address, deed: AuditedDeed, entry: ConsultationEntry
) -> None:
    """A deed with one line of the consultation log."""
    tx.audit.add(AuditEntry(booking_context.clock.now(), by, deed, entry.centre, entry.id, entry.day))
