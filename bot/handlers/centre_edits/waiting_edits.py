"""Handles /changes: the card edits that wait for an admin, for admins and for their authors."""

from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.screens.centre_edits import card_edits as screens
from bot.screens.centre_edits import waiting_edits
from bot.screens.centre_edits.actions import ShowWaitingEdit
from bot.screens.home import home
from bot.screens.staff import staff
from bot.staff.card_edit_service import CardEditService
from bot.staff.card_edit_store import CardEditStore
from bot.staff.roster import Roster


async def changes(talk: Talk, card_edit_service: CardEditService, centre_lookup: CentreLookup, roster: Roster) -> None:
    """Lists what waits."""
    if not roster.is_staff(talk.person):
        await talk.reply(staff.staff_only())
        return
    edits = await card_edit_service.waiting_for(talk.person)
    known = [(edit, centre) for edit in edits if (centre := centre_lookup.centre(edit.centre))]
    await talk.reply(waiting_edits.waiting(known))


async def show(
    talk: Talk,
    action: ShowWaitingEdit,
    card_edit_service: CardEditService,
    card_edits: CardEditStore,
    centre_lookup: CentreLookup,
    roster: Roster,
) -> None:
    """One of them: an admin decides, its author sees that it waits."""
    edits = await card_edit_service.waiting_for(talk.person)
    edit = next((one for one in edits if one.id == action.change), None)
    centre = centre_lookup.centre(edit.centre) if edit else None
    if edit is None or centre is None:
        await talk.reply(home.outdated())
        return
    now = centre_lookup.clock.now()
    if roster.is_admin(talk.person):
        newer = await card_edits.accepted_after(edit)
        await talk.reply(screens.change_to_decide(edit, centre, now, newer))
    else:
        await talk.reply(screens.seen_by_author(edit, centre, now))


ROUTES = Routes(commands={"changes": changes}, actions={ShowWaitingEdit: show})
