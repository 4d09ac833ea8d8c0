"""«да», «в 12» below the times that the library proposes instead of closed ones."""

import re
from collections.abc import Sequence

from bot.booking.booking_service import BookingService
from bot.handlers.my_bookings import reschedule
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.russian.normalize import bare_words
from bot.russian.yes_no import is_yes
from bot.screens.my_bookings import notices
from bot.screens.my_bookings.actions import MoveTo
from bot.screens.time_codes import moment_of

_TIME = re.compile(r"(?:(?:да|давайте|можно|лучше|тогда) )*(?:в |на |к )?(\d{1,2})(?:[ :](\d\d))?(?: час\w*)?")
_SEVERAL = 2  # of one time «да» is pressed as a button


async def choose(talk: Talk, text: str, actions: tuple[MoveTo, ...], booking: BookingService, own: MyBookings) -> None:
    """The one of the times that was said; else it is asked which, with their numbers."""
    visit = await own.one(talk.person, actions[0].booking)
    times = [(one, at) for one in actions if (at := moment_of(one.minute))]
    said = None if "?" in text else _TIME.fullmatch(bare_words(text))  # «можно в 12?» asks, and moves nothing
    wanted = (int(said[1]), int(said[2] or 0)) if said else None
    meant = [one for one, at in times if (visit.local(at).hour, visit.local(at).minute) == wanted]
    if len(meant) == 1:
        await reschedule.move(talk, meant[0], booking, own)
    else:
        await talk.reply(notices.which_proposed(visit, [at for _, at in times]))


def _reads(text: str, labels: Sequence[str]) -> bool:
    return len(labels) >= _SEVERAL and (is_yes(text) or _TIME.fullmatch(bare_words(text)) is not None)


ROUTES = Routes(told={MoveTo: Told(_reads, choose)})
