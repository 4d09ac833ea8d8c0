"""Who works at a centre learns of each change of its timetable that a colleague made: the one place of that rule.

At night a notice waits for the morning, and what is done meanwhile is reckoned in: each colleague learns what is
other than they know, and nothing of what was done and undone before they were told.
"""

from collections.abc import Collection, Mapping
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

    @property
    def prefix(self) -> str:
        """How the keys of all its notices begin."""
        return f"{TIMETABLE_CHANGED}:{_OF[self.deed]}:{self.number}:{self.centre.id}:"

    def payload(self) -> Payload:
        """What its notice carries."""
        return {
            "deed": self.deed.value,
            "centre": self.centre.id,
            "by_channel": self.by.channel,
            "by": self.by.id,
            "from": self.hours.start.isoformat(),
            "until": self.hours.end.isoformat(),
            "desks": self.desks,
            "reason": self.reason,
        }


def tell_colleagues(booking_context: BookingContext, tx: Transaction, change: TimetableChange) -> None:
    """Queues a signed notice to all who get the notices of the centre, save its author.

    Who was still to be told of the opposite is told of neither.
    """
    queued = waiting_changes(tx, _OF[change.deed], change.centre)
    waiting = [one for one in queued if _is_undone_by(one, change)]
    for one in waiting:
        tx.outbox.withdraw(one.dedupe_key)
    unaware = {one.to for one in waiting}
    queue(booking_context, tx, change, [one for one in recipients(booking_context, change) if one not in unaware])


def recipients(booking_context: BookingContext, change: TimetableChange) -> list[Address]:
    """Who is to know of a change: all who get the notices of the centre, save its author."""
    return sorted(one for one in booking_context.staff.notice_recipients(change.centre.id) if one != change.by)


def queue(
    booking_context: BookingContext,
    tx: Transaction,
    change: TimetableChange,
    to: Collection[Address],
    more: Mapping[str, str] | None = None,
) -> None:
    """Queues the notices of a change, at night for the morning."""
    now = booking_context.clock.now()
    tx.outbox.put(
        Notice(
            one,
            TIMETABLE_CHANGED,
            f"{change.prefix}{change.deed.value}:{one.channel}:{one.id}:{now.isoformat()}:{change.hours.end.isoformat()}",
            by_day(change.centre, now),
            change.payload() | dict(more or {}),
            change.hours.end,
        )
        for one in to
    )


def waiting_changes(tx: Transaction, of: str, centre: Centre) -> list[Notice]:
    """The notices of changes of one sort at the centre that were not sent yet."""
    found = tx.outbox.waiting(f"{TIMETABLE_CHANGED}:{of}:")
    return [one for one in found if one.payload["centre"] == centre.id]


def _is_undone_by(waiting: Notice, change: TimetableChange) -> bool:
    """Whether the change takes back what the notice tells: the very same thing, or one that is just like it."""
    told, now = waiting.payload, change.payload()
    alike = all(told[name] == now[name] for name in ("from", "until", "desks", "reason"))
    return told["deed"] != now["deed"] and (alike or waiting.dedupe_key.startswith(change.prefix))
