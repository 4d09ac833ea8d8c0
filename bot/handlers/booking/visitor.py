"""The last steps of the booking dialogue: the visitor, the check, the booking; or the waitlist."""

from datetime import datetime

from bot.booking.booking import Booking, BookingState, DayWish, Visitor, Wish
from bot.booking.refusals import Overlaps, TooMany
from bot.booking.typed.typed_name import NameFault, read_name
from bot.dialog_state import Prompt
from bot.handlers.booking import time
from bot.handlers.booking.context import BookingDialog, Step
from bot.people import Address
from bot.screens.booking import join_waitlist, when, who
from bot.screens.booking.actions import (
    BookAsCalled,
    BookAsMe,
    BookDays,
    BookForOther,
    BookTime,
    ConfirmAsMe,
    ConfirmCalled,
    WaitAsMe,
    WaitForDay,
    WaitForOther,
)
from bot.screens.booking.prompts import VisitorPrompt, WhoStep
from bot.screens.home import home
from bot.screens.my_bookings import waitlist
from bot.screens.my_bookings.calendar_file import calendar_file
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.time_codes import date_of, moment_of

Timed = BookTime | BookForOther | BookAsMe | BookAsCalled | ConfirmAsMe | ConfirmCalled


async def who_comes(steps: BookingDialog, action: BookTime | BookForOther, me: str, note: str = "") -> Step:
    """The step that asks for the visitor's name. Raises NotBookable, TopicGone, JustTaken."""
    at = moment_of(action.at)
    if at is None:
        return Step(home.outdated())
    if at <= steps.clock.now():
        return await time.days(steps, BookDays(action.topic, action.centre), when.PASSED)
    centre, topic = steps.centre(action.centre), steps.topic(action.topic)
    await time.check_free(steps, centre, topic, at)
    if isinstance(action, BookForOther):
        back = BookTime(action.topic, action.centre, action.at)
        return Step(who.who_else(back, note), VisitorPrompt(action))
    return Step(who.who_comes(action, centre, at, shown_name(me), note), VisitorPrompt(action))


async def who_waits(steps: BookingDialog, action: WaitForDay | WaitForOther, me: str, note: str = "") -> Step:
    """The step that asks for the name of whoever waits. Raises NotBookable, TopicGone."""
    day = date_of(action.at)
    if day is None:
        return Step(home.outdated())
    centre, _ = steps.centre(action.centre), steps.topic(action.topic)
    if isinstance(action, WaitForOther):
        back = WaitForDay(action.topic, action.centre, action.at)
        return Step(who.who_else(back, note), VisitorPrompt(action))
    mine = WaitAsMe(action.topic, action.centre, action.at)
    return Step(join_waitlist.who_waits(mine, centre, day, shown_name(me), note), VisitorPrompt(action))


async def check(steps: BookingDialog, action: Timed, visitor: Visitor | None, note: str = "") -> Step:
    """The step that shows the whole booking, or asks for a missing name. Raises NotBookable, TopicGone, JustTaken."""
    where = action.topic, action.centre, action.at
    at = moment_of(action.at)
    if visitor is None or at is None:
        return await who_comes(steps, BookTime(*where), "", who.NAME_AGAIN)
    centre, topic = steps.centre(action.centre), steps.topic(action.topic)
    await time.check_free(steps, centre, topic, at)
    as_me = isinstance(action, BookAsMe | ConfirmAsMe)
    confirm = ConfirmAsMe(*where) if as_me else ConfirmCalled(*where)
    screen = who.check(topic, centre, at, visitor, confirm, note)
    return Step(screen, VisitorPrompt(confirm) if as_me else remembered(confirm, visitor))


async def book(steps: BookingDialog, person: Address, action: Timed, visitor: Visitor | None) -> Step:
    """Books and shows the confirmation, once for two taps. Raises what BookingService.book does."""
    at = moment_of(action.at)
    if at is None:
        return Step(home.outdated())
    if visitor is None:
        stands = await _standing(steps, person, action, at)
        return _booked_already(steps, stands) if stands else await check(steps, action, None)
    centre, topic = steps.centre(action.centre), steps.topic(action.topic)
    before = {one.id for one in await steps.booking.bookings_of(person)}
    booking = await steps.booking.book(person, Wish(centre.id, topic.id, at, visitor))
    return _booked_already(steps, booking) if booking.id in before else await booked(steps, person, booking)


def _booked_already(steps: BookingDialog, booking: Booking) -> Step:
    centre, topic = steps.centre_lookup.centre(booking.centre), steps.topics.find_topic(booking.topic)
    return Step(who.booked_already(BookingView(booking, centre, topic, steps.centre_lookup.zone, steps.clock.now())))


async def check_not_mine(steps: BookingDialog, person: Address, action: BookTime) -> None:
    """Checks that the time is not taken by the same person. Raises Overlaps."""
    at = moment_of(action.at)
    mine = await _standing(steps, person, action, at) if at else None
    if mine is None or mine.state is not BookingState.BOOKED:
        return
    free = await steps.free(steps.centre(action.centre), steps.topic(action.topic))
    if all(slot.starts_at != at for slot in free):
        raise Overlaps(mine)


async def booked(steps: BookingDialog, person: Address, booking: Booking) -> Step:
    """The confirmation with the file for the calendar."""
    centre, topic, now = steps.centre(booking.centre), steps.topics.find_topic(booking.topic), steps.clock.now()
    visit = BookingView(booking, centre, topic, centre.zone, now)
    wish = await steps.people.reminders(person)
    return Step(who.booked(visit, wish, calendar_file(booking, centre, topic, now)))


async def join(
    steps: BookingDialog, person: Address, action: WaitAsMe | WaitForDay | WaitForOther, visitor: Visitor
) -> Step:
    """Joins the waitlist and shows the entry. Raises what Waitlist.join does, but for TooMany."""
    day = date_of(action.at)
    if day is None:
        return Step(home.outdated())
    centre = steps.centre(action.centre)
    try:
        place = await steps.line.join(person, DayWish(centre.id, action.topic, day, visitor))
    except TooMany as many:
        return Step(join_waitlist.too_many_lines(many.limit))
    return Step(waitlist.place(waitlist.WaitlistView(place, centre, await steps.line.ahead_of(place))))


def shown_name(me: str) -> str:
    """The name of the messenger where it can be one on a list, else nothing."""
    read = named_as_me(me)
    return read.called if read else ""


def named_as_me(me: str) -> Visitor | None:
    """The citizen as the visitor, called as in the messenger."""
    read = read_name(me)
    return None if isinstance(read, NameFault) else Visitor(read.called)


def remembered(step: WhoStep, visitor: Visitor) -> VisitorPrompt:
    """The prompt of the step, with the name that was typed."""
    return VisitorPrompt(step, visitor.called, visitor.for_other)


def recalled(prompt: Prompt | None) -> Visitor | None:
    """The name that was typed, where there was one."""
    if not isinstance(prompt, VisitorPrompt) or not prompt.called:
        return None
    return Visitor(prompt.called, for_other=prompt.for_other)


async def _standing(steps: BookingDialog, person: Address, action: Timed, at: datetime) -> Booking | None:
    """The booking made by the first of two taps."""
    mine = await steps.booking.bookings_of(person)
    return next((one for one in mine if (one.centre, one.starts_at) == (action.centre, at)), None)
