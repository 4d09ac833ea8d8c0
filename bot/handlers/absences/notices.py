"""Renders the notice that offers visits of an absent colleague, at the moment of sending."""

from bot.booking.absences.absence_service import AbsenceService
from bot.booking.absences.notices import VISITS_TO_TAKE
from bot.booking.booking import BookingId, BookingState
from bot.booking.capacity import AbsenceId
from bot.handlers.feature import Renders
from bot.handlers.librarian_day.day_view import DayView
from bot.outbox.notice import Payload
from bot.screens.absences import notices as screens
from bot.screens.screen import Screen


def absence_renders(absence_service: AbsenceService, day_view: DayView) -> Renders:
    """The renderer; None where the absence was taken back, or every visit has found somebody."""

    async def visits_to_take(payload: Payload) -> Screen | None:
        absence = await absence_service.find(AbsenceId(int(payload["absence"])))
        centre = day_view.centre_lookup.centre(str(payload["centre"]))
        if absence is None or centre is None:
            return None
        now = day_view.centre_lookup.clock.now()
        found = [await day_view.booking.told_of(BookingId(int(id_))) for id_ in str(payload["bookings"]).split()]
        booked = [one for one in found if one and one.state is BookingState.BOOKED and one.starts_at > now]
        waiting = [one for one in booked if absence.covers(centre.day(one.starts_at))]  # of a shortened one, fewer
        open_ = [(one, one.starts_at.astimezone(centre.zone)) for one in waiting if one.taken_by is None]
        who = day_view.name_of(absence.person)
        return screens.offered_visits(who, absence.days, centre.short_name, open_) if open_ else None

    return {VISITS_TO_TAKE: visits_to_take}
