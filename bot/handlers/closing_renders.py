"""What the notices about closed days and lost desks say, found out at the moment of sending."""

from collections.abc import Mapping

from bot.booking.booking import ClosureId, PlaceInLineId
from bot.booking.closing import told_of
from bot.booking.ledger import Books
from bot.booking.promises import LINE_CLOSED
from bot.handlers.guide import Guide
from bot.outbox.courier import Render
from bot.outbox.notice import Payload
from bot.screens import closing_line, desk_groups
from bot.screens.screen import Screen
from bot.staff.desk_chats import DESK_LOST


def closing_renders(books: Books, guide: Guide) -> Mapping[str, Render[Screen]]:
    """By the kind of the notice; None where it is no longer true."""

    async def line_closed(payload: Payload) -> Screen | None:
        told = await told_of(books, PlaceInLineId(int(payload["place"])), ClosureId(int(payload["closure"])))
        centre = guide.centre(told[0].centre) if told else None
        return closing_line.day_closed(*told, centre) if told and centre else None

    async def desk_lost(payload: Payload) -> Screen:
        return desk_groups.lost(guide.name_of(str(payload["centre"])), str(payload["title"]))

    return {LINE_CLOSED: line_closed, DESK_LOST: desk_lost}
