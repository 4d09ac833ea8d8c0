"""What the letters by the clock say, found out at the moment of sending."""

from dataclasses import dataclass
from datetime import date

from bot.booking.letters import DAY_AHEAD, HOURS_END, VISITS_UNMARKED, still_booked
from bot.booking.slots import runs_out
from bot.booking.unit_of_work import UnitOfWork
from bot.centres.centre import Centre
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.feature import Renders
from bot.handlers.librarian_day.day_view import DayView
from bot.outbox.notice import Payload
from bot.questions.unit_of_work import QuestionStorage
from bot.screens.librarian_day import letters as letters_screens
from bot.screens.screen import Screen


def letter_renders(
    unit_of_work: UnitOfWork, centre_lookup: CentreLookup, day_view: DayView, questions: QuestionStorage
) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""
    letters = DayLetters(unit_of_work, centre_lookup, day_view, questions)
    return {
        DAY_AHEAD: letters.day_ahead,
        VISITS_UNMARKED: letters.visits_unmarked,
        HOURS_END: letters.hours_end,
    }


@dataclass(frozen=True, slots=True)
class DayLetters:
    """Everything the letters are made of."""

    unit_of_work: UnitOfWork
    centre_lookup: CentreLookup
    day_view: DayView
    questions: QuestionStorage

    async def day_ahead(self, payload: Payload) -> Screen | None:
        """Nothing where nobody comes, nobody is to be called and no question waits."""
        centre, day = self._about(payload)
        if centre is None:
            return None
        now = self.centre_lookup.clock.now()
        booked = await self.unit_of_work.read(lambda tx: still_booked(tx, centre, day))
        displaced = await self.unit_of_work.read(lambda tx: tx.bookings.displaced(centre.id, now))
        to_call = sum(not one.called_up for one in displaced)
        waiting = len(await self.questions.read(lambda tx: tx.awaiting()))
        if not booked and not to_call and not waiting:
            return None
        return letters_screens.day_ahead(centre, day, await self.day_view.all(booked), to_call, waiting)

    async def visits_unmarked(self, payload: Payload) -> Screen | None:
        """Nothing where they have been marked meanwhile."""
        centre, day = self._about(payload)
        if centre is None:
            return None
        now = self.centre_lookup.clock.now()
        booked = await self.unit_of_work.read(lambda tx: still_booked(tx, centre, day))
        over = [one for one in booked if one.ends_at <= now]
        return letters_screens.unmarked(centre, day, centre.day(now), await self.day_view.all(over)) if over else None

    async def hours_end(self, payload: Payload) -> Screen | None:
        """Nothing where they have been written anew meanwhile."""
        centre, day = self._about(payload)
        last = runs_out(centre, self.centre_lookup.clock.now()) if centre else None
        return letters_screens.hours_end(centre, last) if centre and last == day else None

    def _about(self, payload: Payload) -> tuple[Centre | None, date]:
        centre = self.centre_lookup.centre(str(payload["centre"]))
        return centre if centre and centre.consultations else None, date.fromisoformat(str(payload["day"]))
