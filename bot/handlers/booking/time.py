"""The step of the time: the free times of the day."""

from dataclasses import replace
from datetime import datetime, time

from bot.booking.slots import nearest
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.screens.booking.when import NOT_THEN, FullDay, TimeChoice

_OTHERS = 3  # free times told instead of a full day


async def ask(dialog: BookingDialog, view: DraftView) -> TimeChoice | FullDay | DraftView:
    """Asks for the time of a day on which people are received. Raises NotBookable, TopicGone."""
    placed, wanted, day = dialog.placed(view.draft), view.wanted, view.draft.known_day()
    zone = placed.centre.zone
    slots = await dialog.free(placed.centre, placed.topic, day)
    if not slots:
        others = await dialog.free(placed.centre, placed.topic)
        return FullDay(placed, day, nearest(others, datetime.combine(day, time(12), zone), _OTHERS))
    local = [(slot, slot.starts_at.astimezone(zone)) for slot in slots]
    fitting = [slot for slot, at in local if view.draft.fits(at) and (wanted is None or wanted.fits(at))]
    if view.draft.soonest and fitting:
        return replace(view, draft=view.draft.with_moment(fitting[0].starts_at, zone))
    if not fitting and not view.note:
        return view.on(replace(view.draft, part=None), NOT_THEN)
    return TimeChoice(placed, fitting or slots, view.since or (fitting or slots)[0].starts_at)
