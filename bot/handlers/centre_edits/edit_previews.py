"""The preview of a card edit, which its author sees before anybody else."""

from contextlib import suppress
from dataclasses import dataclass

from bot.booking.booking import Closure, Interval
from bot.booking.closures.closure_service import Closed, ClosureService
from bot.booking.closures.hours_preview import HoursPreviewer
from bot.booking.refusals import Refusal
from bot.booking.slots import BookableDays, day_bounds
from bot.centres.card_edits import CardPart, changed
from bot.centres.centre import Centre
from bot.clock import Clock
from bot.people import Address
from bot.screens.centre_edits import announced_closing, card_edits, consultation_hours
from bot.screens.screen import Screen
from bot.staff.card_edit import CardEdit, CardEditStage
from bot.staff.card_edit_service import CardEditService
from bot.staff.roster import Roster


@dataclass(frozen=True, slots=True)
class EditPreviews:
    """Previews of card edits; for consultation hours and closed days also their effect on booking."""

    changes: CardEditService
    forecast: HoursPreviewer
    closures: ClosureService
    roster: Roster
    clock: Clock

    async def preview_of(self, change: CardEdit, author: Address) -> Screen:
        """The preview of an edit. Raises a ChangeError where the author works at the centre no more."""
        centre, now = self.changes.centre(change.centre, author), self.clock.now()
        if change.part is CardPart.CONSULTATIONS:
            outlook = await self.forecast.preview_of(author, changed(centre, change.fields))
            return consultation_hours.preview(change, centre, outlook, now)
        met, warnings = await self._met(change, centre, author), await self._warnings(change, centre, author)
        at_once = self.roster.is_admin(author)
        return card_edits.preview(change, centre, now, at_once=at_once, met=met, warnings=warnings)

    async def _warnings(self, change: CardEdit, centre: Centre, author: Address) -> tuple[str, ...]:
        """What new opening hours do to the hours of booking that stand."""
        if change.part is not CardPart.HOURS or centre.consultations is None or not change.fields:
            return ()
        after = changed(centre, change.fields)
        return tuple(consultation_hours.warnings(after, await self.forecast.preview_of(author, after)))

    async def close_announced(self, change: CardEdit, centre: Centre, person: Address) -> list[Closed]:
        """Closes the days of an announcement that was written down, run by run; none where nobody may book."""
        done: list[Closed] = []
        for hours in _closed_hours(change, centre):
            with suppress(Refusal):
                done.append(await self.closures.close(person, centre.id, hours))
        return done

    async def still_closed(self, change: CardEdit, centre: Centre, person: Address) -> list[Closure]:
        """The closures ahead that outlive an announcement which was taken down; none for any other edit."""
        is_taken_down = change.stage is CardEditStage.TAKEN and "notice" in change.fields
        if not is_taken_down or change.fields["notice"] is not None:
            return []
        with suppress(Refusal):
            return await self.closures.ahead(person, centre.id)
        return []

    async def _met(self, change: CardEdit, centre: Centre, author: Address) -> int:
        met = 0
        for hours in _closed_hours(change, centre):
            with suppress(Refusal):
                met += len(await self.closures.would_displace(author, centre.id, hours))
        return met


def _closed_hours(change: CardEdit, centre: Centre) -> list[Interval]:
    runs = announced_closing.days_of(change)
    return [day_bounds(centre, BookableDays(days.first, days.last)) for days in runs]
