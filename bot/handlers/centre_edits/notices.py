"""What the notices about changed cards say, found out at the moment of sending."""

from bot.centres.centre import Centre
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.feature import Renders
from bot.outbox.notice import Payload
from bot.screens.centre_edits import card_edits as card_edit_screens
from bot.screens.centre_edits import consultation_hours
from bot.screens.screen import Screen
from bot.staff.card_edit import CardEdit, CardEditStage, ChangeId
from bot.staff.card_edit_service import CHANGE_CAME, CHANGE_DECIDED, HOURS_SET
from bot.staff.card_edit_store import CardEditStore


def centre_edit_renders(card_edits: CardEditStore, centre_lookup: CentreLookup) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def found(payload: Payload) -> tuple[CardEdit, Centre] | None:
        change = await card_edits.find_edit(ChangeId(int(payload["change"])))
        centre = centre_lookup.centre(change.centre) if change else None
        return (change, centre) if change and centre else None

    async def change_came(payload: Payload) -> Screen | None:
        match await found(payload):
            case (change, centre) if change.stage is CardEditStage.SENT:
                newer = await card_edits.accepted_after(change)
                return card_edit_screens.change_to_decide(change, centre, centre_lookup.clock.now(), newer)
            case _:
                return None

    async def change_decided(payload: Payload) -> Screen | None:
        pair = await found(payload)
        return card_edit_screens.answer_to_author(*pair) if pair else None

    async def hours_set(payload: Payload) -> Screen | None:
        pair = await found(payload)
        return consultation_hours.changed_by_librarian(*pair, centre_lookup.clock.now()) if pair else None

    return {CHANGE_CAME: change_came, CHANGE_DECIDED: change_decided, HOURS_SET: hours_set}
