"""What is known of a booking on a button, but for the visitor; read for years, so none of it ever changes.

Day and time are those of the centre's clock, for the centre need not be known: four signs are both, three a day alone,
two a time alone, one a part of the day alone. A part of the day (or that the first free time is meant) stands in the
upper bits of a day. In place of a centre «_» and a number are a point near which it would suit.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.booking.draft import BookingDraft
from bot.centres.centre import CentreId
from bot.russian.time.values import DayPart
from bot.screens.booking.actions import ContinueBooking
from bot.screens.centres.point_code import point_of, spot
from bot.screens.time_codes import moment_code, moment_of

UNKNOWN = "-"
_NEAR = "_"
_FIRST = datetime(2025, 1, 1, tzinfo=UTC)  # the moment that four first signs mean
_MINUTE = timedelta(minutes=1)
_DAYS = 2**14  # 44 years; three signs have room for sixteen times as many
_PARTS = (None, *DayPart)
_SOONEST = len(_PARTS)


def continue_booking(draft: BookingDraft) -> ContinueBooking:
    """The button that goes on with the draft."""
    place = draft.centre or (f"{_NEAR}{spot(draft.near)}" if draft.near else UNKNOWN)
    return ContinueBooking(draft.topic or UNKNOWN, place, _signs(draft))


def draft_of(action: ContinueBooking) -> BookingDraft | None:
    """The draft of a button; None for what no button of ours carries."""
    topic, place = (None if value == UNKNOWN else value for value in (action.topic, action.centre))
    known = _at_place(BookingDraft(topic), place)
    return known if action.at == UNKNOWN else _at_time(known, action.at)


def _at_time(known: BookingDraft, signs: str) -> BookingDraft | None:
    """The draft with what the signs of a time mean; None for no signs of ours."""
    at = moment_of(signs.rjust(4, "A"))
    if at is None:
        return None
    number = (at - _FIRST) // _MINUTE
    match len(signs):
        case 4:
            return known.with_moment(at, UTC)
        case 3:
            part, days = divmod(number, _DAYS)
            return _in_part(replace(known, day=_FIRST.date() + timedelta(days=days)), part)
        case 2 if at.date() == _FIRST.date():
            return replace(known, at=at.time())
        case 1 if number:
            return _in_part(known, number)
        case _:
            return None


def _at_place(draft: BookingDraft, place: str | None) -> BookingDraft:
    number = place.removeprefix(_NEAR) if place and place.startswith(_NEAR) else ""
    if number.isdecimal():
        return replace(draft, near=point_of(int(number)))
    return replace(draft, centre=CentreId(place) if place else None)


def _in_part(draft: BookingDraft, part: int) -> BookingDraft | None:
    if part == _SOONEST:
        return replace(draft, soonest=True)
    return replace(draft, part=_PARTS[part]) if part < _SOONEST else None


def _signs(draft: BookingDraft) -> str:
    """The signs of what is known of the time; of a day that no sign reaches there are none, and it is asked again."""
    day, at = draft.day, draft.at
    part = _SOONEST if draft.soonest else _PARTS.index(draft.part)
    try:
        if day and at is not None:
            return moment_code(datetime.combine(day, at.replace(fold=0), UTC))
        if day:
            return moment_code(_FIRST + (_day_number(day) + part * _DAYS) * _MINUTE)[1:]
    except ValueError:
        return UNKNOWN
    if at is not None:
        return moment_code(datetime.combine(_FIRST, at, UTC))[2:]
    return moment_code(_FIRST + part * _MINUTE)[3:] if part else UNKNOWN


def _day_number(day: date) -> int:
    """The number of a day. Raises ValueError where none of ours reaches it."""
    number = (day - _FIRST.date()).days
    if not 0 <= number < _DAYS:
        raise ValueError(day)
    return number
