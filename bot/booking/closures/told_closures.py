"""What a notice of a closure is about, where it is still true."""

from bot.booking.booking import Closure, ClosureId, WaitlistEntry, WaitlistPlaceId, WaitlistState
from bot.booking.unit_of_work import UnitOfWork


async def told_of(
    unit_of_work: UnitOfWork, place: WaitlistPlaceId, closure: ClosureId
) -> tuple[WaitlistEntry, Closure] | None:
    """The waitlist entry that a notice is about; None where the notice is no longer true."""
    match await unit_of_work.read(lambda tx: (tx.line.find_entry(place), tx.closures.find_closure(closure))):
        case (WaitlistEntry(state=WaitlistState.WAITING) as waiting, Closure() as standing):
            return waiting, standing
        case _:
            return None
