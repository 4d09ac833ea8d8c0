"""«перенесите на среду», «отменить»: said where the last message offers these ways with a visit, or lists visits."""

from collections.abc import Sequence

from bot.booking.booking import BookingId
from bot.booking.booking_service import BookingService
from bot.booking.typed.spoken_change import Deed, read_change
from bot.faq.live_faq import LiveFaq
from bot.handlers.bot_info import BotInfo
from bot.handlers.my_bookings import reschedule
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.routes import Routes, Told
from bot.handlers.talk import Talk
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.visits import read_when
from bot.screens.my_bookings import bookings_list, cancel, said_of_visit
from bot.screens.my_bookings.actions import CancelVisit, MoveVisit, ShowVisit
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.screen import Screen

Offers = tuple[MoveVisit | CancelVisit | ShowVisit, ...]


async def change(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    actions: Offers,
    booking: BookingService,
    own: MyBookings,
    live_faq: LiveFaq,
    bot_info: BotInfo,
) -> None:
    """The one visit of the message, or the line that was named; of several it is asked which."""
    said, ids = read_change(text), list(dict.fromkeys(action.booking for action in actions))
    if said is None:
        return
    number, rest = said.of_line()
    if len(ids) == 1 and said.deed is Deed.MOVE:
        number, rest = None, said.rest  # of one visit «перенести на 1» is no line
    at = (number or 1) - 1 if number or len(ids) == 1 else None
    if rest and _is_of_something_else(rest, own) and (answer := bot_info.aside(live_faq, text)):
        await talk.reply(answer)
    elif at is None or at not in range(len(ids)):
        visits = [await own.one(talk.person, id_) for id_ in ids]
        await talk.reply(_which_one(visits, said.deed))
    elif said.deed is Deed.CANCEL:
        await _ask_to_cancel(talk, ids[at], own)
    elif rest:
        asked = OtherTimePrompt(ids[at])
        await talk.awaited.put(talk.conversation, asked)
        words = text if len(ids) == 1 else rest  # «сдвиньте на час»: by an hour
        await reschedule.typed(talk, words, asked, booking, own, live_faq, bot_info)
    else:
        await reschedule.which_day(talk, MoveVisit(ids[at]), booking, own)


def _which_one(visits: Sequence[BookingView], deed: Deed) -> Screen:
    if deed is Deed.MOVE:
        return said_of_visit.which_one(visits, lambda one: MoveVisit(one.booking.id), "Какую запись перенести?")
    return said_of_visit.which_one(
        visits, lambda one: CancelVisit(one.booking.id, sure=False), "Какую запись отменить?"
    )


async def _ask_to_cancel(talk: Talk, id_: int, own: MyBookings) -> None:
    """Never cancels by words alone."""
    visit = await own.one(talk.person, BookingId(id_))
    await talk.reply(cancel.sure(visit) if visit.can_change else bookings_list.one(visit))


def _is_of_something_else(rest: str, own: MyBookings) -> bool:
    """Of «отменить запись к врачу» the last words are no time."""
    now = own.centre_lookup.clock.now().astimezone(own.centre_lookup.zone)
    read = read_when(rest, now)
    return read.doubt is Doubt.NOTHING if isinstance(read, Unsure) else read.has_more


def _is_of_a_button(text: str) -> bool:
    """«отменить», «перенести 2»; a sentence that tells more is understood as any other."""
    said = read_change(text)
    return said is not None and (not said.rest or said.of_line()[0] is not None)


_WORDS = Told(lambda text, _: _is_of_a_button(text), change)
ROUTES = Routes(told={MoveVisit: _WORDS, CancelVisit: _WORDS, ShowVisit: _WORDS})
