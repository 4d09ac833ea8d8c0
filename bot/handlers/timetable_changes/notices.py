"""Renders the notices of a colleague's change of the timetable at the moment of sending."""

from datetime import datetime, timedelta

from bot.audit import AuditedDeed
from bot.booking.booking import Interval
from bot.booking.slots import BookableDays
from bot.booking.timetable_changes.desks_service import DesksService
from bot.booking.timetable_changes.told_changes import TIMETABLE_CHANGED
from bot.handlers.feature import Renders
from bot.handlers.librarian_day.day_view import DayView
from bot.outbox.notice import Payload
from bot.people import Address
from bot.screens.screen import Screen
from bot.screens.timetable_changes import notices

_MOMENT = timedelta(seconds=1)
_OF_DESKS = frozenset({AuditedDeed.DESKS_SET, AuditedDeed.DESKS_RESET})


def change_renders(day_view: DayView, desks_service: DesksService) -> Renders:
    """The renderer; None where the centre is gone. The number of desks is the one that holds when it is sent."""

    async def changed(payload: Payload) -> Screen | None:
        centre = day_view.centre_lookup.centre(str(payload["centre"]))
        if centre is None:
            return None
        hours = Interval(*(datetime.fromisoformat(str(payload[end])) for end in ("from", "until")))
        by = day_view.name_of(Address(str(payload["by_channel"]), int(payload["by"])))
        deed = AuditedDeed(str(payload["deed"]))
        days = BookableDays(centre.day(hours.start), centre.day(hours.end - _MOMENT))
        desks = await desks_service.holding(centre, days) if deed in _OF_DESKS else None
        return notices.changed(notices.ToldChange(deed, centre, hours, by, desks, str(payload["reason"])))

    return {TIMETABLE_CHANGED: changed}
