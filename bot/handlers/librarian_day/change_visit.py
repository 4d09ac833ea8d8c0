"""A librarian reschedules or cancels a visit, names or deletes one that a librarian has entered."""

from datetime import datetime

from bot.booking.booking import BookingId
from bot.booking.operations import LONGEST_REASON
from bot.booking.refusals import Refusal
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.privacy.masking import mask
from bot.screens.home import home
from bot.screens.librarian_day import choose_time, visit_card, walk_ins
from bot.screens.librarian_day.actions import CallOff, NameVisitor, ShiftTimes, ShiftTo, ShiftVisit, StrikeOff
from bot.screens.librarian_day.prompts import CallOffReasonPrompt, ShiftTimePrompt, VisitorNamePrompt
from bot.screens.librarian_day.visit import DayVisit
from bot.screens.time_codes import date_of, moment_of


async def which_day(talk: Talk, action: ShiftVisit, day_view: DayView) -> None:
    """Shows the days with free slots for the visit."""
    visit = await day_view.one(talk.person, action.booking)
    if not visit.is_ahead:
        await talk.reply(visit_card.card(visit))
        return
    choosing, slots = await day_view.shifting(talk.person, visit)
    screen = choose_time.which_day(choosing, slots, max(action.page - 1, 0))
    await talk.ask(screen, ShiftTimePrompt(visit.booking.id), in_place=action.page > 0)


async def which_time(talk: Talk, action: ShiftTimes, day_view: DayView) -> None:
    """Shows the free slots of one day for the visit."""
    if (day := date_of(action.on)) is None:
        await talk.reply(home.outdated())
        return
    visit = await day_view.one(talk.person, action.booking)
    choosing, slots = await day_view.shifting(talk.person, visit)
    screen = choose_time.which_time(choosing, slots, day, max(action.page - 1, 0))
    await talk.ask(screen, ShiftTimePrompt(visit.booking.id, day), in_place=action.page > 0)


async def shift(talk: Talk, action: ShiftTo, day_view: DayView) -> None:
    """Moves the visit to the time of the button."""
    if (at := moment_of(action.at)) is None:
        await talk.reply(home.outdated())
        return
    await shift_to(talk, await day_view.one(talk.person, action.booking), at, day_view)


async def propose_shift(talk: Talk, visit: DayVisit, at: datetime, day_view: DayView) -> None:
    """Shows the typed time as it was understood: the citizen is told of the move at once."""
    choosing, _ = await day_view.shifting(talk.person, visit)
    try:
        await day_view.booking.move(talk.person, visit.booking.id, at, trial=True)
    except Refusal as no:
        await talk.reply(choose_time.not_then(choosing, no))
    else:
        await talk.reply(choose_time.is_it_then(choosing, at))


async def shift_to(talk: Talk, visit: DayVisit, at: datetime, day_view: DayView) -> None:
    """Moves the visit; where that is refused it stays, and another time is still awaited."""
    choosing, _ = await day_view.shifting(talk.person, visit)
    try:
        moved = await day_view.booking.move(talk.person, visit.booking.id, at)
    except Refusal as no:
        await talk.ask(choose_time.not_then(choosing, no), ShiftTimePrompt(visit.booking.id))
        return
    await talk.awaited.clear(talk.conversation)
    await talk.confirm(visit_card.shifted(await day_view.seen(moved)))


async def call_off(talk: Talk, action: CallOff, day_view: DayView) -> None:
    """Asks once more before cancelling; a reason that was typed meanwhile goes along."""
    reason = _reason(talk, action.booking)
    visit = await day_view.one(talk.person, action.booking)
    if action.sure:
        await call_off_with(talk, action.booking, reason, day_view)
    elif not visit.is_ahead:
        await talk.reply(visit_card.card(visit))
    else:
        await talk.ask(visit_card.call_off_first(visit), CallOffReasonPrompt(visit.booking.id))


async def call_off_with(talk: Talk, id_: int, reason: str | None, day_view: DayView) -> None:
    """Cancels the visit; one cancelled before is shown as it is. Raises Gone, NotYours, TooLate."""
    visit = await day_view.one(talk.person, id_)
    if not visit.is_ahead:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(visit_card.card(visit))
        return
    cancelled = await day_view.booking.cancel(talk.person, visit.booking.id, reason)
    await talk.awaited.clear(talk.conversation)
    await talk.confirm(visit_card.called_off(await day_view.seen(cancelled)))


async def propose_reason(talk: Talk, id_: int, reason: str, day_view: DayView) -> None:
    """Shows the typed reason of a cancellation before it is sent. Raises Gone, NotYours."""
    visit, tidy = await day_view.one(talk.person, id_), mask(reason).strip()[:LONGEST_REASON]
    if visit.is_ahead:
        await talk.ask(visit_card.call_off_because(visit, tidy), CallOffReasonPrompt(id_, tidy))
    else:
        await talk.awaited.clear(talk.conversation)
        await talk.reply(visit_card.card(visit))


async def strike(talk: Talk, action: StrikeOff, day_view: DayView) -> None:
    """Deletes a walk-in written down by mistake."""
    struck = await day_view.visits.strike(talk.person, BookingId(action.booking))
    await talk.confirm(visit_card.struck(await day_view.seen(struck)))


async def name(talk: Talk, action: NameVisitor, day_view: DayView) -> None:
    """Asks for the name of a visitor entered by a librarian, or leaves it as it is."""
    visit = await day_view.one(talk.person, action.booking)
    if action.skip:
        await talk.reply(walk_ins.named(visit))
    else:
        await talk.ask(visit_card.which_name(visit), VisitorNamePrompt(visit.booking.id))


def _reason(talk: Talk, id_: int) -> str | None:
    match talk.awaited.text(talk.conversation):
        case CallOffReasonPrompt(booking, reason) if booking == id_ and reason:
            return reason
        case _:
            return None


ROUTES = Routes(
    actions={
        ShiftVisit: which_day,
        ShiftTimes: which_time,
        ShiftTo: shift,
        CallOff: call_off,
        StrikeOff: strike,
        NameVisitor: name,
    }
)
