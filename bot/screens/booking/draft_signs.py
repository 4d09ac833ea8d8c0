"""What is known of a booking on a button, but for the visitor; read for years, so none of it ever changes.

Day and time are those of the centre's clock, for the centre need not be known: four signs are both, three a day alone,
two a time alone.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.booking.draft import BookingDraft
from bot.centres.centre import CentreId
from bot.screens.booking.actions import ContinueBooking
from bot.screens.time_codes import moment_code, moment_of

UNKNOWN = "-"
_FIRST = datetime(2025, 1, 1, tzinfo=UTC)  # the moment that four first signs mean
_MINUTE = timedelta(minutes=1)


def continue_booking(draft: BookingDraft) -> ContinueBooking:
    """The button that goes on with the draft."""
    return ContinueBooking(draft.topic or UNKNOWN, draft.centre or UNKNOWN, _signs(draft.day, draft.at))


def draft_of(action: ContinueBooking) -> BookingDraft | None:
    """The draft of a button; None for what no button of ours carries."""
    topic, centre = (None if value == UNKNOWN else value for value in (action.topic, action.centre))
    known = BookingDraft(topic, CentreId(centre) if centre else None)
    if action.at == UNKNOWN:
        return known
    at = moment_of(action.at.rjust(4, "A"))
    if at is None:
        return None
    match len(action.at):
        case 4:
            return known.with_moment(at, UTC)
        case 3:
            return replace(known, day=_FIRST.date() + (at - _FIRST) // _MINUTE * timedelta(days=1))
        case 2 if at.date() == _FIRST.date():
            return replace(known, at=at.time())
        case _:
            return None


def _signs(day: date | None, at: time | None) -> str:
    """The signs of a day and a time; of a day that no sign reaches there are none, and it is asked again."""
    try:
        if day and at is not None:
            return moment_code(datetime.combine(day, at.replace(fold=0), UTC))
        if day:
            return moment_code(_FIRST + (day - _FIRST.date()).days * _MINUTE)[1:]
    except ValueError:
        return UNKNOWN
    return moment_code(datetime.combine(_FIRST, at, UTC))[2:] if at is not None else UNKNOWN
