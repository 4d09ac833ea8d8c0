"""The step of the time: the free times of the day."""

from datetime import datetime, time

from bot.booking.slots import nearest
from bot.handlers.booking.context import BookingDialog, DraftView
from bot.screens.booking.when import FullDay, TimeChoice

_OTHERS = 3  # free times told instead of a full day


async def ask(dialog: BookingDialog, view: DraftView) -> TimeChoice | FullDay:
    """Asks for the time of a day on which people are received. Raises NotBookable, TopicGone."""
    placed, wanted, day = dialog.placed(view.draft), view.wanted, view.draft.known_day()
    zone = placed.centre.zone
    slots = await dialog.free(placed.centre, placed.topic, day)
    if not slots:
        others = await dialog.free(placed.centre, placed.topic)
        return FullDay(placed, day, nearest(others, datetime.combine(day, time(12), zone), _OTHERS))
    fitting = [slot for slot in slots if wanted is None or wanted.fits(slot.starts_at.astimezone(zone))]
    return TimeChoice(placed, fitting or slots, view.since or (fitting or slots)[0].starts_at)
