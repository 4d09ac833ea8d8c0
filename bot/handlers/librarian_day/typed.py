"""What librarians type about a visit: a time, a name, a reason. The context says which visit and what for."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import get_args

from bot.booking.booking import BookingId, Slot
from bot.booking.draft import BookingDraft
from bot.booking.typed.typed_name import NameFault, read_name
from bot.booking.visit_code import read_code
from bot.faq.live_faq import LiveFaq
from bot.handlers.assent import assented
from bot.handlers.bot_info import BotInfo
from bot.handlers.consultation_log.log_view import LogView
from bot.handlers.librarian_day.change_visit import call_off_with, propose_reason, propose_shift, shift
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.librarian_day.find_by_code import code
from bot.handlers.librarian_day.walk_ins import phoned, propose, topic_in_words
from bot.handlers.routes import Routes
from bot.handlers.talk import Talk
from bot.russian.time.doubts import Unsure
from bot.russian.time.values import TimeWish
from bot.russian.time.visits import read_move, read_when
from bot.russian.yes_no import is_no, is_yes_to
from bot.screens.home import cancel
from bot.screens.librarian_day import choose_time, visit_card, walk_ins
from bot.screens.librarian_day.actions import OpenVisit, ShiftTo
from bot.screens.librarian_day.choose_time import Choosing
from bot.screens.librarian_day.entry_actions import PhoneAt
from bot.screens.librarian_day.prompts import (
    CallOffReasonPrompt,
    DayPrompt,
    PhoneTimePrompt,
    ShiftTimePrompt,
    VisitorNamePrompt,
    WalkInTopicPrompt,
)

_NO_ASIDES = (CallOffReasonPrompt, WalkInTopicPrompt)  # a reason may sound like a question, and a topic does


async def typed(
    talk: Talk, text: str, prompt: DayPrompt, log_view: LogView, live_faq: LiveFaq, bot_info: BotInfo
) -> None:
    """The rights are checked again; after a question in between the words are still awaited, after a code not."""
    day_view = log_view.day_view
    if read_code(text):
        await code(talk, text, day_view)
    elif not isinstance(prompt, _NO_ASIDES) and (answer := bot_info.aside(live_faq, text)):
        await talk.reply(answer)
    elif agreed := _agreed(talk, text):
        await agreed(talk, day_view)
    elif isinstance(prompt, ShiftTimePrompt | PhoneTimePrompt | WalkInTopicPrompt) and is_no(text):
        await _none_suits(talk, prompt, day_view)
    else:
        await _asked(talk, text, prompt, day_view, log_view)


async def _asked(talk: Talk, text: str, prompt: DayPrompt, day_view: DayView, log_view: LogView) -> None:
    match prompt:
        case VisitorNamePrompt(booking):
            await name_visitor(talk, booking, text, day_view)
        case CallOffReasonPrompt(booking, reason) if reason and is_yes_to(text, "отменить"):
            await call_off_with(talk, booking, reason, day_view)
        case CallOffReasonPrompt(booking):
            await propose_reason(talk, booking, text, day_view)
        case WalkInTopicPrompt():
            await topic_in_words(talk, prompt, text, day_view, log_view)
        case ShiftTimePrompt():
            await _shift(talk, prompt, text, day_view)
        case PhoneTimePrompt():
            await _phone(talk, prompt, text, day_view)


async def _none_suits(talk: Talk, prompt: DayPrompt, day_view: DayView) -> None:
    """«нет» to a list: nothing is moved or written down."""
    await talk.awaited.clear(talk.conversation)
    if isinstance(prompt, ShiftTimePrompt):
        await talk.reply(visit_card.card(await day_view.one(talk.person, prompt.booking), visit_card.NOT_MOVED))
    else:
        await talk.reply(cancel.day_unchanged())


async def name_visitor(talk: Talk, id_: int, text: str, day_view: DayView) -> None:
    """Stores the typed name of a visitor whom a librarian has entered."""
    named, visit = read_name(text), await day_view.one(talk.person, id_)
    if isinstance(named, NameFault):
        await talk.ask_again(visit_card.not_a_name(visit, named))
        return
    called = await day_view.visits.call(talk.person, BookingId(id_), named.called)
    await talk.awaited.clear(talk.conversation)
    await talk.reply(walk_ins.named(await day_view.seen(called)))


async def _shift(talk: Talk, prompt: ShiftTimePrompt, text: str, day_view: DayView) -> None:
    visit = await day_view.one(talk.person, prompt.booking)
    choosing, slots = await day_view.shifting(talk.person, visit)
    booked = visit.booking.starts_at.astimezone(choosing.centre.zone)
    if isinstance(said := _said(text, choosing, prompt.day, day_view, booked), datetime):
        await propose_shift(talk, visit, said, day_view)
    else:
        await _show_times(talk, choosing, slots, said)


async def _phone(talk: Talk, prompt: PhoneTimePrompt, text: str, day_view: DayView) -> None:
    choosing, slots = await day_view.phoning(talk.person, prompt.topic, prompt.centre)
    if isinstance(said := _said(text, choosing, prompt.day, day_view), datetime):
        await propose(talk, choosing, prompt.topic, said, day_view)
    else:
        await _show_times(talk, choosing, slots, said)


def _said(
    text: str, choosing: Choosing, day: date | None, day_view: DayView, booked: datetime | None = None
) -> datetime | TimeWish | Unsure:
    """The moment that was typed, what the words wish for, or what was not understood; `booked` is moved by it."""
    now = day_view.centre_lookup.clock.now().astimezone(choosing.centre.zone)
    wanted = read_move(text, now, booked, day) if booked else read_when(text, now, day)
    if not isinstance(wanted, TimeWish):
        return wanted
    return BookingDraft(day=day).with_said(wanted).starts_at(choosing.centre.zone) or wanted


async def _show_times(talk: Talk, choosing: Choosing, slots: list[Slot], said: TimeWish | Unsure) -> None:
    """The free times that are meant, or what was not understood."""
    if isinstance(said, TimeWish):
        await talk.reply(choose_time.fitting(choosing, slots, said))
    else:
        await talk.ask_again(choose_time.not_a_time(choosing, said))


def _agreed(talk: Talk, text: str) -> Callable[[Talk, DayView], Awaitable[None]] | None:
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


async def _leave(talk: Talk, action: OpenVisit, day_view: DayView) -> None:
    """Handles «нет»: the visit stays as it is."""
    await talk.reply(visit_card.card(await day_view.one(talk.person, action.booking)))


ROUTES = Routes(awaited=dict.fromkeys(get_args(DayPrompt), typed))
