"""What the letters by the clock say, found out at the moment of sending."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.booking.day_letters import DAY_AHEAD, HOURS_END, VISITS_UNMARKED, still_booked
from bot.booking.ledger import Books
from bot.booking.timetable import runs_out
from bot.centres.centre import Centre
from bot.handlers.day_book import DayBook
from bot.handlers.guide import Guide
from bot.outbox.courier import Render
from bot.outbox.notice import Payload
from bot.screens import upkeep, upkeep_letters
from bot.screens.screen import Screen
from bot.upkeep.copies import COPY_FAILED
from bot.upkeep.room import ROOM_LOW


@dataclass(frozen=True, slots=True)
class Letters:
    """Everything the letters are made of."""

    books: Books
    guide: Guide
    day_book: DayBook

    async def day_ahead(self, payload: Payload) -> Screen | None:
        """Nothing where nobody comes and nobody is to be called."""
        centre, day = self._about(payload)
        if centre is None:
            return None
        now = self.guide.clock.now()
        booked = await self.books.read(lambda tx: still_booked(tx, centre, day))
        displaced = await self.books.read(lambda tx: tx.bookings.displaced(centre.id, now))
        to_call = sum(not one.called_up for one in displaced)
        if not booked and not to_call:
            return None
        return upkeep_letters.day_ahead(centre, day, await self.day_book.all(booked), to_call)

    async def visits_unmarked(self, payload: Payload) -> Screen | None:
        """Nothing where they have been marked meanwhile."""
        centre, day = self._about(payload)
        if centre is None:
            return None
        now = self.guide.clock.now()
        booked = await self.books.read(lambda tx: still_booked(tx, centre, day))
        over = [one for one in booked if one.ends_at <= now]
        return upkeep_letters.unmarked(centre, day, centre.day(now), await self.day_book.all(over)) if over else None

    async def hours_end(self, payload: Payload) -> Screen | None:
        """Nothing where they have been written anew meanwhile."""
        centre, day = self._about(payload)
        last = runs_out(centre, self.guide.clock.now()) if centre else None
        return upkeep_letters.hours_end(centre, last) if centre and last == day else None

    def _about(self, payload: Payload) -> tuple[Centre | None, date]:
        centre = self.guide.centre(str(payload["centre"]))
        return centre if centre and centre.consultations else None, date.fromisoformat(str(payload["day"]))


def upkeep_renders(letters: Letters) -> Mapping[str, Render[Screen]]:
    """By the kind of the notice; None where it is no longer true."""

    async def room_low(payload: Payload) -> Screen:
        return upkeep.room_low(int(payload["free"]))

    async def copy_failed(payload: Payload) -> Screen:
        return upkeep.copy_failed(str(payload["reason"]))

    return {
        ROOM_LOW: room_low,
        COPY_FAILED: copy_failed,
        DAY_AHEAD: letters.day_ahead,
        VISITS_UNMARKED: letters.visits_unmarked,
        HOURS_END: letters.hours_end,
    }
