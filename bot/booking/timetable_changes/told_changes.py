"""Who works at a centre learns of each change of its timetable that a colleague made: the one place of that rule."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.audit import AuditedDeed
from bot.booking.booking import Interval
from bot.booking.context import BookingContext
from bot.booking.notices import by_day
from bot.booking.slots import BookableDays, day_bounds
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre
from bot.outbox.notice import Notice, Payload
from bot.people import Address

TIMETABLE_CHANGED = "timetable_changed"  # payload: deed, centre, by, from and until as moments, desks, reason
_OF = {
    AuditedDeed.HOURS_CLOSED: "closure",
    AuditedDeed.HOURS_REOPENED: "closure",
    AuditedDeed.ABSENCE_NOTED: "absence",
    AuditedDeed.ABSENCE_ENDED: "absence",
    AuditedDeed.DESKS_SET: "desks",
    AuditedDeed.DESKS_RESET: "desks",
    AuditedDeed.EXTRA_HOURS_ADDED: "extra",
    AuditedDeed.EXTRA_HOURS_REMOVED: "extra",
}


@dataclass(frozen=True, slots=True)
class TimetableChange:
    """What somebody who works here did with the closure, absence, number of desks or extra hours of that number."""

    deed: AuditedDeed
    number: int
    by: Address
    centre: Centre
    hours: Interval  # that it concerns
    desks: int = 0
    reason: str = ""

    @classmethod
    def of_days(
        cls, deed: AuditedDeed, number: int, by: Address, centre: Centre, days: BookableDays, desks: int = 0
    ) -> "TimetableChange":
        """A change that concerns whole days."""
        return cls(deed, number, by, centre, day_bounds(centre, days), desks)


def tell_colleagues(
    booking_context: BookingContext, tx: Transaction, change: TimetableChange, but: Collection[Address] = ()
) -> None:
    """Queues a signed notice to all who get the notices of the centre, save its author and those told otherwise.

    At night it waits for the morning; what was to be told of the same thing before and was not is told no more.
    """
    now, centre = booking_context.clock.now(), change.centre
    prefix = f"{TIMETABLE_CHANGED}:{_OF[change.deed]}:{change.number}:{centre.id}:"
    tx.outbox.withdraw(prefix)
    told: Payload = {
        "deed": change.deed.value,
        "centre": centre.id,
        "by_channel": change.by.channel,
        "by": change.by.id,
        "from": change.hours.start.isoformat(),
        "until": change.hours.end.isoformat(),
        "desks": change.desks,
        "reason": change.reason,
    }
    others = (one for one in booking_context.staff.notice_recipients(centre.id) if one not in {change.by, *but})
    tx.outbox.put(
        Notice(
            one,
            TIMETABLE_CHANGED,
            f"{prefix}{change.deed.value}:{one.channel}:{one.id}:{now.isoformat()}:{change.hours.end.isoformat()}",
            by_day(centre, now),
            told,
            change.hours.end,
        )
        for one in sorted(others)
    )
