"""Reschedules a booking: day and time by buttons, or typed."""

from datetime import date, datetime

from bot.booking.booking import Slot
from bot.booking.booking_service import BookingService
from bot.booking.draft import BookingDraft
from bot.booking.refusals import NotBookable, Refusal
from bot.faq.live_faq import LiveFaq
from bot.handlers.assent import assented
from bot.handlers.bot_info import BotInfo
from bot.handlers.my_bookings.my_bookings_view import MyBookings
from bot.handlers.routes import Routes
from bot.handlers.said_time import unsure_time, wish_of
from bot.handlers.talk import Talk
from bot.people import Address
from bot.russian.time.doubts import Doubt, Unsure
from bot.russian.time.values import TimeWish
from bot.russian.time.visits import read_move
from bot.russian.yes_no import is_no
from bot.screens.action import Action
from bot.screens.home import cancel, home
from bot.screens.my_bookings import bookings_list, reschedule, said_of_visit
from bot.screens.my_bookings.actions import MoveTo, MoveToDay, MoveVisit, ProposeMove, ShowVisit
from bot.screens.my_bookings.own_visit import BookingView
from bot.screens.my_bookings.prompts import OtherTimePrompt
from bot.screens.time_codes import date_of, minute_of, moment_of, number_of
from bot.understanding.acts import Act


async def which_day(talk: Talk, action: MoveVisit, booking: BookingService, own: MyBookings) -> None:
    """The days with free times."""
    visit = await own.one(talk.person, action.booking)
    if not visit.can_change:
        await talk.reply(bookings_list.one(visit))
        return
    slots = await _free(booking, talk.person, visit)
    screen = reschedule.which_day(visit, slots, max(action.page - 1, 0))
    await talk.ask_step(screen, OtherTimePrompt(action.booking))


async def which_time(talk: Talk, action: MoveToDay, booking: BookingService, own: MyBookings) -> None:
    """Shows the free slots of a day, or all days where it has none any more."""
    visit = await own.one(talk.person, action.booking)
    slots = await _free(booking, talk.person, visit)
    day = date_of(action.day)
    screen = reschedule.which_time(visit, slots, day, max(action.page - 1, 0))
    await talk.ask_step(screen, OtherTimePrompt(action.booking, day))


async def propose(talk: Talk, action: ProposeMove, booking: BookingService, own: MyBookings) -> None:
    """Shows the move to the time of the button, or why it cannot be made; nothing is moved before «да»."""
    starts_at = moment_of(action.minute)
    if starts_at is None:
        await talk.reply(home.outdated())
        return
    visit = await own.one(talk.person, action.booking)
    if visit.can_change:
        await _propose(talk, visit, starts_at, booking)
    else:
        await talk.reply(bookings_list.one(visit))


async def move(talk: Talk, action: MoveTo, booking: BookingService, own: MyBookings) -> None:
    """Moves the booking to the time of the button."""
    starts_at = moment_of(action.minute)
    if starts_at is None:
        await talk.reply(home.outdated())
        return
    visit = await own.one(talk.person, action.booking)
    await _move(talk, visit, starts_at, booking, own)


async def typed(  # noqa: PLR0913, PLR0917 - each is a collaborator handed in by name
    talk: Talk,
    text: str,
    prompt: OtherTimePrompt,
    booking: BookingService,
    own: MyBookings,
    live_faq: LiveFaq,
    bot_info: BotInfo,
) -> None:
    """A day or a time in the person's words; a question in between is answered, and the time is still awaited."""
    agreed = assented(talk, text)
    if isinstance(agreed, MoveTo):
        await move(talk, agreed, booking, own)
        return
    visit = await own.one(talk.person, prompt.booking)
    if not visit.can_change or isinstance(agreed, ShowVisit):
        await stop(talk)
        await talk.reply(bookings_list.one(visit))
        return
    if is_no(text):
        await stop(talk)
        await talk.reply(cancel.not_moved())
        return
    wanted = read_move(text, visit.local(visit.now), visit.starts, prompt.day)
    is_only_time = isinstance(wanted, TimeWish) and not wanted.has_more
    if not is_only_time and (answer := bot_info.aside(live_faq, text)):
        await talk.reply(answer)
    elif not isinstance(wanted, TimeWish):
        await talk.ask_again(reschedule.not_a_time(visit, wanted))
    else:
        await _to(talk, visit, wanted, prompt.day, booking)


async def said(talk: Talk, visit: BookingView, act: Act, text: str, booking: BookingService) -> None:
    """Another time in one sentence: shown, asked about where it contradicts itself, or the days where none was said."""
    slots = act.slots
    read = read_move(text, visit.local(visit.now), visit.starts)  # «на час позже» is counted from the visit
    doubt = read if _is_of_visit(read) else unsure_time(act, visit.local(visit.now))
    if not visit.can_change:
        await talk.reply(bookings_list.one(visit))
    elif isinstance(doubt, Unsure):
        await talk.ask_step(reschedule.not_a_time(visit, doubt), OtherTimePrompt(visit.booking.id))
    elif slots.soonest and (soonest := await _soonest(booking, talk.person, visit, wish_of(slots))):
        await _propose(talk, visit, soonest.starts_at, booking)
    elif wanted := read if isinstance(read, TimeWish) else wish_of(slots):  # an hour alone is of the same day
        await _to(talk, visit, wanted, visit.starts.date() if wanted.days is None else None, booking)
    elif slots.place and visit.centre and slots.place not in {visit.centre.settlement, visit.centre.municipality.short}:
        await talk.reply(said_of_visit.no_other_centre(visit, slots.place))
    else:
        free = await _free(booking, talk.person, visit)
        await talk.ask_step(reschedule.which_day(visit, free), OtherTimePrompt(visit.booking.id))


def _is_of_visit(read: TimeWish | Unsure) -> bool:
    """Whether it is to be asked how the new time lies to the old one."""
    return isinstance(read, Unsure) and read.doubt in {Doubt.AMBIGUOUS, Doubt.NOT_BOOKED_THEN}


def shortcut(visit: BookingView, act: Act) -> Action:
    """The button of one of several visits that keeps the new time that was said."""
    day, id_ = act.slots.day, visit.booking.id
    starts_at = BookingDraft(day=day, at=act.slots.at).starts_at(visit.zone)
    if starts_at:
        return ProposeMove(id_, minute_of(starts_at))
    return MoveToDay(id_, number_of(day)) if day else MoveVisit(id_)


async def _to(talk: Talk, visit: BookingView, wanted: TimeWish, chosen: date | None, booking: BookingService) -> None:
    """The move to the time that was said, or what is free then or near it; the time is still awaited."""
    if wanted.sure and (starts_at := BookingDraft(day=chosen).with_said(wanted).starts_at(visit.zone)):
        await _propose(talk, visit, starts_at, booking)
        return
    slots = await _free(booking, talk.person, visit)
    await talk.ask_step(reschedule.fitting(visit, slots, wanted), OtherTimePrompt(visit.booking.id, wanted.day))


async def stop(talk: Talk) -> None:
    """Awaits no other time any more; anything else that was asked for still is awaited."""
    if isinstance(talk.awaited.text(talk.conversation), OtherTimePrompt):
        await talk.awaited.clear(talk.conversation)


async def _free(booking: BookingService, person: Address, visit: BookingView) -> list[Slot]:
    """The free slots to move to; None at a centre that no longer takes bookings: the booking stands."""
    try:
        return await booking.free_instead(person, visit.booking.id)
    except NotBookable:
        return []


async def _soonest(
    booking: BookingService, person: Address, visit: BookingView, wanted: TimeWish | None
) -> Slot | None:
    """The first free slot, of the days and the hours that were said where any were."""
    free = await _free(booking, person, visit)
    return next((slot for slot in free if wanted is None or wanted.fits(visit.local(slot.starts_at))), None)


async def _propose(talk: Talk, visit: BookingView, starts_at: datetime, booking: BookingService) -> None:
    """Shows the typed time as it was understood; nothing is moved before «да»."""
    try:
        await booking.move(talk.person, visit.booking.id, starts_at, trial=True)
    except Refusal as no:
        screen = reschedule.refused(visit, no)
    else:
        screen = reschedule.is_it_then(visit, starts_at)
    await talk.ask_step(screen, OtherTimePrompt(visit.booking.id, visit.local(starts_at).date()))


async def _move(talk: Talk, visit: BookingView, starts_at: datetime, booking: BookingService, own: MyBookings) -> None:
    """Moves the booking; where that is refused it stays, and another time is still awaited."""
    if not visit.can_change:
        await talk.reply(bookings_list.one(visit))
        return
    try:
        moved = own.seen(await booking.move(talk.person, visit.booking.id, starts_at))
    except Refusal as no:
        await talk.ask(reschedule.refused(visit, no), OtherTimePrompt(visit.booking.id))
        return
    await talk.awaited.clear(talk.conversation)
    await talk.reply(reschedule.moved(moved, await own.wish(talk.person), visit))


ROUTES = Routes(
    actions={MoveVisit: which_day, MoveToDay: which_time, ProposeMove: propose, MoveTo: move},
    awaited={OtherTimePrompt: typed},
)
