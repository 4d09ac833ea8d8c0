"""Leads buttons and typed words to the steps of the booking dialogue; a refusal is one more step."""

from collections.abc import Callable
from datetime import datetime

from bot.booking import refusals
from bot.booking.booking import Visitor
from bot.booking.draft import BookingDraft
from bot.centres.centre import Centre
from bot.centres.places.geo import Point
from bot.dialog_state import Prompt
from bot.handlers.booking import place, time, typed_answers, typed_names
from bot.handlers.booking import visitor as booking_visitor
from bot.handlers.booking.context import BookingDialog, Step
from bot.people import Address
from bot.screens.action import Action
from bot.screens.actions import BookVisit
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookAt,
    BookDays,
    BookForOther,
    BookNear,
    BookTime,
    ConfirmAsMe,
    ConfirmCalled,
    FullDays,
    TurnTimes,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.prompts import (
    BookingPrompt,
    VisitorPrompt,
    WhenPrompt,
    WhenStep,
    WherePrompt,
    WhereStep,
    WhoStep,
)
from bot.screens.booking.refusals import refusal
from bot.screens.centres.point_code import spot
from bot.screens.screen import Button, row
from bot.screens.time_codes import moment_code

Shown = WhereStep | WhenStep | WhoStep
Placed = WhenStep | WhoStep | WaitAsMe  # with a topic and a centre
_OTHER_TIME = (refusals.OtherTimes, refusals.TooFar, refusals.TooSoon, refusals.TooLate, refusals.StillFree)


async def at(steps: BookingDialog, action: Shown, me: str, named: Visitor | None = None, note: str = "") -> Step:
    """The step of a button; `me` is the name in the messenger, `named` who was named by typing."""
    try:
        if isinstance(action, WhereStep):
            return await _where(steps, action, note)
        if isinstance(action, WhenStep):
            return await _when(steps, action, note)
        return await _who(steps, action, me, named, note)
    except refusals.Refusal as no:
        return refused(steps, action, no, named)


async def no_more(steps: BookingDialog, person: Address, action: Shown) -> Step | None:
    """The refusal that stops this person at once: the limit of bookings, or a booking at that very time."""
    try:
        if isinstance(action, BookVisit | BookAt):
            await steps.booking.check(person, BookingDraft())
        elif isinstance(action, BookTime):
            await booking_visitor.check_not_mine(steps, person, action)
    except refusals.Refusal as no:
        return refused(steps, action, no)
    return None


async def typed(steps: BookingDialog, person: Address, prompt: BookingPrompt, text: str, me: str) -> Step | None:
    """The step that words lead to; None where they are something else."""
    try:
        match prompt:
            case WherePrompt(step):
                return await typed_answers.place(steps, step, text)
            case WhenPrompt(step):
                return await typed_answers.when(steps, step, text, me)
            case VisitorPrompt():
                return await typed_names.typed(steps, person, prompt, text, me)
    except refusals.Refusal as no:
        return refused(steps, prompt.step, no, booking_visitor.recalled(prompt))


async def here(steps: BookingDialog, prompt: Prompt | None, point: Point, me: str) -> Step | None:
    """The step that a shared location leads to; None where no visit waits for a place."""
    action = prompt.step if isinstance(prompt, WherePrompt) else None
    if not isinstance(action, BookVisit | BookNear) or action.topic == place.ANY:
        return None
    return await at(steps, BookNear(action.topic, spot(point)), me)


async def again(steps: BookingDialog, prompt: BookingPrompt, me: str, note: str) -> Step:
    """The step at which words were typed that do not belong to it."""
    return await at(steps, prompt.step, me, booking_visitor.recalled(prompt), note)


async def book(
    steps: BookingDialog, person: Address, action: ConfirmAsMe | ConfirmCalled, me: str, named: Visitor | None
) -> Step:
    """Books and shows the confirmation, or the reason of the refusal."""
    visitor = booking_visitor.named_as_me(me) if isinstance(action, ConfirmAsMe) else named
    try:
        return await booking_visitor.book(steps, person, action, visitor)
    except refusals.Refusal as no:
        return refused(steps, action, no, named)


async def join(steps: BookingDialog, person: Address, action: WaitAsMe, me: str) -> Step:
    """Joins the waitlist and shows the entry, or the reason of the refusal."""
    visitor = booking_visitor.named_as_me(me)
    try:
        if visitor is None:
            return await booking_visitor.who_waits(steps, WaitForDay(action.topic, action.centre, action.at), me)
        return await booking_visitor.join(steps, person, action, visitor)
    except refusals.Refusal as no:
        return refused(steps, action, no)


def turns(action: Action) -> bool:
    """Whether the step takes the place of the one whose button was pressed."""
    return isinstance(action, TurnTimes) or (isinstance(action, BookNear | BookDays | FullDays) and action.page > 0)


def refused(steps: BookingDialog, action: Action | None, no: refusals.Refusal, named: Visitor | None = None) -> Step:
    """The step of a refusal, with other times where there are some; a typed name is kept for them."""
    if not steps.bot_info.can_book:
        return steps.no_booking()
    if isinstance(action, BookAt):
        return Step(refusal(no, steps.centre_lookup.centre(action.centre)))
    if not isinstance(action, Placed):
        return Step(refusal(no, None))
    centre = steps.centre_lookup.centre(action.centre)
    return _other_time(action, no, centre, named) if isinstance(no, _OTHER_TIME) else Step(refusal(no, centre))


def _other_time(action: Placed, no: refusals.Refusal, centre: Centre | None, named: Visitor | None) -> Step:
    days = BookDays(action.topic, action.centre)
    screen = refusal(no, centre, _taking(action), (row(Button("← Все дни", BookDays(action.topic, action.centre, 1))),))
    if named and isinstance(action, ConfirmCalled | BookAsCalled):
        kept = ConfirmCalled(action.topic, action.centre, action.at)
        return Step(screen, booking_visitor.remembered(kept, named))
    return Step(screen, WhenPrompt(days))


def _taking(action: Placed) -> Callable[[datetime], Action]:
    """Gives the action of the button that takes another time for the same visitor."""
    kind: type[BookAsMe | BookAsCalled | BookTime] = BookTime
    if isinstance(action, BookAsMe | ConfirmAsMe):
        kind = BookAsMe
    elif isinstance(action, BookAsCalled | ConfirmCalled):
        kind = BookAsCalled
    return lambda moment: kind(action.topic, action.centre, moment_code(moment))


async def _where(steps: BookingDialog, action: WhereStep, note: str) -> Step:
    if isinstance(action, BookAt) or (isinstance(action, BookVisit) and action.topic == place.ANY):
        return place.topics(steps, action, note)
    return await place.places(steps, action, note)


async def _when(steps: BookingDialog, action: WhenStep, note: str) -> Step:
    if isinstance(action, BookDays | FullDays):
        return await time.days(steps, action, note)
    return await time.times(steps, action, note)


async def _who(steps: BookingDialog, action: WhoStep, me: str, named: Visitor | None, note: str) -> Step:
    if isinstance(action, WaitForDay | WaitForOther):
        return await booking_visitor.who_waits(steps, action, me, note)
    if isinstance(action, BookTime | BookForOther):
        return await booking_visitor.who_comes(steps, action, me, note)
    as_me = isinstance(action, BookAsMe | ConfirmAsMe)
    return await booking_visitor.check(steps, action, booking_visitor.named_as_me(me) if as_me else named, note)
