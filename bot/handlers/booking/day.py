"""The step of the day: the free days, those with a known hour, or where there are none those to wait for."""

from collections.abc import Sequence
from dataclasses import replace

from bot.booking.booking import Slot
from bot.centres.centre import Centre
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.screens.booking.when import NOT_THEN, DayChoice, FullDayChoice, MomentChoice

_MOMENTS_SHOWN = 5


async def ask(dialog: BookingDialog, view: DraftView) -> DayChoice | MomentChoice | FullDayChoice | DraftView:
    """Asks for the day; the first free time is taken where it was asked for. Raises NotBookable, TopicGone."""
    placed = dialog.placed(view.draft)
    slots = await dialog.free(placed.centre, placed.topic)
    fitting = _fitting(slots, placed.centre, view)
    if view.draft.soonest and fitting:
        return replace(view, draft=view.draft.with_moment(fitting[0].starts_at, placed.centre.zone))
    if view.draft.at is not None:
        if fitting:
            return MomentChoice(placed, fitting[:_MOMENTS_SHOWN], view.draft.at)
        return view.on(view.draft.without_moment(), NOT_THEN)
    full = await dialog.booking.full_days(placed.centre.id, placed.topic.id)
    if slots and not (view.full and full):
        return DayChoice(placed, fitting or slots, view.page, others=bool(full))
    return FullDayChoice(placed, tuple(full), view.page, any_free=bool(slots))


def _fitting(slots: Sequence[Slot], centre: Centre, view: DraftView) -> list[Slot]:
    """The times that fit the words and the hour or part of the day that is known."""
    local = [(slot, slot.starts_at.astimezone(centre.zone)) for slot in slots]
    return [slot for slot, at in local if view.draft.fits(at) and (view.wanted is None or view.wanted.fits(at))]
