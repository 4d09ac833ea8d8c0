"""The preview of a card edit, which its author sees before anybody else."""

from dataclasses import dataclass

from bot.booking.closures.hours_preview import HoursPreviewer
from bot.centres.card_edits import CardPart, changed
from bot.clock import Clock
from bot.people import Address
from bot.screens.centre_edits import card_edits, consultation_hours
from bot.screens.screen import Screen
from bot.staff.card_edit import CardEdit
from bot.staff.card_edit_service import CardEditService
from bot.staff.roster import Roster


@dataclass(frozen=True, slots=True)
class EditPreviews:
    """Previews of card edits; for consultation hours also their effect on booking."""

    changes: CardEditService
    forecast: HoursPreviewer
    roster: Roster
    clock: Clock

    async def preview_of(self, change: CardEdit, author: Address) -> Screen:
        """The preview of an edit. Raises a ChangeError where the author works at the centre no more."""
        centre, now = self.changes.centre(change.centre, author), self.clock.now()
        if change.part is CardPart.CONSULTATIONS:
            outlook = await self.forecast.preview_of(author, changed(centre, change.fields))
            return consultation_hours.preview(change, centre, outlook, now)
        return card_edits.preview(change, centre, now, at_once=self.roster.is_admin(author))
