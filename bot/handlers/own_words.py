"""«перенесите на среду», «отменить»: said where the last message offers these ways with a visit, or lists visits."""

from bot.booking.booking import BookingId
from bot.booking.desk import BookingDesk
from bot.booking.spoken_change import Deed, read_change
from bot.booking.typed_time import Fault, read_when
from bot.conversation import Awaited, Wait
from bot.faq.reference import Reference
from bot.handlers import own_moves
from bot.handlers.routes import Routes, Told
from bot.handlers.seen_visits import OwnVisits, refusals_told
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.screens import own_visit_cancelling, own_visits
from bot.screens.own_visit_actions import CancelVisit, MoveVisit, ShowVisit

Offers = tuple[MoveVisit | CancelVisit | ShowVisit, ...]


async def change(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk, text: str, actions: Offers, booking: BookingDesk, own: OwnVisits, reference: Reference, ways: Ways
) -> None:
    """The one visit of the message, or the line that was named; of several it is asked which."""
    said, ids = read_change(text), list(dict.fromkeys(action.booking for action in actions))
    if said is None:
        return
    number, rest = said.of_line()
    if len(ids) == 1 and said.deed is Deed.MOVE:
        number, rest = None, said.rest  # of one visit «перенести на 1» is no line
    at = (number or 1) - 1 if number or len(ids) == 1 else None
    if rest and _is_of_something_else(rest, own) and (answer := ways.aside(reference, text)):
        await talk.say(answer)
    elif at is None or at not in range(len(ids)):
        async with refusals_told(talk):
            visits = [await own.one(talk.person, id_) for id_ in ids]
            await talk.say(own_visits.which_one(visits, is_move=said.deed is Deed.MOVE))
    elif said.deed is Deed.CANCEL:
        await _ask_to_cancel(talk, ids[at], own)
    elif rest:
        asked = Awaited(Wait.OTHER_TIME, str(ids[at]))
        await talk.awaited.put(talk.conversation, asked)
        await own_moves.typed(talk, rest, asked, booking, own, reference, ways)
    else:
        await own_moves.which_day(talk, MoveVisit(ids[at]), booking, own)


async def _ask_to_cancel(talk: Talk, id_: int, own: OwnVisits) -> None:
    """Never cancels by words alone."""
    async with refusals_told(talk):
        visit = await own.one(talk.person, BookingId(id_))
        await talk.say(own_visit_cancelling.sure(visit) if visit.can_change else own_visits.one(visit))


def _is_of_something_else(rest: str, own: OwnVisits) -> bool:
    """Of «отменить запись к врачу» the last words are no time."""
    now = own.guide.clock.now().astimezone(own.guide.zone)
    return read_when(rest, now) is Fault.UNCLEAR


_WORDS = Told(lambda text: read_change(text) is not None, change)
ROUTES = Routes(told={MoveVisit: _WORDS, CancelVisit: _WORDS, ShowVisit: _WORDS})
