"""Renders the notices about closed days and lost group chats at the moment of sending."""

from bot.booking.booking import ClosureId, WaitlistPlaceId
from bot.booking.closures.told_closures import told_of
from bot.booking.notices import LINE_CLOSED
from bot.booking.unit_of_work import UnitOfWork
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.feature import Renders
from bot.outbox.notice import Payload
from bot.screens.closures import notices
from bot.screens.screen import Screen


def closure_renders(unit_of_work: UnitOfWork, centre_lookup: CentreLookup) -> Renders:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def line_closed(payload: Payload) -> Screen | None:
        told = await told_of(unit_of_work, WaitlistPlaceId(int(payload["place"])), ClosureId(int(payload["closure"])))
        centre = centre_lookup.centre(told[0].centre) if told else None
        return notices.day_closed(*told, centre) if told and centre else None

    return {LINE_CLOSED: line_closed}
