"""Leads buttons and typed words to the steps of the booking dialogue; a refusal is one more step."""

from collections.abc import Callable
from datetime import datetime

from bot.booking import refusals
from bot.booking.booking import Visitor
from bot.booking.draft import BookingDraft
from bot.centres.centre import Centre
from bot.centres.places.geo import Point
from bot.dialog_state import PendingPrompt, Prompt
from bot.handlers.booking import place, time, typed_answers, typed_names
from bot.handlers.booking import visitor as booking_visitor
from bot.handlers.booking.context import BookingDialog, Step, asking
from bot.people import Address
from bot.screens.action import Action
from bot.screens.actions import BookVisit
from bot.screens.booking import who
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookAt,
    BookDays,
    BookForOther,
    BookNear,
    BookTime,
    BookTimes,
    ConfirmAsMe,
    ConfirmCalled,
    FullDays,
    TurnTimes,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.refusals import refusal
from bot.screens.callback_data import unpack
from bot.screens.centres.point_code import spot
from bot.screens.home import home
from bot.screens.screen import Button, row
from bot.screens.time_codes import moment_code

Where = BookVisit | BookAt | BookNear
When = BookDays | FullDays | BookTimes | TurnTimes
Who = BookTime | BookForOther | BookAsMe | BookAsCalled | ConfirmAsMe | ConfirmCalled | WaitForDay | WaitForOther
Shown = Where | When | Who
Placed = When | Who | WaitAsMe  # with a topic and a centre
_OTHER_TIME = (refusals.OtherTimes, refusals.TooFar, refusals.TooSoon, refusals.TooLate, refusals.StillFree)


async def at(steps: BookingDialog, action: Shown, me: str, named: Visitor | None = None, note: str = "") -> Step:
    """The step of a button; `me` is the name in the messenger, `named` who was named by typing."""
    try:
        if isinstance(action, Where):
            return await _where(steps, action, note)
        if isinstance(action, When):
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


async def typed(steps: BookingDialog, person: Address, awaited: PendingPrompt, text: str, me: str) -> Step | None:
    """The step that words lead to; None where they are something else."""
    action = unpack(awaited.context.partition("\n")[0])
    try:
        if isinstance(action, Where):
            return await typed_answers.place(steps, action, text)
        if isinstance(action, BookDays | BookTimes):
            return await typed_answers.when(steps, action, text, me)
        if isinstance(action, Who):
            return await typed_names.typed(steps, person, action, awaited, text, me)
    except refusals.Refusal as no:
        return refused(steps, action, no, booking_visitor.recalled(awaited))
    return Step(home.outdated())


async def here(steps: BookingDialog, awaited: PendingPrompt | None, point: Point, me: str) -> Step | None:
    """The step that a shared location leads to; None where no visit waits for a place."""
    action = unpack(awaited.context) if awaited and awaited.what is Prompt.VISIT_PLACE else None
    if not isinstance(action, BookVisit | BookNear) or action.topic == place.ANY:
        return None
    return await at(steps, BookNear(action.topic, spot(point)), me)


async def again(steps: BookingDialog, awaited: PendingPrompt, me: str, note: str) -> Step:
    """The step at which words were typed that do not belong to it."""
    action = unpack(awaited.context.partition("\n")[0])
    if not isinstance(action, Shown):
        return Step(home.outdated())
    return await at(steps, action, me, booking_visitor.recalled(awaited), note)


def not_understood(awaited: PendingPrompt) -> str:
    """Said above a step at which other words were typed."""
    action = unpack(awaited.context.partition("\n")[0])
    return who.not_understood(awaited.what, checked=isinstance(action, ConfirmAsMe | ConfirmCalled))


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
        return asking(Prompt.CALLED, kept, screen, booking_visitor.remembered(named))
    return asking(Prompt.WHEN, days, screen)


def _taking(action: Placed) -> Callable[[datetime], Action]:
    """Gives the action of the button that takes another time for the same visitor."""
    kind: type[BookAsMe | BookAsCalled | BookTime] = BookTime
    if isinstance(action, BookAsMe | ConfirmAsMe):
        kind = BookAsMe
    elif isinstance(action, BookAsCalled | ConfirmCalled):
        kind = BookAsCalled
    return lambda moment: kind(action.topic, action.centre, moment_code(moment))


async def _where(steps: BookingDialog, action: Where, note: str) -> Step:
    if isinstance(action, BookAt) or (isinstance(action, BookVisit) and action.topic == place.ANY):
        return place.topics(steps, action, note)
    return await place.places(steps, action, note)


async def _when(steps: BookingDialog, action: When, note: str) -> Step:
    if isinstance(action, BookDays | FullDays):
        return await time.days(steps, action, note)
    return await time.times(steps, action, note)


async def _who(steps: BookingDialog, action: Who, me: str, named: Visitor | None, note: str) -> Step:
    if isinstance(action, WaitForDay | WaitForOther):
        return await booking_visitor.who_waits(steps, action, me, note)
    if isinstance(action, BookTime | BookForOther):
        return await booking_visitor.who_comes(steps, action, me, note)
    as_me = isinstance(action, BookAsMe | ConfirmAsMe)
    return await booking_visitor.check(steps, action, booking_visitor.named_as_me(me) if as_me else named, note)
