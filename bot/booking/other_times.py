"""A time that is refused is answered with the nearest free ones."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from bot.booking.booking import Booking
from bot.booking.context import BookingContext
from bot.booking.proposed_time import ProposedTime
from bot.booking.refusals import OtherTimes
from bot.booking.rules import check_time
from bot.booking.unit_of_work import Transaction
from bot.booking.waitlist.waitlist_offers import offer_freed
from bot.centres.centre import Centre

_NOON = time(12)


async def check_or_other_times(booking_context: BookingContext, asked: ProposedTime) -> None:
    """Checks the time and writes nothing; a refused time is raised with the nearest free slots."""
    try:
        await booking_context.unit_of_work.read(lambda tx: check_time(booking_context, tx, asked))
    except OtherTimes as refusal:
        wish = asked.starts_at or datetime.combine(asked.day, _NOON, asked.centre.zone)
        refusal.nearest = await booking_context.unit_of_work.read(
            lambda tx: booking_context.other_times(tx, asked.centre, asked.length, wish)
        )
        raise


async def write_or_other_times(
    booking_context: BookingContext,
    centre_id: str,
    length: timedelta,
    wish: datetime,
    work: Callable[[Transaction], Booking],
    *,
    trial: bool = False,
) -> Booking:
    """Runs the work, or only tries it; a refused time is raised with the nearest free slots."""
    try:
        booking = await booking_context.unit_of_work.write(_taken_back(work) if trial else work)
    except _TakenBackError as done:
        return done.booking
    except OtherTimes as refusal:
        centre = booking_context.bookable(centre_id)
        await _serve_line(booking_context, centre, wish)
        refusal.nearest = await booking_context.unit_of_work.read(
            lambda tx: booking_context.other_times(tx, centre, length, wish)
        )
        raise
    booking_context.wake()
    return booking


class _TakenBackError(Exception):
    """Rolls a trial booking back although it would have succeeded."""

    def __init__(self, booking: Booking) -> None:
        super().__init__()
        self.booking = booking


def _taken_back(work: Callable[[Transaction], Booking]) -> Callable[[Transaction], Booking]:
    def tried(tx: Transaction) -> Booking:
        raise _TakenBackError(work(tx))

    return tried


async def _serve_line(booking_context: BookingContext, centre: Centre, wish: datetime) -> None:
    """Offers the refused place to the waitlist; the offer made before was rolled back with the refused work."""
    day = centre.day(wish)
    if await booking_context.unit_of_work.read(lambda tx: tx.line.waiting(centre.id, day)):
        await booking_context.unit_of_work.write(lambda tx: offer_freed(booking_context, tx, centre, day))
        booking_context.wake()
