"""Renders the notices of a colleague's change of the timetable at the moment of sending."""

from datetime import datetime

from bot.audit import AuditedDeed
from bot.booking.booking import Interval
from bot.booking.timetable_changes.told_changes import TIMETABLE_CHANGED
from bot.handlers.feature import Renders
from bot.handlers.librarian_day.day_view import DayView
from bot.outbox.notice import Payload
from bot.people import Address
from bot.screens.screen import Screen
from bot.screens.timetable_changes import notices


def change_renders(day_view: DayView) -> Renders:
    """The renderer; None where the centre is gone."""

    async def changed(payload: Payload) -> Screen | None:
        centre = day_view.centre_lookup.centre(str(payload["centre"]))
        if centre is None:
            return None
        hours = Interval(*(datetime.fromisoformat(str(payload[end])) for end in ("from", "until")))
        by = day_view.name_of(Address(str(payload["by_channel"]), int(payload["by"])))
        deed, desks, reason = AuditedDeed(str(payload["deed"])), int(payload["desks"]), str(payload["reason"])
        return notices.changed(notices.ToldChange(deed, centre, hours, by, desks, reason))

    return {TIMETABLE_CHANGED: changed}
