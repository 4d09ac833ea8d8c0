"""Librarians close hours; those who were to come then are moved or called."""

from collections.abc import Awaitable, Callable

from bot.booking.booking import BookingId, ClosureId, Interval
from bot.booking.refusals import Refusal
from bot.booking.typed_closure import read_closure
from bot.booking.typed_time import Fault, Unsure
from bot.booking.visit_code import read_code
from bot.centres.centre import Centre
from bot.conversation import Awaited, Wait
from bot.handlers import day_codes
from bot.handlers.closures import Closures
from bot.handlers.day_book import DayBook
from bot.handlers.guide import Guide
from bot.handlers.routes import Routes
from bot.handlers.staff import ask_centre
from bot.handlers.talk import Talk
from bot.handlers.ways import Ways
from bot.screens import closing as screens
from bot.screens import home, joining, staff
from bot.screens.closing_words import from_button
from bot.screens.hours_actions import (
    CallAgain,
    CloseAnnounced,
    CloseHours,
    CloseWhat,
    GiveReason,
    MarkCalled,
    PreviewClosure,
    Reopen,
    ShowCalls,
)
from bot.screens.joining import CENTRES_SHOWN, Purpose
from bot.staff.change import ChangeId
from bot.staff.change_desk import ChangeDesk
from bot.staff.roster import Roster

Step = Callable[[Talk, Centre, Interval], Awaitable[None]]


async def close(talk: Talk, roster: Roster, guide: Guide, closures: Closures, ways: Ways) -> None:
    """/close: at once where there is one centre to close, else the centre is asked for first."""
    centres = [one for one in guide.directory.now.centres if one.consultations and roster.serves(talk.person, one.id)]
    if not roster.is_staff(talk.person):
        await talk.say(staff.staff_only())
    elif not ways.can_book:
        await talk.say(screens.not_offered())
    elif len(centres) == 1:
        await closures.what(talk, centres[0].id)
    elif len(centres) > CENTRES_SHOWN and roster.is_admin(talk.person):
        await (talk.say(staff.in_private()) if talk.in_group else ask_centre(talk, Purpose.CLOSE))
    elif centres:
        await talk.say(joining.choose_centre(centres, Purpose.CLOSE, another=False))
    else:
        await talk.say(screens.nothing_to_close())


async def what(talk: Talk, action: CloseWhat, closures: Closures) -> None:
    """The centre was chosen."""
    await _or_why_not(talk, closures.what(talk, action.centre))


async def what_was_announced(talk: Talk, action: CloseAnnounced, changes: ChangeDesk, closures: Closures) -> None:
    """The days of the announcement, where they are surely understood; else they are asked for, its words in sight."""
    words = await changes.words_of(ChangeId(action.change), talk.person)
    await _or_why_not(talk, _announced(talk, action.centre, words, closures))


async def _announced(talk: Talk, centre_id: str, words: str, closures: Closures) -> None:
    centre = closures.desk.centre(talk.person, centre_id)
    hours = read_closure(words, centre, closures.clock.now())
    if isinstance(hours, Fault | Unsure):
        await closures.what(talk, centre.id, words)
        return
    await talk.awaited.put(talk.conversation, Awaited(Wait.CLOSURE, f"what:{centre.id}"))
    await closures.preview(talk, centre, hours)


async def typed(talk: Talk, text: str, awaited: Awaited, closures: Closures, day_book: DayBook) -> None:
    """Which hours, or why, but never a visitor's code; the rights are checked again."""
    kind, _, rest = awaited.context.partition(":")
    if kind == "why" and read_code(text):
        await day_codes.code(talk, text, day_book)
        return
    step = _typed_hours if kind == "what" else _typed_reason
    await _or_why_not(talk, step(talk, text, rest, closures))


async def preview(talk: Talk, action: PreviewClosure, closures: Closures) -> None:
    """Who would have to be moved."""
    await _with_hours(talk, action, closures, closures.preview)


async def close_hours(talk: Talk, action: CloseHours, closures: Closures) -> None:
    """The librarian is sure."""
    await _with_hours(talk, action, closures, closures.close)


async def give_reason(talk: Talk, action: GiveReason, closures: Closures) -> None:
    """Sure as well, and a reason is to follow."""
    await _with_hours(talk, action, closures, closures.ask_reason)


async def reopen(talk: Talk, action: Reopen, closures: Closures) -> None:
    """The hours are free again."""
    await _or_why_not(talk, closures.reopen(talk, ClosureId(action.closure)))


async def show_calls(talk: Talk, action: ShowCalls, closures: Closures) -> None:
    """Whom nobody has reached yet."""
    await _or_why_not(talk, closures.calls(talk, action.centre, action.page))


async def called(talk: Talk, action: MarkCalled, closures: Closures) -> None:
    """Strikes one off the list, which is shown without him."""
    await _or_why_not(talk, closures.called(talk, BookingId(action.booking)))


async def call_again(talk: Talk, action: CallAgain, closures: Closures) -> None:
    """He was not spoken with after all."""
    await _or_why_not(talk, closures.call_again(talk, BookingId(action.booking)))


async def _typed_hours(talk: Talk, text: str, centre_id: str, closures: Closures) -> None:
    centre = closures.desk.centre(talk.person, centre_id)
    hours = read_closure(text, centre, closures.clock.now())
    if isinstance(hours, Fault | Unsure):
        await talk.say(screens.unclear(hours))
    else:
        await closures.preview(talk, centre, hours)


async def _typed_reason(talk: Talk, text: str, context: str, closures: Closures) -> None:
    centre_id, start, end = context.split(":")
    if hours := from_button(int(start), int(end)):
        await closures.close(talk, closures.desk.centre(talk.person, centre_id), hours, text)


async def _with_hours(
    talk: Talk, action: PreviewClosure | CloseHours | GiveReason, closures: Closures, step: Step
) -> None:
    """The step with the hours of the button, where a button of ours can have had them."""
    hours = from_button(action.start, action.end)
    if hours is None:
        await talk.say(home.outdated())
        return
    await _or_why_not(talk, _checked(talk, action.centre, hours, closures, step))


async def _checked(talk: Talk, centre: str, hours: Interval, closures: Closures, step: Step) -> None:
    await step(talk, closures.desk.centre(talk.person, centre), hours)


async def _or_why_not(talk: Talk, work: Awaitable[None]) -> None:
    try:
        await work
    except Refusal as refusal:
        await talk.awaited.clear(talk.conversation)
        await talk.say(screens.not_done(refusal))


ROUTES = Routes(
    commands={"close": close},
    actions={
        CloseWhat: what,
        CloseAnnounced: what_was_announced,
        PreviewClosure: preview,
        CloseHours: close_hours,
        GiveReason: give_reason,
        Reopen: reopen,
        ShowCalls: show_calls,
        MarkCalled: called,
        CallAgain: call_again,
    },
    awaited={Wait.CLOSURE: typed},
)
