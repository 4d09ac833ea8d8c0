"""Renders the notices about librarians and card edits at the moment of sending."""

from collections.abc import Mapping

from bot.centres.centre import Centre
from bot.handlers.centre_lookup import CentreLookup
from bot.outbox.delivery_worker import Render
from bot.outbox.notice import Payload
from bot.screens.centre_edits import card_edits, consultation_hours
from bot.screens.screen import Screen
from bot.screens.staff import invitations
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId
from bot.staff.card_edit_service import CHANGE_CAME, CHANGE_DECIDED, HOURS_SET, CardEditStore
from bot.staff.invitations import LIBRARIAN_JOINED
from bot.staff.roster import LIBRARIAN_LEFT


def staff_renders(changes: CardEditStore, guide: CentreLookup) -> Mapping[str, Render[Screen]]:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def found(payload: Payload) -> tuple[CardEdit, Centre] | None:
        change = await changes.find_edit(ChangeId(int(payload["change"])))
        centre = guide.centre(change.centre) if change else None
        return (change, centre) if change and centre else None

    async def change_came(payload: Payload) -> Screen | None:
        match await found(payload):
            case (change, centre) if change.stage is CardEditStage.SENT:
                return card_edits.change_to_decide(change, centre, guide.clock.now())
            case _:
                return None

    async def change_decided(payload: Payload) -> Screen | None:
        pair = await found(payload)
        return card_edits.answer_to_author(*pair) if pair else None

    async def hours_set(payload: Payload) -> Screen | None:
        pair = await found(payload)
        return consultation_hours.changed_by_librarian(*pair, guide.clock.now()) if pair else None

    async def joined(payload: Payload) -> Screen:
        return invitations.newcomer(str(payload["name"]), guide.name_of(str(payload["centre"])))

    async def left(payload: Payload) -> Screen:
        return invitations.left(guide.name_of(str(payload["centre"])))

    return {
        CHANGE_CAME: change_came,
        CHANGE_DECIDED: change_decided,
        HOURS_SET: hours_set,
        LIBRARIAN_JOINED: joined,
        LIBRARIAN_LEFT: left,
    }
