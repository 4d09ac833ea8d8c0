"""Renders the notices about closed days and lost group chats at the moment of sending."""

from collections.abc import Mapping

from bot.booking.booking import ClosureId, PlaceInLineId
from bot.booking.closures import told_of
from bot.booking.notices import LINE_CLOSED
from bot.booking.unit_of_work import UnitOfWork
from bot.handlers.centre_lookup import CentreLookup
from bot.outbox.delivery_worker import Render
from bot.outbox.notice import Payload
from bot.screens.closures import notices
from bot.screens.screen import Screen
from bot.screens.staff import group_chats
from bot.staff.group_chats import DESK_LOST


def closing_renders(books: UnitOfWork, guide: CentreLookup) -> Mapping[str, Render[Screen]]:
    """The renderers by the kind of the notice; each gives None where it is no longer true."""

    async def line_closed(payload: Payload) -> Screen | None:
        told = await told_of(books, PlaceInLineId(int(payload["place"])), ClosureId(int(payload["closure"])))
        centre = guide.centre(told[0].centre) if told else None
        return notices.day_closed(*told, centre) if told and centre else None

    async def desk_lost(payload: Payload) -> Screen:
        return group_chats.lost(guide.name_of(str(payload["centre"])), str(payload["title"]))

    return {LINE_CLOSED: line_closed, DESK_LOST: desk_lost}
