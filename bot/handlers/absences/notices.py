"""Renders the notice that offers visits of an absent colleague, at the moment of sending."""

from datetime import datetime

from bot.booking.absences.absence import Absence
from bot.booking.absences.absence_service import AbsenceService
from bot.booking.absences.notices import VISITS_TO_TAKE
from bot.booking.booking import Booking, BookingId, BookingState
from bot.booking.capacity import AbsenceId
from bot.handlers.feature import Renders
from bot.handlers.librarian_day.day_view import DayView
from bot.outbox.notice import Payload
from bot.people import Address
from bot.screens.absences import notices as screens
from bot.screens.screen import Screen


def absence_renders(absence_service: AbsenceService, day_view: DayView) -> Renders:
    """The renderer; None where the person is there on those days, or every visit has found somebody."""

    async def visits_to_take(payload: Payload) -> Screen | None:
        centre = day_view.centre_lookup.centre(str(payload["centre"]))
        if centre is None:
            return None
        now = day_view.centre_lookup.clock.now()
        found = [await day_view.booking.told_of(BookingId(int(id_))) for id_ in str(payload["bookings"]).split()]
        open_ = [one for one in found if one and _is_open(one, now)]
        absences = await _standing(absence_service, payload)
        for absence in absences:
            # Of a shortened one there are fewer.
            hers = [one for one in open_ if absence.covers(centre.day(one.starts_at))]
            if hers:
                timed = [(one, one.starts_at.astimezone(centre.zone)) for one in hers]
                who = day_view.name_of(absence.person)
                return screens.offered_visits(who, absence.days, centre.short_name, timed)
        return None

    return {VISITS_TO_TAKE: visits_to_take}


def _is_open(visit: Booking, now: datetime) -> bool:
    return visit.state is BookingState.BOOKED and visit.starts_at > now and visit.taken_by is None


async def _standing(absence_service: AbsenceService, payload: Payload) -> list[Absence]:
    """The absences of that person as they stand: made longer, one has another number than when visits were offered."""
    if "by" in payload:
        return await absence_service.standing(Address(str(payload["by_channel"]), int(payload["by"])))
    absence = await absence_service.find(AbsenceId(int(payload["absence"])))
    return [absence] if absence else []
