"""«часы записи», typed by a librarian where nothing was asked: the card with its buttons."""

from bot.handlers.centre_edits import card_edits
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.centres.nearest_with_slots import NearestWithSlots
from bot.handlers.talk import Talk
from bot.staff.roster import Roster


async def show(talk: Talk, roster: Roster, centre_lookup: CentreLookup, nearby: NearestWithSlots) -> None:
    """The same as /hours, but never in a group: there /hours is for all who read along."""
    await card_edits.hours(talk, roster, centre_lookup, nearby)
