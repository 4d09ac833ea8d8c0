"""Which of their own visits a person speaks of: the one that was shown or named, else all that may be meant."""

from collections.abc import Sequence
from datetime import date

from bot.booking.booking import BookingState
from bot.booking.refusals import Gone, NotYours
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.talk import Talk
from bot.screens.callback_data import unpack
from bot.screens.my_bookings.actions import (
    CancelVisit,
    InTime,
    MoveVisit,
    SayLate,
    SayWhy,
    ShowVisit,
    WayThere,
    WillCome,
)
from bot.screens.my_bookings.own_visit import BookingView
from bot.understanding.acts import Slots

_OF_ONE_VISIT = MoveVisit | CancelVisit | ShowVisit | WillCome | WayThere | SayLate | InTime | SayWhy


async def meant(talk: Talk, own: MyBookings, slots: Slots, day: date | None = None) -> list[BookingView]:
    """The visits that may be meant; `day` is that of the visit, where it was said."""
    visits = [one for one in await own.ahead(talk.person) if one.booking.state is not BookingState.OFFERED]
    named = _named(visits, slots, day)
    if len(named) == 1:
        return named
    shown = shown_ids(talk)
    of_shown = [one for one in named if one.booking.id in shown]
    return of_shown if len(of_shown) == 1 else named


async def gone(talk: Talk, own: MyBookings) -> BookingView | None:
    """The one visit that was shown last, where it stands no more: cancelled elsewhere, or over."""
    shown = shown_ids(talk)
    if len(shown) != 1:
        return None
    try:
        visit = await own.one(talk.person, shown.pop())
    except (Gone, NotYours):
        return None
    return None if visit.can_change or visit.is_booked else visit


def shown_ids(talk: Talk) -> set[int]:
    """The visits that the last message has buttons of, or a notice that came after it."""
    offers = (talk.awaited.noticed(talk.conversation), talk.awaited.offered(talk.conversation))
    actions = (unpack(packed) for offer in offers for packed, _ in offer.named)
    return {action.booking for action in actions if isinstance(action, _OF_ONE_VISIT)}


def _named(visits: Sequence[BookingView], slots: Slots, day: date | None) -> list[BookingView]:
    """The visits with the code, the number, the day, the place or the visitor that was said; all where none has it."""
    if slots.n and slots.n <= len(visits):
        return [visits[slots.n - 1]]
    found = list(visits)
    for fits in (_of_code, _of_place, _of_visitor):
        found = [one for one in found if fits(one, slots)] or found
    on_day = [one for one in found if day and one.starts.date() == day]
    return on_day or found


def _of_code(visit: BookingView, slots: Slots) -> bool:
    return slots.code is not None and visit.booking.code == slots.code.upper()


def _of_place(visit: BookingView, slots: Slots) -> bool:
    centre = visit.centre
    return bool(centre and slots.place and slots.place in {centre.settlement, centre.municipality.short})


def _of_visitor(visit: BookingView, slots: Slots) -> bool:
    said = slots.name or slots.for_whom
    return bool(said) and visit.booking.visitor.called.casefold() == str(said).casefold()
