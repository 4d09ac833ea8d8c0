"""Renders the daily letters and the notices to admins at the moment of sending."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.booking.letters import DAY_AHEAD, HOURS_END, VISITS_UNMARKED, still_booked
from bot.booking.slots import runs_out
from bot.booking.unit_of_work import UnitOfWork
from bot.centres.centre import Centre
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.librarian_day.day_view import DayView
from bot.maintenance.backups import COPY_FAILED
from bot.maintenance.disk_space import ROOM_LOW
from bot.outbox.delivery_worker import Render
from bot.outbox.notice import Payload
from bot.screens.maintenance import letters as letters_screens
from bot.screens.maintenance import status
from bot.screens.screen import Screen


@dataclass(frozen=True, slots=True)
class AdminLetters:
    """The collaborators that the letters are rendered from."""

    books: UnitOfWork
    guide: CentreLookup
    day_book: DayView

    async def day_ahead(self, payload: Payload) -> Screen | None:
        """The letter of the day ahead; None where nobody comes and nobody is to be called."""
        centre, day = self._about(payload)
        if centre is None:
            return None
        now = self.guide.clock.now()
        booked = await self.books.read(lambda tx: still_booked(tx, centre, day))
        displaced = await self.books.read(lambda tx: tx.bookings.displaced(centre.id, now))
        to_call = sum(not one.called_up for one in displaced)
        if not booked and not to_call:
            return None
        return letters_screens.day_ahead(centre, day, await self.day_book.all(booked), to_call)

    async def visits_unmarked(self, payload: Payload) -> Screen | None:
        """The letter about unmarked visits; None where all have been marked meanwhile."""
        centre, day = self._about(payload)
        if centre is None:
            return None
        now = self.guide.clock.now()
        booked = await self.books.read(lambda tx: still_booked(tx, centre, day))
        over = [one for one in booked if one.ends_at <= now]
        return letters_screens.unmarked(centre, day, centre.day(now), await self.day_book.all(over)) if over else None

    async def hours_end(self, payload: Payload) -> Screen | None:
        """The letter about ending hours; None where they have been written anew meanwhile."""
        centre, day = self._about(payload)
        last = runs_out(centre, self.guide.clock.now()) if centre else None
        return letters_screens.hours_end(centre, last) if centre and last == day else None

    def _about(self, payload: Payload) -> tuple[Centre | None, date]:
        centre = self.guide.centre(str(payload["centre"]))
        return centre if centre and centre.consultations else None, date.fromisoformat(str(payload["day"]))


def upkeep_renders(letters: AdminLetters) -> Mapping[str, Render[Screen]]:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def room_low(payload: Payload) -> Screen:
        return status.room_low(int(payload["free"]))

    async def copy_failed(payload: Payload) -> Screen:
        return status.copy_failed(str(payload["reason"]))

    return {
        ROOM_LOW: room_low,
        COPY_FAILED: copy_failed,
        DAY_AHEAD: letters.day_ahead,
        VISITS_UNMARKED: letters.visits_unmarked,
        HOURS_END: letters.hours_end,
    }
