"""Librarians close hours; people booked then are moved or called."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.booking.booking import BookingId, ClosureId, Interval
from bot.booking.closures.closure_service import MOMENT
from bot.booking.typed.typed_closure import notice_closure, said_reason
from bot.booking.visit_code import read_code
from bot.centres.centre import Centre
from bot.handlers.bot_info import BotInfo
from bot.handlers.centre_lookup import CentreLookup
from bot.handlers.closures.closure_view import ClosureView
from bot.handlers.librarian_day import find_by_code
from bot.handlers.librarian_day.day_view import DayView
from bot.handlers.routes import Routes
from bot.handlers.staff.staff import ask_centre
from bot.handlers.talk import Talk
from bot.russian.time.beside.noticed import Noticed
from bot.russian.time.doubts import Unsure
from bot.russian.yes_no import is_kept, is_no
from bot.screens.closures import closures as screens
from bot.screens.closures import previews
from bot.screens.closures.actions import (
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
from bot.screens.closures.prompts import ClosedHoursPrompt, ClosureReasonPrompt
from bot.screens.closures.text import from_button
from bot.screens.home import home
from bot.screens.menu import StaffMenu
from bot.screens.staff import invitations, staff
from bot.screens.staff.invitations import CENTRES_SHOWN, Purpose
from bot.staff.card_edit import ChangeId
from bot.staff.card_edit_errors import ChangeError
from bot.staff.card_edit_service import CardEditService
from bot.staff.roster import Roster

Step = Callable[[Talk, Centre, Interval], Awaitable[None]]


async def close(
    talk: Talk, roster: Roster, centre_lookup: CentreLookup, closures: ClosureView, bot_info: BotInfo
) -> None:
    """Handles /close: one centre at once, of several the centre is asked for first."""
    centres = [
        one for one in centre_lookup.directory.now.centres if one.consultations and roster.works_at(talk.person, one.id)
    ]
    if not roster.is_staff(talk.person):
        await talk.reply(staff.staff_only())
    elif not bot_info.can_book:
        await talk.reply(screens.not_offered())
    elif len(centres) == 1:
        await closures.what(talk, centres[0].id)
    elif len(centres) > CENTRES_SHOWN and roster.is_admin(talk.person):
        await _ask_in_private(talk, bot_info)
    elif centres:
        await talk.reply(invitations.choose_centre(centres, Purpose.CLOSE, another=False))
    else:
        await talk.reply(screens.nothing_to_close())


async def _ask_in_private(talk: Talk, bot_info: BotInfo) -> None:
    """Of many centres an admin types the name; in a group it would be asked of everybody."""
    if talk.in_group:
        await talk.reply(home.in_private(await bot_info.profile.chat_link()))
    else:
        await ask_centre(talk, Purpose.CLOSE)


async def what(talk: Talk, action: CloseWhat, closures: ClosureView) -> None:
    """Asks which hours of the chosen centre to close."""
    await closures.what(talk, action.centre)


async def what_was_announced(
    talk: Talk, action: CloseAnnounced, card_edit_service: CardEditService, closures: ClosureView
) -> None:
    """The days of the announcement, where they are surely understood; else they are asked for, its words in sight."""
    change = await card_edit_service.edit_of(ChangeId(action.change), talk.person)
    words = change.words if change else ""
    centre = closures.desk.centre(talk.person, action.centre)
    noticed = notice_closure(words, centre, closures.clock.now())
    if isinstance(noticed.meaning, Unsure):
        await closures.what(talk, centre.id, words, action.change)
        return
    await talk.awaited.put(talk.conversation, ClosedHoursPrompt(centre.id, action.change))
    await show_hours(talk, centre, noticed, closures, "")


async def typed_hours(talk: Talk, text: str, prompt: ClosedHoursPrompt, closures: ClosureView) -> None:
    """Which hours to close; the rights are checked again."""
    centre = closures.desk.centre(talk.person, prompt.centre)
    if is_no(text) or is_kept(text):
        await talk.awaited.clear(talk.conversation)
        await talk.reply(previews.nothing_closed(centre))
        return
    noticed = notice_closure(text, centre, closures.clock.now())
    await show_hours(talk, centre, noticed, closures, text)


async def show_hours(
    talk: Talk, centre: Centre, noticed: Noticed[tuple[Interval, ...]], closures: ClosureView, text: str
) -> None:
    """What is to be closed, and why, before it is: stretches that are not one are closed by turns."""
    intervals = noticed.meaning
    if isinstance(intervals, Unsure):
        await talk.ask_again(screens.unclear(intervals), stands=True)
    elif len(intervals) > 1:
        await talk.reply(previews.several(centre, intervals, noticed.passed))
    else:
        reason = said_reason(text, centre, closures.clock.now())
        await closures.preview_with_reason(talk, centre, intervals[0], noticed.passed, reason)


async def typed_reason(
    talk: Talk, text: str, prompt: ClosureReasonPrompt, closures: ClosureView, day_view: DayView
) -> None:
    """Why they are closed, but never a visitor's code; the rights are checked again."""
    if read_code(text):
        await find_by_code.code(talk, text, day_view)
    elif hours := from_button(prompt.start, prompt.end):
        await closures.close(talk, closures.desk.centre(talk.person, prompt.centre), hours, text)


async def preview(talk: Talk, action: PreviewClosure, closures: ClosureView) -> None:
    """Shows whose bookings would be displaced."""
    await _with_hours(talk, action, closures, closures.preview)


async def close_hours(talk: Talk, action: CloseHours, closures: ClosureView) -> None:
    """Closes the hours after the preview."""
    await _with_hours(talk, action, closures, closures.close)


async def give_reason(talk: Talk, action: GiveReason, closures: ClosureView) -> None:
    """Asks for the reason, then closes the hours."""
    await _with_hours(talk, action, closures, closures.ask_reason)


async def reopen(talk: Talk, action: Reopen, closures: ClosureView, card_edit_service: CardEditService) -> None:
    """Opens the closed hours again; an announcement that shows them closed says so no longer."""
    id_, lifted = ClosureId(action.closure), False
    if closure := await closures.desk.find(id_):
        centre = closures.desk.centre(talk.person, closure.centre)
        first, last = (centre.day(at) for at in (closure.interval.start, closure.interval.end - MOMENT))
        with suppress(ChangeError):  # the desk says itself why nothing can be opened
            lifted = await card_edit_service.lift_closing(centre.id, talk.person, first, last)
    await closures.reopen(talk, id_, lifted=lifted)


async def show_calls(talk: Talk, action: ShowCalls, closures: ClosureView) -> None:
    """Shows the displaced people whom nobody has reached yet."""
    await closures.calls(talk, action.centre, action.page)


async def called(talk: Talk, action: MarkCalled, closures: ClosureView) -> None:
    """Marks a person as called and shows the shorter call list."""
    await closures.called(talk, BookingId(action.booking))


async def call_again(talk: Talk, action: CallAgain, closures: ClosureView) -> None:
    """Puts a person who was not spoken with back on the call list."""
    await closures.call_again(talk, BookingId(action.booking))


async def _with_hours(
    talk: Talk, action: PreviewClosure | CloseHours | GiveReason, closures: ClosureView, step: Step
) -> None:
    """The step with the hours of the button, where a button of ours can have had them."""
    hours = from_button(action.start, action.end)
    if hours is None:
        await talk.reply(home.outdated())
        return
    await step(talk, closures.desk.centre(talk.person, action.centre), hours)


ROUTES = Routes(
    commands={"close": close},
    menu={StaffMenu.CLOSE: close},
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
    awaited={ClosedHoursPrompt: typed_hours, ClosureReasonPrompt: typed_reason},
)
