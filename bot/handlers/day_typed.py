"""What librarians type about a visit: a time, a name, a reason. The context says which visit and what for."""

from collections.abc import Awaitable, Callable
from datetime import date

from bot.booking.booking import BookingId
from bot.booking.typed_name import NameFault, read_name
from bot.booking.typed_time import Fault, Unsure, When, read_when
from bot.booking.visit_code import read_code
from bot.conversation import Awaited, Wait
from bot.faq.reference import Reference
from bot.handlers.assent import assented
from bot.handlers.day_book import DayBook, refusals_told
from bot.handlers.day_changes import call_off_with, propose_reason, propose_shift, shift
from bot.handlers.day_codes import code
from bot.handlers.day_guests import phoned, propose, topic_in_words
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.screens import day_card, day_entry, day_times, home
from bot.screens.day_actions import OpenVisit, PhoneAt, ShiftTo
from bot.screens.day_times import Choosing

_NO_ASIDES = ("why:", "topic:")  # a reason may sound like a question, and a topic does
_YES = frozenset({"да", "да, отменить", "да отменить", "верно"})


async def typed(talk: Talk, text: str, awaited: Awaited, day_book: DayBook, reference: Reference, ways: Ways) -> None:
    """The rights are checked again; after a question in between the words are still awaited, after a code not."""
    if read_code(text):
        await code(talk, text, day_book)
    elif not awaited.context.startswith(_NO_ASIDES) and (answer := ways.aside(reference, text)):
        await talk.say(answer)
    elif agreed := _agreed(talk, text):
        await agreed(talk, day_book)
    else:
        await _awaited(talk, text, awaited, day_book)


async def _awaited(talk: Talk, text: str, awaited: Awaited, day_book: DayBook) -> None:
    async with refusals_told(talk):
        match awaited.context.split(":"):
            case ["name", id_]:
                await _name(talk, int(id_), text, day_book)
            case ["why", id_, *said] if said and text.strip(" .!").casefold() in _YES:
                await call_off_with(talk, int(id_), ":".join(said), day_book)
            case ["why", id_, *_]:
                await propose_reason(talk, int(id_), text, day_book)
            case ["topic", centre, way]:
                await topic_in_words(talk, centre, way, text, day_book)
            case ["shift", id_, day]:
                await _shift(talk, int(id_), text, _day(day), day_book)
            case ["phone", centre, topic, day]:
                choosing, _ = await day_book.phoning(talk.person, topic, centre)
                await _phone(talk, (choosing, topic), text, _day(day), day_book)
            case _:
                await talk.say(home.outdated())


async def _name(talk: Talk, id_: int, text: str, day_book: DayBook) -> None:
    named, visit = read_name(text), await day_book.one(talk.person, id_)
    if isinstance(named, NameFault):
        await talk.say(day_card.not_a_name(visit, named))
        return
    called = await day_book.visits.call(talk.person, BookingId(id_), named.called)
    await talk.awaited.clear(talk.conversation)
    await talk.say(day_entry.named(await day_book.seen(called)))


async def _shift(talk: Talk, id_: int, text: str, chosen: date | None, day_book: DayBook) -> None:
    visit = await day_book.one(talk.person, id_)
    choosing, slots = await day_book.shifting(talk.person, visit)
    wanted = _read(text, choosing, chosen, day_book)
    if not isinstance(wanted, When):
        await talk.say(day_times.not_a_time(choosing, wanted))
    elif at := day_times.exactly(choosing, wanted, chosen):
        await propose_shift(talk, visit, at, day_book)
    else:
        await talk.say(day_times.fitting(choosing, slots, wanted))


async def _phone(talk: Talk, asked: tuple[Choosing, str], text: str, chosen: date | None, day_book: DayBook) -> None:
    choosing, topic = asked
    wanted = _read(text, choosing, chosen, day_book)
    if not isinstance(wanted, When):
        await talk.say(day_times.not_a_time(choosing, wanted))
    elif at := day_times.exactly(choosing, wanted, chosen):
        await propose(talk, choosing, topic, at, day_book)
    else:
        _, slots = await day_book.phoning(talk.person, topic, choosing.centre.id)
        await talk.say(day_times.fitting(choosing, slots, wanted))


def _agreed(talk: Talk, text: str) -> Callable[[Talk, DayBook], Awaitable[None]] | None:
    """«да» or «нет» to the time that was shown last, the same as its button; None for any other words."""
    match assented(talk, text):
        case ShiftTo() as move:
            return lambda talk, day_book: shift(talk, move, day_book)
        case PhoneAt() as take:
            return lambda talk, day_book: phoned(talk, take, day_book)
        case OpenVisit() as leave:
            return lambda talk, day_book: _leave(talk, leave, day_book)
        case _:
            return None


async def _leave(talk: Talk, action: OpenVisit, day_book: DayBook) -> None:
    """«нет»: the visit stays as it is."""
    async with refusals_told(talk):
        await talk.say(day_card.card(await day_book.one(talk.person, action.booking)))


def _read(text: str, choosing: Choosing, chosen: date | None, day_book: DayBook) -> When | Fault | Unsure:
    return read_when(text, day_book.guide.clock.now().astimezone(choosing.centre.zone), chosen)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


ROUTES = Routes(awaited={Wait.DESK: typed})
