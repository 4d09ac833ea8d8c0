"""A librarian speaks of a visitor's visit: it is opened, or nobody of that name was found; never a visit of her own."""

from bot.handlers.librarian_day.acts import open_named
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.talk import Talk
from bot.russian import names
from bot.screens.librarian_day import said
from bot.screens.my_bookings.own_visit import BookingView
from bot.understanding.acts import Act
from bot.understanding.named_other import named_other


async def answered(talk: Talk, act: Act, text: str, own: MyBookings, day_view: DayView) -> bool:
    """«перенесите Антипову на пятницу» of a librarian: whether it is about somebody else, and was answered so."""
    if await open_named(talk, text, day_view):
        return True
    if not day_view.is_offered or not day_view.roster.is_staff(talk.person):
        return False
    other = named_other(text, act.slots, day_view.name_of(talk.person))
    if other is None or any(_is_of(visit, other, text) for visit in await own.ahead(talk.person)):
        return False
    await talk.reply(said.no_visit_of(other))
    return True


def _is_of(visit: BookingView, other: str, text: str) -> bool:
    """Whether a visit that the librarian has booked as a citizen is the one named: by its code, by its visitor."""
    called = visit.booking.visitor.called
    return visit.booking.code == other or names.mentions(text, called) or names.is_called(called, other)
