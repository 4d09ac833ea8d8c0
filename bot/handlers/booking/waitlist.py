"""Waiting for a place on a full day: whoever waits is named, and joins."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.booking.booking import DayWish, Visitor
from bot.booking.refusals import TooMany
from bot.handlers.booking import visitor
from bot.handlers.booking.context import BookingDialog, DraftView, Step
from bot.screens.booking import join_waitlist
from bot.screens.booking.actions import WaitForDay, WaitForOther
from bot.screens.booking.join_waitlist import WaitingQuestion
from bot.screens.booking.prompts import VisitorPrompt
from bot.screens.booking.who import OtherVisitorQuestion
from bot.screens.my_bookings import waitlist
from bot.screens.time_codes import day_code

NextStep = Callable[[BookingDialog, DraftView], Awaitable[Step]]


async def ask(dialog: BookingDialog, view: DraftView) -> Step:
    """Asks who waits for the day of the draft. Raises NotBookable, TopicGone."""
    placed, day = dialog.placed(view.draft), view.draft.known_day()
    here = placed.topic.id, placed.centre.id, day_code(day)
    if view.for_other:
        return Step(OtherVisitorQuestion(WaitForDay(*here)).draw(view.note), VisitorPrompt(WaitForOther(*here)))
    question = WaitingQuestion(placed.topic, placed.centre, day, visitor.shown_name(view))
    return Step(question.draw(view.note), VisitorPrompt(WaitForDay(*here)))


async def begin(dialog: BookingDialog, view: DraftView, further: NextStep) -> Step:
    """Waits for the day of the draft where it is full; else the step that tells which day. Raises as `ask` does."""
    draft = view.draft
    if draft.topic is None or draft.centre is None:
        return await further(dialog, view.noted(join_waitlist.FIRST_THE_DAY))
    placed = dialog.placed(draft)
    if draft.day and not await dialog.free(placed.centre, placed.topic, draft.day):
        return await ask(dialog, view)
    return await further(dialog, replace(view, full=draft.day is None))


async def hear(dialog: BookingDialog, view: DraftView, text: str) -> Step | None:
    """The name of whoever waits; None for anything else. Raises what Waitlist.join does, but for TooMany."""
    heard = visitor.hear_name(dialog, view, text)
    if heard is None:
        return None
    return await join(dialog, heard, heard.draft.visitor) if heard.draft.visitor else await ask(dialog, heard)


async def join(dialog: BookingDialog, view: DraftView, waits: Visitor | None) -> Step:
    """Joins the waitlist and shows the entry. Raises what Waitlist.join does, but for TooMany."""
    if waits is None:
        return await ask(dialog, view)
    placed = dialog.placed(view.draft)
    wish = DayWish(placed.centre.id, placed.topic.id, view.draft.known_day(), waits)
    try:
        place = await dialog.line.join(view.by.person, wish)
    except TooMany as many:
        return Step(join_waitlist.too_many_lines(many.limit))
    return Step(waitlist.place(waitlist.WaitlistView(place, placed.centre, await dialog.line.ahead_of(place))))
