"""What displaced people are offered: other times while their hours are closed, the old ones when they open again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.booking import notices
from bot.booking.booking import Booking, Closure, Interval, Slot
from bot.booking.context import OTHER_TIMES, BookingContext
from bot.booking.slots import BookableDays, Occupancy, bookable_days, earliest, free_slots, nearest
from bot.booking.unit_of_work import Transaction
from bot.centres.centre import Centre


def propose_others(
    context: BookingContext, tx: Transaction, centre: Centre, displaced: Sequence[Booking], reason: str | None
) -> None:
    """Proposes three other times to each; a time goes to the next only where no others are left."""
    now = context.clock.now()
    days = bookable_days(centre, now)
    way = context.occupancy(tx, centre, days) if displaced else Occupancy()
    proposed: list[Interval] = []
    for booking in displaced:
        times = _times(context, centre, days, booking, replace(way, held=[*way.held, *proposed]))
        times = times or _times(context, centre, days, booking, way)
        proposed += (Interval(slot.starts_at, slot.ends_at + context.limits.buffer) for slot in times)
        tx.outbox.put(notices.displaced(booking, times, now, reason))


def offer_old_times(context: BookingContext, tx: Transaction, closure: Closure, displaced: Iterable[Booking]) -> None:
    """To each whose time nothing else holds closed, after the closure was taken back."""
    shut = [one.interval for one in tx.closures.within(closure.centre, closure.interval)]
    for booking in displaced:
        if not any(booking.slot.interval.overlaps(one) for one in shut):
            tx.outbox.put(notices.time_back(booking, closure, context.clock.now()))


def _times(
    context: BookingContext, centre: Centre, days: BookableDays, booking: Booking, way: Occupancy
) -> tuple[Slot, ...]:
    since, length = earliest(centre, context.clock.now()), booking.ends_at - booking.starts_at
    free = free_slots(centre, days, length, way, since, context.limits.buffer)
    # Who was to come tomorrow may not be able to come today: earlier times only where there are no others.
    later = [slot for slot in free if slot.starts_at >= booking.starts_at]
    return nearest(later or free, booking.starts_at, OTHER_TIMES)
